package dev.sekisho.simulator.view;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.environment.Knowledge;
import dev.sekisho.model.environment.Readings;
import dev.sekisho.model.firewall.DnsSettings;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.servicetag.ServiceTags;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;
import java.util.Optional;

/// A firewall with the rules of its policy and all parents in the order in which it consults them.
///
/// @param collections every collection: DNAT, then network, then application, each by policy, group, priority
///        (`FW-2`, `FW-3`)
/// @param forcedTunneling whether its traffic to the Internet goes on by a private address (`FW-54`): because the
///        firewall says so, or because it has a management subnet and its own default route leads elsewhere
/// @param publicSources addresses that traffic to the Internet shows: those of a NAT gateway on its subnet, else its own
/// @param problems what keeps the rules from being known: a policy that is not described, parents in a circle. While
///        there is one, no verdict is certain
public record FirewallView(Firewall firewall, List<OrderedCollection> collections, EffectiveSettings settings,
        IpGroupIndex ipGroups, ServiceTags serviceTags, Knowledge knowledge, Readings readings,
        boolean forcedTunneling, List<Entry<IpAddress>> publicSources, List<Diagnostic> problems) {
    public FirewallView {
        collections = List.copyOf(collections);
        publicSources = List.copyOf(publicSources);
        problems = List.copyOf(problems);
    }

    /// Returns an IP group, or nothing where it is not described.
    public Optional<IpGroup> ipGroup(ResourceRef reference) {
        return ipGroups.find(reference);
    }

    /// Tells whether the firewall answers DNS and resolves the names of network rules (`FW-22`, `FW-56`).
    public boolean dnsProxy() {
        return firewall.tier() != Tier.BASIC && settings.dns().map(DnsSettings::enableProxy).orElse(false);
    }

    /// Tells whether the address is the firewall's private one.
    public boolean isPrivateIp(IpAddress address) {
        return firewall.privateIp().known().filter(address::equals).isPresent();
    }
}

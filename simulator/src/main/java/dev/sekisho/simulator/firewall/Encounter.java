package dev.sekisho.simulator.firewall;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.view.FirewallView;
import java.util.List;
import java.util.Optional;

/// A flow that stands in front of a firewall.
///
/// @param destination address in the packet
/// @param name name that the client resolved to it, where it is known
/// @param sameResolver whether client and firewall resolve names alike, because the firewall answers the client's
///        queries (`DNS-1`)
record Encounter(FirewallView view, Flow flow, IpAddress destination, Optional<Fqdn> name, boolean sameResolver) {

    /// Returns the addresses that the firewall resolves a name to; nothing where they are not known.
    Optional<List<IpAddress>> resolve(String fqdn) {
        return Optional.ofNullable(view.knowledge().firewallDns().get(NameMatch.canonical(fqdn)));
    }

    /// Returns the same flow after its destination was translated.
    Encounter translated(Flow translatedFlow, IpAddress newDestination) {
        return new Encounter(view, translatedFlow, newDestination, Optional.empty(), false);
    }
}

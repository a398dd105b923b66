package dev.sekisho.generator.inbound;

import dev.sekisho.generator.naming.AzureNames;
import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.cluster.InboundIntent;
import dev.sekisho.model.cluster.InboundIntent.FirewallDoor;
import dev.sekisho.model.cluster.NetworkIntent.FirewallIntent;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.firewall.FilterAction;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NatTarget;
import dev.sekisho.model.firewall.NetworkDestinations;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.firewall.SourceSide;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.term.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules of the firewall for what comes in: DNAT for clients of the Internet (`FW-51`), network rules for those on
/// premises.
///
/// The firewall shows the Service its own private address after DNAT, so that replies come back to it whatever the routes of
/// the nodes are (`FW-53`); after a network rule the Service sees the client, and replies come back by the default route.
final class EntryRules {
    private static final SourceLocation GENERATED = SourceLocation.UNKNOWN;
    private static final int GROUP_PRIORITY = 9_000;
    private static final int DNAT_PRIORITY = 500;
    private static final int NETWORK_PRIORITY = 1_000;
    private static final int LONGEST_DESCRIPTION = 200;

    private final String group;
    private final String dnat;
    private final String network;
    private final AzureNames natNames = AzureNames.scope();
    private final AzureNames networkNames = AzureNames.scope();
    private final List<NatRule> natRules = new ArrayList<>();
    private final List<NetworkRule> networkRules = new ArrayList<>();

    EntryRules(ClusterIntent intent) {
        this.group = AzureNames.of("rcg", intent.name(), "inbound");
        this.dnat = AzureNames.of("rc", intent.name(), "inbound-dnat");
        this.network = AzureNames.of("rc", intent.name(), "inbound-network");
    }

    /// Leads clients of the Internet from an address of the firewall to a Service.
    ///
    /// @return the rule: `group/collection/rule`
    String fromInternet(InboundIntent entry, IpAddress address, FirewallIntent firewall, FirewallDoor door) {
        IpAddress outside = door.publicIp().orElseGet(() -> firewall.publicIps().getFirst());
        String name = natNames.next(entry.name());
        natRules.add(new NatRule(name, description("from the Internet to Service " + entry),
                List.of(protocol(entry)), clients(entry),
                List.of(Entry.of(new AddressTerm.Prefix(outside.toPrefix()))),
                List.of(port(door.publicPort().orElse(entry.port()))),
                Entry.of(new NatTarget.Address(address)), port(entry.port()), GENERATED));
        return group + "/" + dnat + "/" + name;
    }

    /// Lets clients on premises through.
    ///
    /// @return the rule: `group/collection/rule`
    String fromOnPremises(InboundIntent entry, IpAddress address, List<IpPrefix> clients) {
        String name = networkNames.next(entry.name(), "onprem");
        networkRules.add(new NetworkRule(name, description("from on premises to Service " + entry),
                List.of(protocol(entry)), new SourceSide(prefixes(clients), List.of()),
                new NetworkDestinations(prefixes(List.of(address.toPrefix())), List.of(), List.of()),
                List.of(port(entry.port())), GENERATED));
        return group + "/" + network + "/" + name;
    }

    /// The group, where it has rules.
    Optional<RuleCollectionGroup> rules() {
        List<RuleCollection> collections = new ArrayList<>();
        if (!natRules.isEmpty()) {
            collections.add(new NatRuleCollection(dnat, new Priority(DNAT_PRIORITY), natRules, GENERATED));
        }
        if (!networkRules.isEmpty()) {
            collections.add(new NetworkRuleCollection(network, new Priority(NETWORK_PRIORITY), FilterAction.ALLOW,
                    networkRules, GENERATED));
        }
        return collections.isEmpty() ? Optional.empty()
                : Optional.of(new RuleCollectionGroup(group, new Priority(GROUP_PRIORITY), collections, GENERATED));
    }

    private static SourceSide clients(InboundIntent entry) {
        if (entry.sourceRanges().isEmpty()) {
            return SourceSide.ANY;
        }
        return new SourceSide(prefixes(AddressSet.ofPrefixes(entry.sourceRanges())
                .intersection(WellKnownRanges.PUBLIC.ipv4()).prefixes()), List.of());
    }

    private static NetworkProtocol protocol(InboundIntent entry) {
        return switch (entry.protocol()) {
            case TCP -> NetworkProtocol.TCP;
            case UDP -> NetworkProtocol.UDP;
        };
    }

    private static Entry<PortTerm> port(int port) {
        return Entry.of(new PortTerm.Range(new PortRange(port, port)));
    }

    private static List<Entry<AddressTerm>> prefixes(List<IpPrefix> prefixes) {
        return prefixes.stream().map(prefix -> Entry.<AddressTerm>of(new AddressTerm.Prefix(prefix))).toList();
    }

    private static String description(String text) {
        return text.length() <= LONGEST_DESCRIPTION ? text : text.substring(0, LONGEST_DESCRIPTION);
    }
}

package dev.sekisho.generator.plan;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.SourceSide;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.NeedProtocol;
import dev.sekisho.model.need.NeedTarget;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.term.ResourceRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The oracle: what a list of Allow rules lets through, asked one target and one port range at a time. It shares nothing
/// with the planner.
final class Allowed {
    private static final AddressSet EVERY_IPV4 = AddressSet.ALL_IPV4;

    private final Collection<? extends Rule> rules;
    private final List<IpGroup> groups;
    private final List<FqdnPattern> tagged;

    /// @param tagged what the FQDN tag of AKS holds
    Allowed(Collection<? extends Rule> rules, List<IpGroup> groups, List<FqdnPattern> tagged) {
        this.rules = rules;
        this.groups = groups;
        this.tagged = tagged;
    }

    /// Whether traffic of a need to one of its targets passes from these prefixes on all ports.
    boolean passes(EgressNeed need, NeedTarget target, List<IpPrefix> from) {
        boolean application = target instanceof NeedTarget.Name && need.protocol().isApplication();
        PortSet open = PortSet.EMPTY;
        for (Rule rule : rules) {
            if (covers(addresses(rule.sources()), from)) {
                open = open.union(open(rule, need, target, application));
            }
        }
        PortSet wanted = need.protocol() == NeedProtocol.ICMP || need.ports().isAny()
                ? need.ports()
                : need.ports().intersection(PortSet.of(new PortRange(1, 65_535)));
        return open.containsAll(wanted);
    }

    private PortSet open(Rule rule, EgressNeed need, NeedTarget target, boolean application) {
        return switch (rule) {
            case ApplicationRule names when application && target instanceof NeedTarget.Name(FqdnPattern pattern) ->
                patterns(names).stream().anyMatch(known -> known.covers(pattern))
                        ? ports(names, need.protocol())
                        : PortSet.EMPTY;
            case ApplicationRule _ -> PortSet.EMPTY;
            case NetworkRule network -> matches(network, target) && speaks(network, need)
                    ? ports(network)
                    : PortSet.EMPTY;
            case NatRule _ -> PortSet.EMPTY;
        };
    }

    private List<FqdnPattern> patterns(ApplicationRule rule) {
        List<FqdnPattern> patterns = new ArrayList<>(Clusters.known(rule.targetFqdns()));
        if (!rule.fqdnTags().isEmpty()) {
            patterns.addAll(tagged);
        }
        return patterns;
    }

    private static PortSet ports(ApplicationRule rule, NeedProtocol protocol) {
        return rule.protocols().stream().filter(one -> one.type().name().equals(protocol.name()))
                .map(ApplicationProtocol::effectivePort).map(PortSet::of).reduce(PortSet.EMPTY, PortSet::union);
    }

    private static PortSet ports(NetworkRule rule) {
        return Clusters.known(rule.destinationPorts()).stream().map(term -> switch (term) {
            case PortTerm.Any _ -> PortSet.ANY;
            case PortTerm.Range(PortRange range) -> PortSet.of(range);
        }).reduce(PortSet.EMPTY, PortSet::union);
    }

    private static boolean speaks(NetworkRule rule, EgressNeed need) {
        boolean everyPort = ports(rule).isAny();
        return rule.protocols().stream().anyMatch(protocol -> switch (need.protocol()) {
            case HTTP, HTTPS, MSSQL, TCP -> protocol == NetworkProtocol.TCP || protocol == NetworkProtocol.ANY;
            case UDP -> protocol == NetworkProtocol.UDP || protocol == NetworkProtocol.ANY;
            case ICMP -> protocol == NetworkProtocol.ICMP || protocol == NetworkProtocol.ANY && everyPort;
            case ANY -> protocol == NetworkProtocol.ANY && (everyPort || !need.ports().isAny());
        });
    }

    private boolean matches(NetworkRule rule, NeedTarget target) {
        AddressSet listed = union(addresses(Clusters.known(rule.destinations().addresses())),
                members(rule.destinations().ipGroups()));
        if (listed.containsAll(EVERY_IPV4)) {
            return true;
        }
        return switch (target) {
            case NeedTarget.Name(FqdnPattern pattern) ->
                Clusters.known(rule.destinations().fqdns()).contains(pattern);
            case NeedTarget.Tag(var tag) ->
                Clusters.known(rule.destinations().addresses()).contains(new AddressTerm.Tag(tag));
            case NeedTarget.Address(IpPrefix prefix) -> listed.containsAll(prefix.toRange());
            case NeedTarget.Anywhere _ -> false;
        };
    }

    private AddressSet addresses(SourceSide side) {
        return union(addresses(Clusters.known(side.addresses())), members(side.ipGroups()));
    }

    private AddressSet members(List<ResourceRef> references) {
        AddressSet all = AddressSet.EMPTY;
        for (ResourceRef reference : references) {
            IpGroup group = groups.stream().filter(one -> reference.names(one.name())).findFirst().orElseThrow();
            all = all.union(addresses(Clusters.known(group.members())));
        }
        return all;
    }

    private static AddressSet addresses(List<AddressTerm> terms) {
        AddressSet all = AddressSet.EMPTY;
        for (AddressTerm term : terms) {
            all = all.union(switch (term) {
                case AddressTerm.Any _ -> EVERY_IPV4;
                case AddressTerm.Prefix(IpPrefix prefix) -> AddressSet.of(prefix);
                case AddressTerm.Range(var range) -> AddressSet.of(range);
                case AddressTerm.Tag _ -> AddressSet.EMPTY;
            });
        }
        return all;
    }

    private static AddressSet union(AddressSet a, AddressSet b) {
        return a.union(b);
    }

    private static boolean covers(AddressSet set, List<IpPrefix> prefixes) {
        return prefixes.stream().allMatch(prefix -> set.containsAll(prefix.toRange()));
    }
}

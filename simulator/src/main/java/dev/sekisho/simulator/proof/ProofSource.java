package dev.sekisho.simulator.proof;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.environment.ClusterNetwork;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// An address that a need's connections come from.
///
/// @param pod whether it is a pod's
record ProofSource(IpAddress address, boolean pod) {

    /// The nodes and pods of a cluster, one address for each class that the rules of an environment tell apart, and the
    /// edges of a range that they do tell apart.
    record Population(List<ProofSource> nodes, List<ProofSource> pods) {

        static Population of(ClusterNetwork cluster, Environment environment) {
            Set<AddressSet> told = toldApart(environment);
            List<IpPrefix> podRanges = switch (cluster.networkPlugin()) {
                case OVERLAY, KUBENET, POD_SUBNET -> cluster.podCidrs().isEmpty() ? cluster.nodeSubnets()
                        : cluster.podCidrs();
                case NODE_SUBNET -> cluster.nodeSubnets();
            };
            return new Population(sources(cluster.nodeSubnets(), told, false), sources(podRanges, told, true));
        }

        /// Returns those of them that open a need's connections.
        List<ProofSource> of(EgressNeed.Sources who) {
            return switch (who) {
                case NODES -> nodes;
                case PODS -> pods;
                case NODES_AND_PODS -> {
                    List<ProofSource> both = new ArrayList<>(nodes);
                    both.addAll(pods);
                    yield both;
                }
            };
        }
    }

    private static List<ProofSource> sources(List<IpPrefix> ranges, Set<AddressSet> told, boolean pod) {
        List<ProofSource> sources = new ArrayList<>();
        for (IpPrefix range : ranges.stream().filter(IpPrefix::isIpv4).toList()) {
            AddressSet all = AddressSet.of(range);
            boolean uniform = told.stream().allMatch(set -> set.containsAll(all) || !set.overlaps(all));
            List<IpAddress> edges = Samples.usable(range);
            (uniform ? edges.subList(0, 1) : edges).forEach(address -> sources.add(new ProofSource(address, pod)));
        }
        return sources;
    }

    /// The sets of sources that firewall rules and security rules name.
    private static Set<AddressSet> toldApart(Environment environment) {
        Set<AddressSet> sets = new LinkedHashSet<>();
        Views views = new Views(environment);
        for (Firewall firewall : environment.firewalls()) {
            views.firewall(firewall).collections().stream().flatMap(ordered -> ordered.collection().rules().stream())
                    .map(Rule::sources).forEach(side -> sets.add(union(side.addresses(), environment)));
        }
        environment.ipGroups().forEach(group -> sets.add(union(group.members(), environment)));
        environment.networkSecurityGroups().stream().flatMap(group -> group.securityRules().stream())
                .forEach(rule -> sets.add(union(rule.source().addresses(), environment)));
        return sets;
    }

    private static AddressSet union(List<Entry<AddressTerm>> entries, Environment environment) {
        return AddressSet.unionOf(entries.stream().flatMap(entry -> entry.known().stream())
                .map(term -> switch (term) {
                    case AddressTerm.Any _ -> AddressSet.ALL;
                    case AddressTerm.Prefix(IpPrefix prefix) -> AddressSet.of(prefix);
                    case AddressTerm.Range(var range) -> AddressSet.of(range);
                    case AddressTerm.Tag(ServiceTagName tag) ->
                        environment.serviceTags().find(tag).orElse(AddressSet.EMPTY);
                }).toList());
    }
}

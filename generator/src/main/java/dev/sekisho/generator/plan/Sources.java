package dev.sekisho.generator.plan;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.cluster.NetworkPlugin;
import dev.sekisho.model.cluster.SubnetIntent;
import dev.sekisho.model.need.EgressNeed;
import java.util.List;
import java.util.stream.Stream;

/// The subnets that the firewall sees as source of a need (`R-23`).
///
/// Pods of an overlay, of kubenet and of the node subnet show an address of the node subnet. Pods of a pod subnet show
/// their own, except those on the host's network, which show the node's; so what pods open may come from both.
final class Sources {
    private final SubnetIntent nodes;
    private final List<SubnetIntent> pods;

    private Sources(SubnetIntent nodes, List<SubnetIntent> pods) {
        this.nodes = nodes;
        this.pods = pods;
    }

    static Sources of(ClusterIntent intent) {
        boolean ownSubnet = intent.cluster().networkPlugin() == NetworkPlugin.POD_SUBNET;
        return new Sources(intent.network().nodeSubnet(),
                ownSubnet ? intent.network().podSubnet().stream().toList() : List.of());
    }

    /// The subnets that traffic of these openers comes from.
    List<SubnetIntent> subnets(EgressNeed.Sources openers) {
        return switch (openers) {
            case NODES -> List.of(nodes);
            case PODS, NODES_AND_PODS -> all();
        };
    }

    /// Every subnet that traffic of the cluster comes from.
    List<SubnetIntent> all() {
        return Stream.concat(Stream.of(nodes), pods.stream()).toList();
    }

    /// The prefixes of [#subnets].
    List<IpPrefix> prefixes(EgressNeed.Sources openers) {
        return subnets(openers).stream().map(SubnetIntent::prefix).toList();
    }

    /// Whether nodes and pods show different addresses, so that rules can tell them apart.
    boolean tellsPodsApart() {
        return !pods.isEmpty();
    }
}

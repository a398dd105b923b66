package dev.sekisho.simulator.proof;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.environment.ClusterNetwork;
import dev.sekisho.model.need.EgressNeed;
import java.util.ArrayList;
import java.util.List;

/// An address that a need's connections come from.
///
/// @param pod whether it is a pod's
record ProofSource(IpAddress address, boolean pod) {

    /// Returns the sources of a need in a cluster: edges of the node subnets, and of the pods' range. Pods that share the
    /// node subnet have its addresses.
    static List<ProofSource> of(EgressNeed.Sources who, ClusterNetwork cluster) {
        return switch (who) {
            case NODES -> nodes(cluster);
            case PODS -> pods(cluster);
            case NODES_AND_PODS -> {
                List<ProofSource> both = new ArrayList<>(nodes(cluster));
                both.addAll(pods(cluster));
                yield both;
            }
        };
    }

    private static List<ProofSource> nodes(ClusterNetwork cluster) {
        return of(cluster.nodeSubnets(), false);
    }

    private static List<ProofSource> pods(ClusterNetwork cluster) {
        return switch (cluster.networkPlugin()) {
            case OVERLAY, KUBENET, POD_SUBNET -> of(
                    cluster.podCidrs().isEmpty() ? cluster.nodeSubnets() : cluster.podCidrs(), true);
            case NODE_SUBNET -> of(cluster.nodeSubnets(), true);
        };
    }

    private static List<ProofSource> of(List<IpPrefix> ranges, boolean pod) {
        return ranges.stream().filter(IpPrefix::isIpv4).flatMap(range -> Samples.usable(range).stream())
                .map(address -> new ProofSource(address, pod)).toList();
    }
}

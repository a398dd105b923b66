package dev.sekisho.simulator.proof;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.environment.ClusterNetwork;
import dev.sekisho.model.need.EgressNeed;
import java.util.ArrayList;
import java.util.List;

/// An address that a need's connections come from.
///
/// @param pod whether it is a pod's
/// @param all the addresses that it stands for
record ProofSource(IpAddress address, boolean pod, AddressSet all) {

    /// The nodes and pods of a cluster, those that stand for all of them.
    record Population(List<ProofSource> nodes, List<ProofSource> pods) {

        static Population of(ClusterNetwork cluster, Representatives representatives) {
            List<IpPrefix> podRanges = switch (cluster.networkPlugin()) {
                case OVERLAY, KUBENET, POD_SUBNET -> cluster.podCidrs().isEmpty() ? cluster.nodeSubnets()
                        : cluster.podCidrs();
                case NODE_SUBNET -> cluster.nodeSubnets();
            };
            return new Population(sources(cluster.nodeSubnets(), representatives, false),
                    sources(podRanges, representatives, true));
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

    private static List<ProofSource> sources(List<IpPrefix> ranges, Representatives representatives, boolean pod) {
        return ranges.stream().filter(IpPrefix::isIpv4).flatMap(range -> representatives.sources(range).stream())
                .map(source -> new ProofSource(source.one(), pod, source.all())).toList();
    }
}

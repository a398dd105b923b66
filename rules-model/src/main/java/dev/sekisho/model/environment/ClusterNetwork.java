package dev.sekisho.model.environment;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.cluster.NetworkPlugin;
import java.util.List;
import java.util.Optional;

/// What is known of a cluster's network: enough to tell which source address a pod's traffic shows (`R-23`).
///
/// @param nodeIp the node that the pod in question runs on, where a single one is given
/// @param podCidrs pod ranges outside the virtual network (kubenet, overlay) or pod subnets
/// @param nodeSubnets prefixes of the node pools' subnets
public record ClusterNetwork(String name, NetworkPlugin networkPlugin, Optional<IpAddress> nodeIp,
        List<IpPrefix> podCidrs, List<IpPrefix> nodeSubnets) {
    public ClusterNetwork {
        podCidrs = List.copyOf(podCidrs);
        nodeSubnets = List.copyOf(nodeSubnets);
    }
}

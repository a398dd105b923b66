package dev.sekisho.model.environment;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.cluster.NetworkIntent;
import dev.sekisho.model.cluster.NetworkPlugin;
import dev.sekisho.model.cluster.SubnetIntent;
import java.util.List;
import java.util.Optional;

/// What is known of a cluster's network: enough to tell which source address a pod's traffic shows (`R-23`), and who reaches
/// its API server.
///
/// @param nodeIp the node that the pod in question runs on, where a single one is given
/// @param podCidrs pod ranges outside the virtual network (kubenet, overlay) or pod subnets
/// @param nodeSubnets prefixes of the node pools' subnets
/// @param apiServer how its API server is reached, where that is described
public record ClusterNetwork(String name, NetworkPlugin networkPlugin, Optional<IpAddress> nodeIp,
        List<IpPrefix> podCidrs, List<IpPrefix> nodeSubnets, Optional<ApiServerAccess> apiServer) {
    public ClusterNetwork {
        podCidrs = List.copyOf(podCidrs);
        nodeSubnets = List.copyOf(nodeSubnets);
    }

    /// Creates what is known of a cluster without its API server.
    public ClusterNetwork(String name, NetworkPlugin networkPlugin, Optional<IpAddress> nodeIp,
            List<IpPrefix> podCidrs, List<IpPrefix> nodeSubnets) {
        this(name, networkPlugin, nodeIp, podCidrs, nodeSubnets, Optional.empty());
    }

    /// Returns the network of a cluster as an environment describes it, or as its owner wants it where the environment does not.
    public static ClusterNetwork in(Environment environment, ClusterIntent intent) {
        return environment.clusters().stream().filter(known -> known.name().equalsIgnoreCase(intent.name()))
                .findFirst().orElseGet(() -> of(intent));
    }

    /// Returns the network of a cluster as its owner wants it.
    public static ClusterNetwork of(ClusterIntent intent) {
        NetworkIntent network = intent.network();
        NetworkPlugin plugin = intent.cluster().networkPlugin();
        List<IpPrefix> pods = plugin == NetworkPlugin.POD_SUBNET
                ? network.podSubnet().map(SubnetIntent::prefix).stream().toList()
                : network.podCidr().stream().toList();
        return new ClusterNetwork(intent.name(), plugin, Optional.empty(), pods,
                List.of(network.nodeSubnet().prefix()),
                Optional.of(ApiServerAccess.of(intent.cluster().apiServer(), network)));
    }

    /// Returns the same network with this access to its API server.
    public ClusterNetwork withApiServer(ApiServerAccess access) {
        return new ClusterNetwork(name, networkPlugin, nodeIp, podCidrs, nodeSubnets, Optional.of(access));
    }
}

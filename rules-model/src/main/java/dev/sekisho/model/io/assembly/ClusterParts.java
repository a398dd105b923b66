package dev.sekisho.model.io.assembly;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.tree.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Clusters with the subnets of their node pools (`R-23`) and the access to their API servers.
final class ClusterParts {
    static final String CLUSTER = "Microsoft.ContainerService/managedClusters";
    private static final String POOL = "Microsoft.ContainerService/managedClusters/agentPools";

    /// The pod range of a cluster that names none.
    private static final String DEFAULT_PODS = "10.244.0.0/16";

    private final Inventory inventory;
    private final Diagnostics diagnostics;
    private final ApiServers apiServers;

    ClusterParts(Inventory inventory, EndpointParts endpoints, Diagnostics diagnostics) {
        this.inventory = inventory;
        this.apiServers = new ApiServers(inventory, endpoints);
        this.diagnostics = diagnostics;
    }

    List<Node> clusters() {
        return inventory.of(CLUSTER).stream().flatMap(cluster -> cluster(cluster).stream()).toList();
    }

    private Optional<Node> cluster(Described cluster) {
        Node.Mapping network = Form.part(cluster.body(), "networkProfile").orElse(Node.nothing(cluster.at()));
        List<Node.Mapping> pools = Stream.concat(cluster.parts("agentPoolProfiles").stream(),
                inventory.children(cluster, POOL).stream().map(Described::body)).toList();
        Optional<String> plugin = plugin(network, pools);
        if (plugin.isEmpty()) {
            diagnostics.warning("NOT_MODELLED", cluster.at(), "the cluster " + cluster.name()
                    + " is left out: which addresses its pods have is known for the network plugins azure and kubenet",
                    "describe it under clusters in a file of kind Environment");
            return Optional.empty();
        }
        boolean ownPods = plugin.get().equals("kubenet") || plugin.get().equals("overlay");
        Form form = Form.at(cluster.at()).with("name", inventory.uniqueName(cluster)).with("networkPlugin",
                plugin.get());
        List<Node> pods = ownPods ? podRanges(network) : prefixes(pools, "podSubnetID");
        if (ownPods && pods.isEmpty()) {
            pods = List.of(new Node.Scalar(network.at(), DEFAULT_PODS, Node.Style.QUOTED));
        }
        form.withList("podCidrs", pods);
        form.withList("nodeSubnets", prefixes(pools, "vnetSubnetID"));
        return Optional.of(form.with("apiServer", apiServers.of(cluster)).node());
    }

    private static List<Node> podRanges(Node.Mapping network) {
        return Stream.concat(Form.scalar(network, "podCidr").stream(), Form.scalars(network, "podCidrs").stream())
                .filter(range -> !range.isUnknown()).map(Node.class::cast).distinct().toList();
    }

    private static Optional<String> plugin(Node.Mapping network, List<Node.Mapping> pools) {
        String written = Form.scalar(network, "networkPlugin").map(Node.Scalar::text).orElse("");
        boolean overlay = Form.scalar(network, "networkPluginMode").filter(mode -> mode.text().equals("overlay"))
                .isPresent();
        boolean podSubnet = pools.stream().anyMatch(pool -> pool.get("podSubnetID").isPresent());
        return switch (written) {
            case "kubenet" -> Optional.of("kubenet");
            case "azure" -> Optional.of(overlay ? "overlay" : podSubnet ? "podSubnet" : "nodeSubnet");
            default -> Optional.empty();
        };
    }

    private List<Node> prefixes(List<Node.Mapping> pools, String key) {
        return pools.stream().flatMap(pool -> Form.scalar(pool, key).stream())
                .flatMap(reference -> new Subnets(inventory).find(reference.text()).stream())
                .flatMap(subnet -> Form.items(subnet, "prefixes").stream()).distinct().toList();
    }
}

package dev.sekisho.model.resolve;

import dev.sekisho.model.cluster.ApiServer;
import dev.sekisho.model.cluster.ClusterShape;
import dev.sekisho.model.cluster.NetworkIntent;
import dev.sekisho.model.cluster.Region;
import dev.sekisho.model.cluster.SubnetIntent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The values of placeholders for one cluster and one feature.
final class Placeholders {
    private final Circumstances circumstances;
    private final String feature;

    Placeholders(Circumstances circumstances, String feature) {
        this.circumstances = circumstances;
        this.feature = feature;
    }

    /// Returns the values of a placeholder; empty where none is known. What the user gives with the feature comes first.
    List<String> values(String name) {
        List<String> given = circumstances.parameter(feature, name);
        return given.isEmpty() ? ofCluster(name) : given;
    }

    /// Whether the value comes into being with the cluster, so that nobody can give it before.
    boolean isKnownAfterCreation(String name) {
        return switch (name) {
            case "cluster-fqdn", "api-server-public-ip", "api-server-private-ip" -> true;
            default -> false;
        };
    }

    /// The key of the cluster file that a value comes from; none where it is given with the feature.
    private static Optional<String> key(String name) {
        return switch (name) {
            case "custom-dns-ip" -> Optional.of("network.dnsServers");
            case "api-server-subnet-cidr" -> Optional.of("cluster.apiServer.subnet");
            case "pod-cidr" -> Optional.of("network.podCidr");
            default -> Optional.empty();
        };
    }

    /// Tells why a placeholder has no value.
    String whyMissing(String name) {
        return isKnownAfterCreation(name)
                ? "'" + name + "' is known only once the cluster exists"
                : key(name).map(key -> key + " is not given")
                        .orElse("'" + name + "' is not given with the feature " + feature);
    }

    /// Tells where to write the value of a placeholder.
    String whereToWrite(String name) {
        return key(name).map(key -> "write " + key)
                .orElse("write features: [{name: %s, %s: …}]".formatted(feature, name));
    }

    private List<String> ofCluster(String name) {
        ClusterShape cluster = circumstances.cluster();
        NetworkIntent network = circumstances.intent().network();
        ApiServer server = cluster.apiServer();
        boolean privateServer = server.access() == ApiServer.Access.PRIVATE;
        return switch (name) {
            case "region" -> List.of(cluster.region());
            case "Region" -> List.of(region().map(Region::tagName).orElse(cluster.region()));
            case "AzureCloudRegion" -> List.of(region().map(Region::cloudTagName).orElse(cluster.region()));
            case "cluster-fqdn" -> text(server.fqdn().stream());
            case "api-server-public-ip" -> text(server.ip().stream().filter(_ -> !privateServer));
            case "api-server-private-ip" -> text(server.ip().stream().filter(_ -> privateServer));
            case "api-server-subnet-cidr" -> text(server.subnet().map(SubnetIntent::prefix).stream());
            case "custom-dns-ip" -> text(circumstances.dnsServers().stream());
            case "node-cidr" -> List.of(network.nodeSubnet().prefix().toString());
            case "pod-cidr" -> text(Stream.concat(network.podSubnet().map(SubnetIntent::prefix).stream(),
                    network.podCidr().stream()));
            case "private-endpoint-cidr" ->
                List.of(network.privateEndpointSubnet().orElse(network.nodeSubnet()).prefix().toString());
            case "vnet-cidr" -> text(network.vnet().addressSpace().stream());
            default -> List.of();
        };
    }

    private Optional<Region> region() {
        return Region.find(circumstances.cluster().cloud(), circumstances.cluster().region());
    }

    private static List<String> text(Stream<?> values) {
        return values.map(Object::toString).toList();
    }
}

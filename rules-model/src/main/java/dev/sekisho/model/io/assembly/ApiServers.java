package dev.sekisho.model.io.assembly;

import dev.sekisho.model.io.resource.ResourceId;
import dev.sekisho.model.io.tree.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How the API servers of clusters are reached: the profile of the cluster, its private endpoint, and the networks that its
/// private DNS zone is linked to.
final class ApiServers {
    private static final String ENDPOINT = "Microsoft.Network/privateEndpoints";
    private static final String ZONE = "Microsoft.Network/privateDnsZones";
    private static final String ZONE_LINK = "Microsoft.Network/privateDnsZones/virtualNetworkLinks";

    private final Inventory inventory;
    private final EndpointParts endpoints;

    ApiServers(Inventory inventory, EndpointParts endpoints) {
        this.inventory = inventory;
        this.endpoints = endpoints;
    }

    Node of(Described cluster) {
        Node.Mapping profile = Form.part(cluster.body(), "apiServerAccessProfile")
                .orElse(Node.nothing(cluster.at()));
        boolean closed = is(profile, "enablePrivateCluster");
        boolean integrated = is(profile, "enableVnetIntegration") || profile.get("subnetId").isPresent();
        Form form = Form.at(profile.at()).with("access",
                integrated ? "vnetIntegration" : closed ? "private" : "public");
        if (integrated) {
            form.with("publicEndpoint", !closed);
        }
        form.withList("authorizedIpRanges", Form.items(profile, "authorizedIPRanges"));
        Optional<Node.Scalar> name = cluster.scalar("privateFQDN").or(() -> cluster.scalar("fqdn"))
                .filter(text -> !text.isUnknown());
        name.ifPresent(text -> form.with("fqdn", text));
        Optional<Node.Scalar> subnet = Form.scalar(profile, "subnetId");
        if (integrated || closed) {
            Optional<Described> endpoint = endpoint(cluster);
            endpoint.flatMap(found -> endpoints.addresses(found).values().stream().findFirst())
                    .or(() -> name.flatMap(this::recorded)).ifPresent(address -> form.with("ip", address));
            subnet.or(() -> endpoint.flatMap(found -> found.scalar("subnet")))
                    .flatMap(id -> new Subnets(inventory).path(id.text()))
                    .ifPresent(place -> form.with("subnet", place));
        }
        form.withList("dnsZoneLinks", links(profile));
        return form.node();
    }

    private static boolean is(Node.Mapping profile, String key) {
        return Form.scalar(profile, key).filter(value -> value.text().equals("true")).isPresent();
    }

    /// The private endpoint that AKS makes for a private API server.
    private Optional<Described> endpoint(Described cluster) {
        return inventory.of(ENDPOINT).stream().filter(endpoint -> endpoint.parts("privateLinkServiceConnections")
                .stream().flatMap(link -> Form.scalar(link, "privateLinkServiceId").stream())
                .anyMatch(target -> inventory.find(ClusterParts.CLUSTER, target.text()).filter(cluster::equals)
                        .isPresent() && ResourceId.parse(target.text()).isPresent()))
                .findFirst();
    }

    private Optional<Node.Scalar> recorded(Node.Scalar name) {
        return Optional.ofNullable(endpoints.records().get(name.text().toLowerCase(Locale.ROOT)))
                .flatMap(addresses -> addresses.stream().findFirst());
    }

    /// The networks that are linked to a zone that the user brought. One that AKS makes is linked to the nodes' network.
    private List<Node> links(Node.Mapping profile) {
        Optional<ResourceId> zone = Form.scalar(profile, "privateDNSZone").flatMap(id -> ResourceId.parse(id.text()));
        Map<String, Node> networks = new LinkedHashMap<>();
        zone.flatMap(id -> inventory.find(ZONE, id.toString())).stream()
                .flatMap(found -> inventory.children(found, ZONE_LINK).stream())
                .flatMap(link -> link.scalar("virtualNetwork").stream())
                .forEach(network -> networks.putIfAbsent(network.text(), network));
        return List.copyOf(networks.values());
    }
}

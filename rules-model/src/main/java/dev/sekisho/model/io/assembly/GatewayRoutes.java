package dev.sekisho.model.io.assembly;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.resource.ResourceId;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a network learns through its gateway, or through the gateway of a network that it is peered with. Routes that
/// come by BGP are known only in Azure, and are reported.
final class GatewayRoutes {
    private static final String GATEWAY = "Microsoft.Network/virtualNetworkGateways";
    private static final String LOCAL_GATEWAY = "Microsoft.Network/localNetworkGateways";
    private static final String CONNECTION = "Microsoft.Network/connections";

    private final Inventory inventory;
    private final Diagnostics diagnostics;

    GatewayRoutes(Inventory inventory, Diagnostics diagnostics) {
        this.inventory = inventory;
        this.diagnostics = diagnostics;
    }

    /// Returns the prefixes of a network's gateway routes.
    List<Node> of(Described network, Node.Sequence peerings) {
        List<Node> prefixes = new ArrayList<>(own(network));
        for (Node peering : peerings.items()) {
            if (peering instanceof Node.Mapping mapping && Form.scalar(mapping, "useRemoteGateways")
                    .filter(use -> use.text().equals("true")).isPresent()) {
                Form.scalar(mapping, "remote")
                        .flatMap(reference -> inventory.find(Subnets.NETWORK, reference.text()))
                        .ifPresent(remote -> prefixes.addAll(own(remote)));
            }
        }
        return prefixes.stream().distinct().toList();
    }

    /// Returns the types of a network's gateways, as Azure names them.
    List<Node> types(Described network) {
        return inventory.of(GATEWAY).stream().filter(gateway -> standsIn(gateway, network))
                .flatMap(gateway -> gateway.scalar("gatewayType").stream())
                .filter(type -> !type.text().equals("LocalGateway")).map(Node.class::cast).distinct().toList();
    }

    private List<Node> own(Described network) {
        List<Node> prefixes = new ArrayList<>();
        for (Described gateway : inventory.of(GATEWAY)) {
            if (standsIn(gateway, network)) {
                prefixes.addAll(gateway.list("clientPrefixes"));
                inventory.of(CONNECTION).stream().filter(connection -> joins(connection, gateway))
                        .forEach(connection -> prefixes.addAll(beyond(connection, gateway)));
                if (gateway.is("enableBgp") || gateway.scalar("gatewayType")
                        .filter(type -> type.text().equals("ExpressRoute")).isPresent()) {
                    diagnostics.note("UNKNOWN_ROUTES", gateway.at(), gateway
                            + " learns routes by BGP, which no resource lists",
                            "state them as bgpRoutes of the network in a file of kind Environment");
                }
            }
        }
        return prefixes;
    }

    private boolean standsIn(Described gateway, Described network) {
        return gateway.parts("ipConfigurations").stream().flatMap(part -> Form.scalar(part, "subnet").stream())
                .flatMap(subnet -> NetworkParts.networkOf(subnet).stream())
                .flatMap(id -> inventory.find(Subnets.NETWORK, id.toString()).stream())
                .anyMatch(network::equals);
    }

    private boolean joins(Described connection, Described gateway) {
        return List.of("virtualNetworkGateway1", "virtualNetworkGateway2").stream()
                .flatMap(end -> connection.scalar(end).stream())
                .anyMatch(reference -> inventory.find(GATEWAY, reference.text()).filter(gateway::equals).isPresent());
    }

    /// The ranges on the other side of a connection.
    private List<Node> beyond(Described connection, Described gateway) {
        Optional<Described> local = connection.scalar("localNetworkGateway2")
                .flatMap(reference -> inventory.find(LOCAL_GATEWAY, reference.text()));
        List<Node> prefixes = new ArrayList<>(local.map(there -> there.list("addressPrefixes")).orElse(List.of()));
        List.of("virtualNetworkGateway1", "virtualNetworkGateway2").stream()
                .flatMap(end -> connection.scalar(end).stream())
                .flatMap(reference -> inventory.find(GATEWAY, reference.text()).stream())
                .filter(other -> !other.equals(gateway))
                .flatMap(other -> other.parts("ipConfigurations").stream())
                .flatMap(part -> Form.scalar(part, "subnet").stream())
                .flatMap(subnet -> NetworkParts.networkOf(subnet).map(ResourceId::toString).stream())
                .flatMap(id -> inventory.find(Subnets.NETWORK, id).stream())
                .forEach(network -> prefixes.addAll(network.list("addressSpace")));
        return prefixes;
    }
}

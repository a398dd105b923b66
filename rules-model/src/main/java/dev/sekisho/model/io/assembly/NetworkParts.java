package dev.sekisho.model.io.assembly;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.resource.ResourceId;
import dev.sekisho.model.io.shape.Shapes;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Virtual networks with subnets and peerings, route tables and security groups.
final class NetworkParts {
    private static final String PEERING = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings";
    private static final String TABLE = "Microsoft.Network/routeTables";
    private static final String ROUTE = "Microsoft.Network/routeTables/routes";
    private static final String NAT_GATEWAY = "Microsoft.Network/natGateways";
    private static final String SECURITY_GROUP = "Microsoft.Network/networkSecurityGroups";
    private static final String SECURITY_RULE = "Microsoft.Network/networkSecurityGroups/securityRules";

    private final Inventory inventory;
    private final Diagnostics diagnostics;
    private final GatewayRoutes gateways;
    private final InterfaceGroups interfaces;

    NetworkParts(Inventory inventory, Diagnostics diagnostics) {
        this.inventory = inventory;
        this.diagnostics = diagnostics;
        this.gateways = new GatewayRoutes(inventory, diagnostics);
        this.interfaces = new InterfaceGroups(inventory, diagnostics);
    }

    void addParents() {
        Shapes.of(Subnets.NETWORK).ifPresent(kind -> {
            inventory.addParents(kind, Subnets.SUBNET);
            inventory.addParents(kind, PEERING);
        });
        Shapes.of(TABLE).ifPresent(kind -> inventory.addParents(kind, ROUTE));
        Shapes.of(SECURITY_GROUP).ifPresent(kind -> inventory.addParents(kind, SECURITY_RULE));
    }

    List<Node> virtualNetworks() {
        return inventory.of(Subnets.NETWORK).stream().map(this::virtualNetwork).toList();
    }

    private Node virtualNetwork(Described network) {
        Node.Sequence subnets = Parts.of(network, "subnets", inventory.children(network, Subnets.SUBNET));
        Node.Sequence peerings = Parts.of(network, "peerings", inventory.children(network, PEERING));
        Form form = Form.of(network.body()).with("name", inventory.uniqueName(network));
        form.withList("subnets", mappings(subnets).stream().map(subnet -> subnet(subnet, network)).toList());
        form.without("peerings").withList("peerings", mappings(peerings).stream()
                .flatMap(peering -> peering(peering, network).stream()).toList());
        if (network.get("addressSpace").isEmpty()) {
            form.with("addressSpace", new Node.Sequence(network.at(), mappings(subnets).stream()
                    .flatMap(subnet -> Form.items(subnet, "prefixes").stream()).toList()));
        }
        form.withList("bgpRoutes", gateways.of(network, peerings)).withList("gateways", gateways.types(network));
        network.location().ifPresent(location -> form.with("location", location));
        return form.node();
    }

    private static List<Node.Mapping> mappings(Node.Sequence sequence) {
        return sequence.items().stream().filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast).toList();
    }

    private Node subnet(Node.Mapping subnet, Described network) {
        String name = Form.scalar(subnet, "name").map(Node.Scalar::text).orElse("");
        Form form = Form.of(subnet);
        if (subnet.get("prefixes").isEmpty()) {
            form.with("prefixes", new Node.Sequence(subnet.at(), List.of()));
            diagnostics.warning("MISSING_KEY", subnet.at(), "the subnet " + name + " has no address prefix", "");
        }
        Form.scalar(subnet, "natGateway").ifPresent(reference -> form.with("natGateway", natGateway(reference)));
        return form.with("networkInterfaceSecurityGroup", interfaces.group(network, name)).node();
    }

    private Node natGateway(Node.Scalar reference) {
        List<Node> addresses = new ArrayList<>();
        Optional<Described> gateway = inventory.find(NAT_GATEWAY, reference.text());
        gateway.ifPresent(found -> {
            Form.scalars(found.body(), "publicIpAddresses")
                    .forEach(address -> addresses.add(PublicAddresses.of(address, inventory)));
            Form.scalars(found.body(), "publicIpPrefixes").forEach(prefix -> addresses
                    .add(Node.unknown(prefix.at(), "an address of " + PublicAddresses.shortName(prefix))));
        });
        if (gateway.isEmpty()) {
            addresses.add(Node.unknown(reference.at(), "an address of " + PublicAddresses.shortName(reference)));
        }
        return Form.at(reference.at()).withList("publicIps", addresses).node();
    }

    private Optional<Node> peering(Node.Mapping peering, Described network) {
        String name = Form.scalar(peering, "name").map(Node.Scalar::text).orElse("");
        Optional<String> state = Form.scalar(peering, "peeringState").map(Node.Scalar::text);
        if (state.filter(text -> !text.equals("Connected")).isPresent()) {
            diagnostics.warning("NOT_CONNECTED", peering.at(), "the peering " + name + " of " + network.name() + " is "
                    + state.get() + ", so that it carries nothing and is left out", "");
            return Optional.empty();
        }
        Form form = Form.of(peering).without("peeringState", "currentAddressSpace");
        if (peering.get("addressSpace").isEmpty()) {
            form.with("addressSpace", peering.get("currentAddressSpace"));
        }
        Optional<Described> remote = Form.scalar(peering, "remote")
                .flatMap(reference -> inventory.find(Subnets.NETWORK, reference.text()));
        boolean global = remote.flatMap(Described::location)
                .filter(there -> network.location().filter(here -> !here.equals(there)).isPresent()).isPresent();
        return Optional.of(form.with("global", global).node());
    }

    List<Node.Mapping> routeTables(FirewallParts firewalls) {
        return inventory.of(TABLE).stream()
                .map(table -> Form.of(table.body()).with("name", inventory.uniqueName(table))
                        .withList("routes",
                                mappings(Parts.of(table, "routes", inventory.children(table, ROUTE))).stream()
                                        .map(route -> route(route, firewalls)).toList())
                        .node())
                .toList();
    }

    private static Node.Mapping route(Node.Mapping route, FirewallParts firewalls) {
        Form form = Form.of(route).without("nextHopIpAddresses");
        Form.scalar(route, "nextHopIpAddress")
                .ifPresent(address -> form.with("nextHopIpAddress", firewalls.nextHop(address)));
        List<Node.Scalar> several = Form.scalars(route, "nextHopIpAddresses");
        if (!several.isEmpty()) {
            String addresses = several.stream().map(Node.Scalar::text).collect(Collectors.joining(", "));
            form.with("nextHopType", "VirtualAppliance").with("nextHopIpAddress", several.size() == 1
                    ? several.getFirst() : Node.unknown(several.getFirst().at(), "one of " + addresses));
        }
        return form.node();
    }

    List<Node.Mapping> securityGroups() {
        return inventory.of(SECURITY_GROUP).stream()
                .map(group -> Form.of(group.body()).with("name", inventory.uniqueName(group))
                        .withList("securityRules",
                                Parts.of(group, "securityRules", inventory.children(group, SECURITY_RULE)).items())
                        .node())
                .toList();
    }

    /// Returns the network of a subnet's id.
    static Optional<ResourceId> networkOf(Node.Scalar subnet) {
        return ResourceId.parse(subnet.text()).flatMap(ResourceId::parent);
    }
}

package dev.sekisho.model.io.environment;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the effective routes of a network interface (`R-28`) as a network of one subnet that has exactly these routes.
///
/// The answer does not say which subnet the interface is in, so the subnet covers the network's ranges. Rows that lost
/// against another one (`Invalid`) follow from the others and are left out.
final class EffectiveRoutes {
    private static final String SUBNET = "subnet";

    private final Diagnostics diagnostics;
    private final Map<String, List<Node>> prefixes = new LinkedHashMap<>();
    private final List<Node> routes = new ArrayList<>();
    private boolean withoutPropagation;

    private EffectiveRoutes(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /// Returns the network in the vocabulary of Sekisho's own files.
    ///
    /// @param name the name of the network
    static Node.Mapping document(Node document, String name, Diagnostics diagnostics) {
        return new EffectiveRoutes(diagnostics).read(document, name);
    }

    private Node.Mapping read(Node document, String name) {
        List<Node> rows = switch (document) {
            case Node.Sequence list -> list.items();
            case Node.Mapping answer -> get(answer, "value").orElse(answer) instanceof Node.Sequence list ? list.items()
                    : List.of();
            case Node.Scalar _ -> List.of();
        };
        for (Node row : rows) {
            if (row instanceof Node.Mapping mapping && !text(mapping, "state").equals("Invalid")) {
                row(mapping);
            }
        }
        SourceLocation at = document.at();
        diagnostics.note("EFFECTIVE_ROUTES", at, "the routes of one network interface are read as the network " + name
                + " with one subnet that has them", "");
        Map<String, Node> network = new LinkedHashMap<>();
        network.put("name", scalar(at, name));
        network.put("addressSpace", list(at, own()));
        Map<String, Node> subnet = new LinkedHashMap<>();
        subnet.put("name", scalar(at, SUBNET));
        subnet.put("prefixes", list(at, own()));
        subnet.put("routeTable", scalar(at, name));
        List<Node> services = of("VirtualNetworkServiceEndpoint");
        if (!services.isEmpty()) {
            Map<String, Node> endpoint = new LinkedHashMap<>();
            endpoint.put("service", scalar(at, "Microsoft.Services"));
            endpoint.put("prefixes", list(at, services));
            subnet.put("serviceEndpoints", list(at, List.of(mapping(at, endpoint))));
        }
        network.put("subnets", list(at, List.of(mapping(at, subnet))));
        network.put("peerings", list(at, peerings(at)));
        network.put("bgpRoutes", list(at, of("VirtualNetworkGateway")));
        Map<String, Node> table = new LinkedHashMap<>();
        table.put("name", scalar(at, name));
        table.put("disableBgpRoutePropagation", new Node.Scalar(at, Boolean.toString(withoutPropagation),
                Node.Style.PLAIN));
        table.put("routes", list(at, routes));
        Map<String, Node> all = new LinkedHashMap<>();
        all.put("virtualNetworks", list(at, List.of(mapping(at, network))));
        all.put("routeTables", list(at, List.of(mapping(at, table))));
        all.put("privateEndpoints", list(at, endpoints(name)));
        return mapping(at, all);
    }

    private void row(Node.Mapping row) {
        String type = text(row, "nextHopType");
        withoutPropagation |= text(row, "disableBgpRoutePropagation").equals("true");
        List<Node> destinations = items(row, "addressPrefix");
        if (text(row, "source").equals("User")) {
            destinations.forEach(destination -> route(row, destination, type));
        } else if (!type.equals("Internet") && !type.equals("None")) {
            prefixes.computeIfAbsent(type, _ -> new ArrayList<>()).addAll(destinations);
        }
    }

    private void route(Node.Mapping row, Node destination, String type) {
        Map<String, Node> route = new LinkedHashMap<>();
        String written = text(row, "name");
        route.put("name", scalar(row.at(), written.isEmpty() ? "route-" + (routes.size() + 1) : written));
        route.put("addressPrefix", destination);
        route.put("nextHopType", scalar(row.at(), type));
        items(row, "nextHopIpAddress").stream().findFirst().ifPresent(hop -> route.put("nextHopIpAddress", hop));
        routes.add(mapping(row.at(), route));
    }

    private List<Node> peerings(SourceLocation at) {
        List<Node> peerings = new ArrayList<>();
        for (String type : List.of("VNetPeering", "VNetGlobalPeering")) {
            if (!of(type).isEmpty()) {
                Map<String, Node> peering = new LinkedHashMap<>();
                peering.put("name", scalar(at, type));
                peering.put("addressSpace", list(at, of(type)));
                peering.put("global", new Node.Scalar(at, Boolean.toString(type.equals("VNetGlobalPeering")),
                        Node.Style.PLAIN));
                peerings.add(mapping(at, peering));
            }
        }
        return peerings;
    }

    /// A private endpoint shows as a route to its one address.
    private List<Node> endpoints(String name) {
        List<Node> endpoints = new ArrayList<>();
        for (Node prefix : of("InterfaceEndpoint")) {
            if (prefix instanceof Node.Scalar(SourceLocation at, String text, var _)) {
                Map<String, Node> endpoint = new LinkedHashMap<>();
                endpoint.put("ip", scalar(at, text.replaceFirst("/(32|128)$", "")));
                endpoint.put(SUBNET, scalar(at, name + "/" + SUBNET));
                endpoints.add(mapping(at, endpoint));
            }
        }
        return endpoints;
    }

    /// Whether a list holds effective routes: rows with several destinations, and each with a next hop.
    static boolean recognises(Node.Sequence rows) {
        return !rows.items().isEmpty() && rows.items().stream()
                .allMatch(row -> row instanceof Node.Mapping route && get(route, "nextHopType").isPresent()
                        && get(route, "addressPrefix").orElse(row) instanceof Node.Sequence);
    }

    /// The ranges of the interface's own network, which Azure's tools call by either name.
    private List<Node> own() {
        List<Node> own = new ArrayList<>(of("VnetLocal"));
        own.addAll(of("VirtualNetwork"));
        return own;
    }

    private static Optional<Node> get(Node.Mapping row, String key) {
        return row.entries().stream().filter(entry -> entry.key().text().equalsIgnoreCase(key)).map(Node.Entry::value)
                .findFirst();
    }

    private List<Node> of(String type) {
        return prefixes.getOrDefault(type, List.of());
    }

    private static List<Node> items(Node.Mapping row, String key) {
        Optional<Node> value = get(row, key);
        return value.isEmpty() ? List.of() : switch (value.get()) {
            case Node.Sequence list -> list.items();
            case Node.Scalar scalar when scalar.isNull() || scalar.text().isEmpty() -> List.of();
            case Node.Scalar scalar -> List.of(scalar);
            case Node.Mapping _ -> List.of();
        };
    }

    private static String text(Node.Mapping row, String key) {
        return get(row, key).map(value -> value instanceof Node.Scalar scalar && !scalar.isNull() ? scalar.text() : "")
                .orElse("");
    }

    private static Node scalar(SourceLocation at, String text) {
        return new Node.Scalar(at, text, Node.Style.QUOTED);
    }

    private static Node list(SourceLocation at, List<Node> items) {
        return new Node.Sequence(at, items);
    }

    private static Node.Mapping mapping(SourceLocation at, Map<String, Node> values) {
        return new Node.Mapping(at, values.entrySet().stream()
                .map(entry -> new Node.Entry(new Node.Scalar(at, entry.getKey(), Node.Style.QUOTED), entry.getValue()))
                .toList());
    }
}

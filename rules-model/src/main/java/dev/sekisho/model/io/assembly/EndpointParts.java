package dev.sekisho.model.io.assembly;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Private endpoints with their addresses and names, and the names of private DNS zones.
final class EndpointParts {
    private static final String ENDPOINT = "Microsoft.Network/privateEndpoints";
    private static final String ZONE_GROUP = "Microsoft.Network/privateEndpoints/privateDnsZoneGroups";
    private static final String INTERFACE = "Microsoft.Network/networkInterfaces";
    private static final List<String> RECORDS = List.of("Microsoft.Network/privateDnsZones/A",
            "Microsoft.Network/privateDnsZones/AAAA");
    private static final String GROUPS = "applicationSecurityGroups";
    private static final String PRIVATE_LINK = "privatelink.";

    private final Inventory inventory;
    private final Diagnostics diagnostics;

    EndpointParts(Inventory inventory, Diagnostics diagnostics) {
        this.inventory = inventory;
        this.diagnostics = diagnostics;
    }

    List<Node> privateEndpoints() {
        return inventory.of(ENDPOINT).stream().flatMap(endpoint -> privateEndpoint(endpoint).stream()).toList();
    }

    private Optional<Node> privateEndpoint(Described endpoint) {
        Map<String, Node> addresses = addresses(endpoint);
        Map<String, Node> names = new LinkedHashMap<>();
        configurations(endpoint).forEach(config -> Form.scalar(config, "fqdn").ifPresent(fqdn -> name(fqdn, names)));
        interfaces(endpoint).flatMap(part -> Form.part(part, "privateLinkConnectionProperties").stream())
                .flatMap(part -> Form.scalars(part, "fqdns").stream()).forEach(fqdn -> name(fqdn, names));
        records().forEach((name, record) -> {
            if (record.stream().anyMatch(address -> addresses.containsKey(address.text()))) {
                name(new Node.Scalar(record.getFirst().at(), name, Node.Style.QUOTED), names);
            }
        });
        Optional<String> subnet = endpoint.scalar("subnet").flatMap(id -> new Subnets(inventory).path(id.text()));
        if (addresses.isEmpty() || subnet.isEmpty()) {
            diagnostics.warning("UNKNOWN_ADDRESS", endpoint.at(), endpoint + " is left out: no file says "
                    + (addresses.isEmpty() ? "which address it has" : "in which subnet it is"),
                    "add its network interface, or state it in a file of kind Environment");
            return Optional.empty();
        }
        return Optional.of(new Connections(inventory, diagnostics).add(Form.at(endpoint.at())
                .with("name", inventory.uniqueName(endpoint))
                .withList("ips", List.copyOf(addresses.values())).with("subnet", subnet.get())
                .withList("fqdns", List.copyOf(names.values())), endpoint).node());
    }

    /// The addresses of an endpoint, by their text.
    Map<String, Node> addresses(Described endpoint) {
        Map<String, Node> addresses = new LinkedHashMap<>();
        Stream.of(Stream.concat(interfaces(endpoint), endpoint.parts("ipConfigurations").stream())
                .flatMap(part -> Form.scalar(part, "privateIPAddress").stream()),
                configurations(endpoint).flatMap(config -> Form.scalars(config, "ipAddresses").stream()))
                .flatMap(found -> found).filter(address -> !address.isUnknown())
                .forEach(address -> addresses.putIfAbsent(address.text(), address));
        return addresses;
    }

    /// The addresses of an endpoint's network interfaces.
    private Stream<Node.Mapping> interfaces(Described endpoint) {
        return Stream.concat(
                Form.scalars(endpoint.body(), "networkInterfaces").stream()
                        .flatMap(reference -> inventory.find(INTERFACE, reference.text()).stream()),
                inventory.of(INTERFACE).stream().filter(one -> one.scalar("privateEndpoint")
                        .flatMap(reference -> inventory.find(ENDPOINT, reference.text())).filter(endpoint::equals)
                        .isPresent()))
                .distinct().flatMap(one -> one.parts("ipConfigurations").stream());
    }

    /// What the endpoint and its DNS zone groups say of names and addresses.
    private Stream<Node.Mapping> configurations(Described endpoint) {
        return Stream.concat(endpoint.parts("customDnsConfigs").stream(),
                Stream.concat(endpoint.parts("privateDnsZoneGroups").stream(),
                        inventory.children(endpoint, ZONE_GROUP).stream().map(Described::body))
                        .flatMap(group -> Form.parts(group, "privateDnsZoneConfigs").stream())
                        .flatMap(config -> Form.parts(config, "recordSets").stream()));
    }

    private static void name(Node.Scalar fqdn, Map<String, Node> names) {
        if (!fqdn.isUnknown()) {
            for (String name : spoken(fqdn.text())) {
                names.putIfAbsent(name, new Node.Scalar(fqdn.at(), name, Node.Style.QUOTED));
            }
        }
    }

    /// A name in a zone of private link stands for the public name too, which is an alias of it there.
    private static List<String> spoken(String fqdn) {
        String name = fqdn.toLowerCase(Locale.ROOT);
        name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        int at = name.indexOf("." + PRIVATE_LINK);
        return at < 0 ? List.of(name)
                : List.of(name, name.substring(0, at + 1) + name.substring(at + 1 + PRIVATE_LINK.length()));
    }

    /// What private DNS zones say, for clients and firewalls alike.
    Optional<Node> names() {
        Map<String, List<Node.Scalar>> records = records();
        if (records.isEmpty()) {
            return Optional.empty();
        }
        Form names = Form.at(records.values().iterator().next().getFirst().at());
        records.forEach((fqdn, addresses) -> spoken(fqdn).forEach(name -> names.withList(name, addresses)));
        return Optional.of(names.node());
    }

    /// The members of application security groups: interfaces and private endpoints. A group with a member whose
    /// address is known only in Azure is left out, so that it stays unknown.
    Optional<Node> applicationGroups() {
        Map<String, List<Node>> members = new LinkedHashMap<>();
        Set<String> open = new HashSet<>();
        for (Described one : inventory.of(INTERFACE)) {
            one.parts("ipConfigurations").forEach(part -> join(part, List.copyOf(
                    Form.scalar(part, "privateIPAddress").filter(address -> !address.isUnknown()).stream().toList()),
                    members, open));
        }
        for (Described endpoint : inventory.of(ENDPOINT)) {
            join(endpoint.body(), List.copyOf(addresses(endpoint).values()), members, open);
        }
        members.keySet().removeAll(open);
        if (members.isEmpty()) {
            return Optional.empty();
        }
        SourceLocation at = members.values().iterator().next().getFirst().at();
        Form form = Form.at(at);
        members.forEach((name, addresses) -> form.with(name, new Node.Sequence(at, addresses)));
        return Optional.of(form.node());
    }

    private void join(Node.Mapping member, List<Node> addresses, Map<String, List<Node>> members, Set<String> open) {
        for (Node.Scalar group : Form.scalars(member, GROUPS)) {
            String name = groupName(group);
            members.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(addresses);
            if (addresses.isEmpty()) {
                open.add(name);
            }
        }
    }

    private String groupName(Node.Scalar group) {
        String name = inventory.nameOf(group.text());
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /// What private DNS zones say, by name.
    Map<String, List<Node.Scalar>> records() {
        Map<String, List<Node.Scalar>> records = new LinkedHashMap<>();
        for (String type : RECORDS) {
            for (Described set : inventory.of(type)) {
                int slash = set.name().indexOf('/');
                String zone = slash < 0 ? "" : set.name().substring(0, slash);
                String host = set.lastName();
                List<Node.Scalar> addresses = new ArrayList<>();
                set.list("addresses").stream().filter(Node.Scalar.class::isInstance).map(Node.Scalar.class::cast)
                        .filter(address -> !address.isUnknown()).forEach(addresses::add);
                if (host.contains("*")) {
                    diagnostics.warning("NOT_MODELLED", set.at(), "the record " + host + " of the zone " + zone
                            + " answers for every name; such records are not followed", "");
                } else if (!addresses.isEmpty() && !zone.isEmpty()) {
                    records.computeIfAbsent(host.equals("@") ? zone : host + "." + zone, _ -> new ArrayList<>())
                            .addAll(addresses);
                }
            }
        }
        return records;
    }
}

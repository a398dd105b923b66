package dev.sekisho.model.io.assembly;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.resource.ResourceId;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Private Link services with the addresses of the load balancers behind them, and Application Gateways with the
/// backends that the rules of each listener lead to.
final class WaysInParts {
    static final String LINK_SERVICE = "Microsoft.Network/privateLinkServices";
    private static final String BALANCER = "Microsoft.Network/loadBalancers";
    private static final String GATEWAY = "Microsoft.Network/applicationGateways";
    private static final String POOL = "backendAddressPool";
    private static final String SETTINGS = "backendHttpSettings";

    private final Inventory inventory;
    private final Diagnostics diagnostics;

    WaysInParts(Inventory inventory, Diagnostics diagnostics) {
        this.inventory = inventory;
        this.diagnostics = diagnostics;
    }

    List<Node> privateLinkServices() {
        return inventory.of(LINK_SERVICE).stream().flatMap(service -> privateLinkService(service).stream()).toList();
    }

    private Optional<Node> privateLinkService(Described service) {
        Optional<String> subnet = subnet(service.parts("ipConfigurations"), service);
        List<Node> frontends = new ArrayList<>();
        Form.scalars(service.body(), "loadBalancerFrontendIpConfigurations")
                .forEach(reference -> frontends.add(frontend(reference)));
        service.get("destinationIPAddress").ifPresent(frontends::add);
        return subnet.map(place -> Form.at(service.at()).with("name", inventory.uniqueName(service))
                .with("subnet", place)
                .withList("natIps", service.parts("ipConfigurations").stream()
                        .flatMap(part -> Form.scalar(part, "privateIPAddress").stream())
                        .filter(address -> !address.isUnknown()).toList())
                .withList("frontends", frontends).withList("visibility", service.list("visibility"))
                .withList("autoApproval", service.list("autoApproval")).node());
    }

    /// The address behind the id of a load balancer's frontend.
    private Node frontend(Node.Scalar reference) {
        Optional<ResourceId> id = ResourceId.parse(reference.text());
        Optional<Node.Mapping> part = id.flatMap(ResourceId::parent)
                .flatMap(balancer -> inventory.find(BALANCER, balancer.toString()))
                .flatMap(balancer -> named(balancer.parts("frontendIPConfigurations"), id.get().lastName()));
        return part.flatMap(this::address)
                .orElseGet(
                        () -> Node.unknown(reference.at(), "the address of " + PublicAddresses.shortName(reference)));
    }

    private Optional<Node> address(Node.Mapping frontend) {
        return Form.scalar(frontend, "privateIPAddress").<Node>map(address -> address)
                .or(() -> Form.scalar(frontend, "publicIPAddress")
                        .map(reference -> PublicAddresses.of(reference, inventory)));
    }

    private Optional<String> subnet(List<Node.Mapping> configurations, Described resource) {
        Optional<String> subnet = configurations.stream().flatMap(part -> Form.scalar(part, "subnet").stream())
                .flatMap(id -> new Subnets(inventory).path(id.text()).stream()).findFirst();
        if (subnet.isEmpty()) {
            diagnostics.warning("UNKNOWN_SUBNET", resource.at(), resource
                    + " is left out: no file says in which subnet it is",
                    "describe it in a file of kind Environment");
        }
        return subnet;
    }

    List<Node> applicationGateways() {
        return inventory.of(GATEWAY).stream().flatMap(gateway -> applicationGateway(gateway).stream()).toList();
    }

    private Optional<Node> applicationGateway(Described gateway) {
        List<Node.Mapping> frontends = gateway.parts("frontendIPConfigurations");
        List<Node> publicIps = frontends.stream().flatMap(part -> Form.scalar(part, "publicIPAddress").stream())
                .map(reference -> PublicAddresses.of(reference, inventory)).toList();
        Optional<Node> privateIp = frontends.stream().filter(part -> part.get("publicIPAddress").isEmpty())
                .map(part -> part.get("privateIPAddress")
                        .orElseGet(() -> Node.unknown(part.at(), "the private address of " + gateway.lastName())))
                .findFirst();
        List<Node> listeners = gateway.parts("httpListeners").stream()
                .flatMap(listener -> listener(listener, gateway).stream()).toList();
        return subnet(gateway.parts("gatewayIPConfigurations"), gateway).map(place -> Form.at(gateway.at())
                .with("name", inventory.uniqueName(gateway)).with("subnet", place).withList("publicIps", publicIps)
                .with("privateIp", privateIp).with("listeners", new Node.Sequence(gateway.at(), listeners)).node());
    }

    private Optional<Node> listener(Node.Mapping listener, Described gateway) {
        Optional<Node> port = part(listener, "frontendPort", gateway.parts("frontendPorts"))
                .flatMap(found -> found.get("port"));
        if (port.isEmpty()) {
            diagnostics.warning("UNKNOWN_PORT", listener.at(), "a listener of " + gateway
                    + " is left out: its port is not described", "");
            return Optional.empty();
        }
        boolean open = part(listener, "frontendIPConfiguration", gateway.parts("frontendIPConfigurations"))
                .filter(frontend -> frontend.get("publicIPAddress").isEmpty()).isEmpty();
        List<Node> hosts = Stream.concat(Form.scalar(listener, "hostName").stream(),
                Form.scalars(listener, "hostNames").stream()).map(Node.class::cast).distinct().toList();
        String name = Form.scalar(listener, "name").map(Node.Scalar::text).orElse("");
        Map<String, Node> backends = new LinkedHashMap<>();
        for (Node.Mapping rule : gateway.parts("requestRoutingRules")) {
            if (name.equalsIgnoreCase(lastName(rule, "httpListener"))) {
                backends(rule, gateway, backends);
                part(rule, "urlPathMap", gateway.parts("urlPathMaps")).ifPresent(paths -> {
                    backends(paths, gateway, backends);
                    Form.parts(paths, "pathRules").forEach(path -> backends(path, gateway, backends));
                });
            }
        }
        return Optional.of(Form.at(listener.at()).with("name", name).with("frontend", open ? "public" : "private")
                .with("port", port.get()).withList("hosts", hosts)
                .withList("backends", List.copyOf(backends.values())).node());
    }

    /// Adds what a rule, a map of paths or one of its rules leads to.
    private static void backends(Node.Mapping rule, Described gateway, Map<String, Node> backends) {
        Optional<String> port = part(rule, SETTINGS, gateway.parts("backendHttpSettingsCollection"))
                .flatMap(settings -> Form.scalar(settings, "port")).filter(number -> !number.isUnknown())
                .map(Node.Scalar::text);
        part(rule, POOL, gateway.parts("backendAddressPools")).ifPresent(pool -> Stream
                .of(Form.parts(pool, "backendAddresses").stream().flatMap(item -> Stream.concat(
                        Form.scalar(item, "ipAddress").stream(), Form.scalar(item, "fqdn").stream())),
                        Form.scalars(pool, "ipAddresses").stream(), Form.scalars(pool, "fqdns").stream())
                .flatMap(found -> found).forEach(target -> {
                    String text = target.isUnknown() ? "<" + target.text().replace(">", "") + ">" : target.text();
                    String whole = port.map(number -> text + ":" + number).orElse(text);
                    backends.putIfAbsent(whole, new Node.Scalar(target.at(), whole, Node.Style.QUOTED));
                }));
    }

    /// The part of the same resource that a reference names.
    private static Optional<Node.Mapping> part(Node.Mapping from, String key, List<Node.Mapping> parts) {
        return Optional.of(lastName(from, key)).filter(name -> !name.isEmpty()).flatMap(name -> named(parts, name));
    }

    private static String lastName(Node.Mapping from, String key) {
        return Form.scalar(from, key).map(Node.Scalar::text).map(text -> text.substring(text.lastIndexOf('/') + 1))
                .orElse("");
    }

    private static Optional<Node.Mapping> named(List<Node.Mapping> parts, String name) {
        return parts.stream().filter(part -> Form.scalar(part, "name")
                .filter(text -> text.text().equalsIgnoreCase(name)).isPresent()).findFirst();
    }
}

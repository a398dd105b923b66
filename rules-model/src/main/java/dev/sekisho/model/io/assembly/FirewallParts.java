package dev.sekisho.model.io.assembly;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.resource.ResourceId;
import dev.sekisho.model.io.shape.ResourceKind;
import dev.sekisho.model.io.shape.Shapes;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Firewalls with their addresses, policies with their groups, and IP groups.
final class FirewallParts {
    private static final String FIREWALL = "Microsoft.Network/azureFirewalls";
    private static final String POLICY = "Microsoft.Network/firewallPolicies";
    private static final String GROUP = "Microsoft.Network/firewallPolicies/ruleCollectionGroups";
    private static final List<String> COLLECTIONS = List.of("natRuleCollections", "networkRuleCollections",
            "applicationRuleCollections");

    private final Inventory inventory;
    private final Diagnostics diagnostics;

    FirewallParts(Inventory inventory, Diagnostics diagnostics) {
        this.inventory = inventory;
        this.diagnostics = diagnostics;
    }

    void addParents() {
        Shapes.of(POLICY).ifPresent((ResourceKind kind) -> inventory.addParents(kind, GROUP));
    }

    List<Node> policies() {
        return inventory.of(POLICY).stream().map(this::policy).toList();
    }

    private Node policy(Described policy) {
        List<Node> groups = new ArrayList<>(inventory.children(policy, GROUP).stream()
                .map(group -> Form.of(group.body()).with("name", group.lastName()).node()).toList());
        List<Node.Scalar> missing = Form.scalars(policy.body(), "ruleCollectionGroups").stream()
                .filter(id -> inventory.find(GROUP, id.text()).isEmpty()).toList();
        if (!missing.isEmpty()) {
            String names = missing.stream().map(PublicAddresses::shortName).collect(Collectors.joining(", "));
            diagnostics.warning("MISSING_PART", missing.getFirst().at(), "no file holds the rule collection group"
                    + (missing.size() == 1 ? " " : "s ") + names + " of the policy " + policy.name()
                    + ", so that its rules are unknown",
                    "add it, for example as printed by az network firewall policy rule-collection-group list");
            groups.add(new UnknownGroup(names, missing.getFirst().at()).group());
            inventory.countMadeUp("ruleCollectionGroups", 1);
            inventory.countMadeUp("ruleCollections", 2 * UnknownGroup.COLLECTIONS_OF_A_KIND);
            inventory.countMadeUp("networkRules", UnknownGroup.COLLECTIONS_OF_A_KIND);
            inventory.countMadeUp("applicationRules", UnknownGroup.COLLECTIONS_OF_A_KIND);
        }
        Form form = Form.of(policy.body()).without("ruleCollectionGroups", "privateRange").with("name",
                inventory.uniqueName(policy));
        form.withList("ruleCollectionGroups", groups);
        if (policy.get("snat").isEmpty()) {
            policy.get("privateRange").ifPresent(ranges -> form.with("snat",
                    Form.at(ranges.at()).with("privateRanges", ranges).node()));
        }
        return form.node();
    }

    Optional<Node> ipGroups() {
        List<Described> groups = inventory.of("Microsoft.Network/ipGroups");
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        Form form = Form.at(groups.getFirst().at());
        for (Described group : groups) {
            form.with(inventory.uniqueName(group),
                    new Node.Sequence(group.at(), group.list("ipAddresses")));
        }
        return Optional.of(form.node());
    }

    /// The ranges that firewalls have learned from a route server.
    List<Node> learnedPrefixes() {
        return inventory.of(FIREWALL).stream().flatMap(firewall -> firewall.list("learnedPrefixes").stream())
                .distinct().toList();
    }

    List<Node> firewalls() {
        return inventory.of(FIREWALL).stream().map(this::firewall).toList();
    }

    private Node firewall(Described firewall) {
        Form form = Form.at(firewall.at()).with("name", inventory.uniqueName(firewall));
        Optional<Node.Mapping> sku = Form.part(firewall.body(), "sku");
        form.with("tier", sku.flatMap(part -> part.get("tier")));
        form.with("privateIp", privateAddress(firewall));
        form.withList("publicIps", publicAddresses(firewall));
        form.with("vnet", network(firewall));
        boolean dualStack = firewall.parts("ipConfigurations").stream()
                .flatMap(part -> Form.scalar(part, "privateIPAddress").stream())
                .anyMatch(address -> !address.isUnknown() && address.text().indexOf(':') >= 0);
        form.with("dualStack", dualStack);
        form.with("forcedTunneling", tunnels(firewall));
        if (firewall.get("virtualHub").isPresent()) {
            diagnostics.warning("NOT_MODELLED", firewall.at(), "the firewall " + firewall.name()
                    + " stands in a virtual hub, whose routes are not followed", "");
        }
        Optional<Node> policy = firewall.get("policy");
        if (policy.isPresent()) {
            form.with("policy", policy);
            if (COLLECTIONS.stream().anyMatch(key -> !firewall.list(key).isEmpty())) {
                diagnostics.warning("UNUSED_RULES", firewall.at(), "the firewall " + firewall.name()
                        + " has a policy, so that its own rule collections are not used (FW-5)", "");
            }
        } else {
            form.with("classic", classic(firewall));
        }
        return form.node();
    }

    private static Node classic(Described firewall) {
        Form classic = Form.at(firewall.at());
        COLLECTIONS.forEach(key -> classic.with(key, firewall.get(key)));
        classic.with("threatIntelMode", firewall.get("threatIntelMode"));
        Form allowed = Form.of(Form.part(firewall.body(), "threatIntelWhitelist")
                .orElse(Node.nothing(firewall.at())));
        allowed.with("fqdns", firewall.get("allowedFqdns")).with("ipAddresses", firewall.get("allowedAddresses"));
        if (!allowed.isEmpty()) {
            classic.with("threatIntelWhitelist", allowed.node());
        }
        Form dns = Form.at(firewall.at()).with("servers", firewall.get("dnsServers"))
                .with("enableProxy", firewall.get("dnsEnableProxy"));
        if (!dns.isEmpty()) {
            classic.with("dnsSettings", dns.node());
        }
        Form snat = Form.at(firewall.at()).with("privateRanges", firewall.get("privateRange"))
                .with("autoLearnPrivateRanges", firewall.get("autoLearnPrivateRanges"));
        if (!snat.isEmpty()) {
            classic.with("snat", snat.node());
        }
        return classic.node();
    }

    /// The address that routes name; before deployment, and for a firewall without network, it is unknown.
    private static Node privateAddress(Described firewall) {
        Optional<Node.Scalar> own = firewall.parts("ipConfigurations").stream()
                .flatMap(part -> Form.scalar(part, "privateIPAddress").stream()).findFirst();
        Optional<Node.Scalar> inHub = Form.part(firewall.body(), "hubIPAddresses")
                .flatMap(part -> Form.scalar(part, "privateIPAddress"));
        return own.or(() -> inHub).orElseGet(
                () -> Node.unknown(firewall.at(), "the private address of the firewall " + firewall.name()));
    }

    private List<Node> publicAddresses(Described firewall) {
        List<Node> addresses = new ArrayList<>();
        for (Node.Mapping part : firewall.parts("ipConfigurations")) {
            Form.scalar(part, "publicIPAddress")
                    .ifPresent(reference -> addresses.add(PublicAddresses.of(reference, inventory)));
        }
        Form.part(firewall.body(), "hubIPAddresses")
                .ifPresent(part -> addresses.addAll(Form.items(part, "publicIPs")));
        return addresses;
    }

    /// The network whose subnet the firewall stands in.
    private static Optional<Node> network(Described firewall) {
        return firewall.parts("ipConfigurations").stream()
                .flatMap(part -> Form.scalar(part, "subnet").stream())
                .flatMap(reference -> ResourceId.parse(reference.text()).flatMap(ResourceId::parent)
                        .<Node>map(id -> new Node.Scalar(reference.at(), id.toString(), Node.Style.QUOTED)).stream())
                .findFirst();
    }

    /// Whether a firewall with a management interface sends its traffic elsewhere than to the Internet (`FW-54`).
    private boolean tunnels(Described firewall) {
        return firewall.get("managementIpConfiguration").isPresent() && firewall.parts("ipConfigurations").stream()
                .flatMap(part -> Form.scalar(part, "subnet").stream())
                .anyMatch(reference -> new Subnets(inventory).find(reference.text())
                        .flatMap(subnet -> Form.scalar(subnet, "routeTable"))
                        .flatMap(table -> inventory.find("Microsoft.Network/routeTables", table.text()))
                        .filter(table -> sendsAway(table)).isPresent());
    }

    private boolean sendsAway(Described table) {
        return Parts.of(table, "routes", inventory.children(table, "Microsoft.Network/routeTables/routes")).items()
                .stream().filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast)
                .anyMatch(route -> Form.scalar(route, "addressPrefix").filter(to -> to.text().equals("0.0.0.0/0"))
                        .isPresent()
                        && Form.scalar(route, "nextHopType").filter(hop -> !hop.text().equals("Internet"))
                                .isPresent());
    }

    /// What a next hop that is known only after deployment stands for: the private address of the firewall that the
    /// expression names, where it names one.
    Node.Scalar nextHop(Node.Scalar address) {
        // Names of resources have | for the slashes of their unknown parts.
        String expression = address.text().toLowerCase(Locale.ROOT).replace('/', '|');
        if (!address.isUnknown() || !expression.contains("azurefirewalls")) {
            return address;
        }
        return inventory.of(FIREWALL).stream()
                .filter(firewall -> expression.contains(firewall.name().toLowerCase(Locale.ROOT)))
                .max(java.util.Comparator.comparingInt(firewall -> firewall.name().length()))
                .map(FirewallParts::privateAddress)
                .flatMap(node -> node instanceof Node.Scalar(var _, String text, Node.Style style)
                        ? Optional.of(new Node.Scalar(address.at(), text, style)) : Optional.empty())
                .orElse(address);
    }
}

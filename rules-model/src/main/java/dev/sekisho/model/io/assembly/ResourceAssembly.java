package dev.sekisho.model.io.assembly;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.resource.AzureResource;
import dev.sekisho.model.io.resource.ResourceId;
import dev.sekisho.model.io.resource.RuleGroups;
import dev.sekisho.model.io.shape.Normaliser;
import dev.sekisho.model.io.shape.ResourceKind;
import dev.sekisho.model.io.shape.Shapes;
import dev.sekisho.model.io.shape.Unmodelled;
import dev.sekisho.model.io.tree.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Takes the resources of all files of a run and makes one document of them in the vocabulary of Sekisho's own files.
///
/// Add the resources of each file, then ask for the [#document] once.
public final class ResourceAssembly {
    private final Diagnostics diagnostics;
    private final Inventory inventory;
    private final SequencedMap<String, Integer> left = new TreeMap<>();

    /// @param diagnostics takes what is wrong with the resources; none of it is an error of a file
    public ResourceAssembly(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.inventory = new Inventory(diagnostics);
    }

    /// Adds a resource.
    ///
    /// @param unmodelled takes what the resource says and no verdict takes into account
    public void add(AzureResource resource, Consumer<Unmodelled> unmodelled) {
        AzureResource current = RuleGroups.current(resource);
        Optional<ResourceKind> kind = Shapes.of(current.type());
        if (kind.isEmpty()) {
            left.merge(current.type(), 1, Integer::sum);
            if (!Shapes.isLeft(current.type())) {
                unmodelled.accept(new Unmodelled(current.at(), "", current.toString(), "",
                        "resources of this type are not read"));
            }
            return;
        }
        String subject = kind.get().type() + " " + current.name();
        Node.Mapping body = Form.of(new Normaliser(diagnostics, unmodelled).normalise(current.body(),
                kind.get().shape(), subject)).without("name").node();
        if (holdsNameOnly(current)) {
            diagnostics.warning("NAME_ONLY", current.at(),
                    current + " is named here, but nothing is said of it",
                    "list it with a command that prints its properties, such as az network … list");
            return;
        }
        inventory.add(new Described(kind.get(), String.join("/", ResourceId.segments(current.name())),
                current.id().flatMap(ResourceId::parse),
                location(current), body, current.at()));
    }

    /// `az resource list` prints resources without their properties.
    private static boolean holdsNameOnly(AzureResource resource) {
        return resource.body().entries().stream().anyMatch(entry -> entry.key().text().equals("properties")
                && entry.value() instanceof Node.Scalar scalar && scalar.isNull());
    }

    private static Optional<String> location(AzureResource resource) {
        return resource.body().entries().stream().filter(entry -> entry.key().text().equalsIgnoreCase("location"))
                .flatMap(entry -> entry.value() instanceof Node.Scalar scalar && !scalar.isUnknown()
                        && !scalar.isNull()
                                ? java.util.stream.Stream.of(scalar.text().replace(" ", "").toLowerCase(Locale.ROOT))
                                : java.util.stream.Stream.empty())
                .findFirst();
    }

    /// How many resources there are of each type that is read but is no part of an environment, and of each type that
    /// is not read, in alphabetical order.
    public SequencedMap<String, Integer> otherCounts() {
        SequencedMap<String, Integer> counts = new TreeMap<>(left);
        for (String type : List.of("Microsoft.Network/publicIPAddresses", "Microsoft.Network/networkInterfaces",
                "Microsoft.Network/applicationSecurityGroups", "Microsoft.Network/privateDnsZones",
                "Microsoft.Network/natGateways", "Microsoft.Network/loadBalancers",
                "Microsoft.Network/virtualNetworkGateways",
                "Microsoft.Network/localNetworkGateways",
                "Microsoft.Network/connections")) {
            int count = inventory.of(type).size();
            if (count > 0) {
                counts.put(type, count);
            }
        }
        return counts;
    }

    /// How many things of each kind the [#document] has although no file describes them, by the names that reports use:
    /// what parts are described of, and what stands for what is missing.
    public SequencedMap<String, Integer> madeUp() {
        return inventory.madeUp();
    }

    /// Puts everything together. Only references to what is described become names; others stay ids.
    public Node.Mapping document() {
        NetworkParts networks = new NetworkParts(inventory, diagnostics);
        FirewallParts firewalls = new FirewallParts(inventory, diagnostics);
        EndpointParts endpoints = new EndpointParts(inventory, diagnostics);
        ClusterParts clusters = new ClusterParts(inventory, endpoints, diagnostics);
        AdminParts admin = new AdminParts(inventory, diagnostics);
        networks.addParents();
        admin.addParents();
        firewalls.addParents();
        Form document = Form.at(SourceLocation.UNKNOWN);
        document.withList("virtualNetworks", networks.virtualNetworks());
        document.withList("routeTables", networks.routeTables(firewalls));
        document.withList("networkSecurityGroups", networks.securityGroups());
        document.withList("firewallPolicies", firewalls.policies());
        document.withList("firewalls", firewalls.firewalls());
        document.with("ipGroups", firewalls.ipGroups());
        document.withList("privateEndpoints", endpoints.privateEndpoints());
        WaysInParts waysIn = new WaysInParts(inventory, diagnostics);
        document.withList("privateLinkServices", waysIn.privateLinkServices());
        document.withList("applicationGateways", waysIn.applicationGateways());
        document.withList("clusters", clusters.clusters());
        document.with("applicationSecurityGroups", endpoints.applicationGroups());
        document.withList("securityAdminRules", admin.collections());
        Form known = Form.at(SourceLocation.UNKNOWN).with("firewallDns", endpoints.names())
                .with("clientDns", endpoints.names()).withList("learnedPrivateRanges", firewalls.learnedPrefixes());
        if (!known.isEmpty()) {
            document.with("fixtures", known.node());
        }
        return (Node.Mapping) named(document.node());
    }

    /// The same tree with names for ids, and with what other files tell of values that a template takes from there.
    private Node named(Node node) {
        return switch (node) {
            case Node.Scalar scalar when scalar.isUnknown() && scalar.text().startsWith("reference(") ->
                new Referred(inventory).find(scalar).orElse(scalar);
            case Node.Scalar scalar when scalar.text().startsWith("/") ->
                new Node.Scalar(scalar.at(), inventory.nameOf(scalar.text()), scalar.style());
            case Node.Scalar scalar -> scalar;
            case Node.Sequence sequence ->
                new Node.Sequence(sequence.at(), sequence.items().stream().map(this::named).toList());
            case Node.Mapping mapping -> new Node.Mapping(mapping.at(), mapping.entries().stream()
                    .map(entry -> new Node.Entry(entry.key(), named(entry.value()))).toList());
        };
    }
}

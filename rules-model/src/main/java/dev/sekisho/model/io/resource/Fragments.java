package dev.sekisho.model.io.resource;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Parts of resources as people paste them: rule collections, routes, security rules. They get a resource to live in,
/// named after the file.
public final class Fragments {
    private static final String POLICY = "Microsoft.Network/firewallPolicies";
    private static final int PRIORITY = 100;

    /// What a fragment may be, and where it belongs.
    private enum Kind {
        COLLECTION("ruleCollectionType", POLICY + "/ruleCollectionGroups", "ruleCollections"),
        ROUTE("nextHopType", "Microsoft.Network/routeTables", "routes"),
        SECURITY_RULE("access", "Microsoft.Network/networkSecurityGroups", "securityRules");

        private final String telltale;
        private final String type;
        private final String list;

        Kind(String telltale, String type, String list) {
            this.telltale = telltale;
            this.type = type;
            this.list = list;
        }
    }

    private Fragments() {}

    /// Returns resources made to hold the fragments, or nothing where the document holds none.
    ///
    /// @param name the name for the resources that the fragments are put into
    public static List<AzureResource> read(Node document, String name) {
        Map<Kind, List<Node>> found = new LinkedHashMap<>();
        List<Node> parts = document instanceof Node.Sequence sequence ? sequence.items() : List.of(document);
        for (Node part : parts) {
            if (!(part instanceof Node.Mapping mapping)) {
                return List.of();
            }
            Optional<Kind> kind = kind(mapping);
            Optional<Kind> list = listed(mapping);
            if (kind.isPresent()) {
                found.computeIfAbsent(kind.get(), _ -> new ArrayList<>()).add(mapping);
            } else if (list.isPresent()
                    && Exports.get(level(mapping), list.get().list).orElse(mapping) instanceof Node.Sequence items
                    && items.items().stream().allMatch(item -> isOf(item, list.get()))) {
                found.computeIfAbsent(list.get(), _ -> new ArrayList<>()).addAll(items.items());
            } else {
                return List.of();
            }
        }
        List<AzureResource> resources = new ArrayList<>();
        if (found.containsKey(Kind.COLLECTION)) {
            resources.add(new AzureResource(document.at(), POLICY, name, Optional.empty(),
                    Node.nothing(document.at())));
        }
        found.forEach((kind, pasted) -> resources.add(resource(kind, pasted, name, document.at())));
        return List.copyOf(resources);
    }

    private static boolean isOf(Node item, Kind kind) {
        return item instanceof Node.Mapping mapping && kind(mapping).filter(kind::equals).isPresent();
    }

    private static Optional<Kind> kind(Node.Mapping mapping) {
        Node.Mapping level = level(mapping);
        for (Kind kind : Kind.values()) {
            boolean effective = kind == Kind.ROUTE
                    && Exports.get(level, "addressPrefix").orElse(level) instanceof Node.Sequence;
            if (Exports.text(level, kind.telltale).isPresent() && !effective
                    && Exports.text(mapping, "name").isPresent()) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static Optional<Kind> listed(Node.Mapping mapping) {
        for (Kind kind : Kind.values()) {
            if (Exports.get(level(mapping), kind.list).filter(Node.Sequence.class::isInstance).isPresent()) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static Node.Mapping level(Node.Mapping mapping) {
        return Exports.get(mapping, "properties").orElse(mapping) instanceof Node.Mapping level ? level : mapping;
    }

    private static AzureResource resource(Kind kind, List<Node> parts, String name, SourceLocation at) {
        List<Node.Entry> body = new ArrayList<>();
        body.add(new Node.Entry(key(at, kind.list), new Node.Sequence(at, parts)));
        if (kind == Kind.COLLECTION) {
            body.add(new Node.Entry(key(at, "priority"),
                    new Node.Scalar(at, Integer.toString(PRIORITY), Node.Style.PLAIN)));
        }
        return new AzureResource(at, kind.type, kind == Kind.COLLECTION ? name + "/pasted" : name, Optional.empty(),
                new Node.Mapping(at, body));
    }

    private static Node.Scalar key(SourceLocation at, String text) {
        return new Node.Scalar(at, text, Node.Style.QUOTED);
    }
}

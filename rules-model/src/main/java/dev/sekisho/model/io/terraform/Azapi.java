package dev.sekisho.model.io.terraform;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.tree.JsonTree;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Resources of the provider `azapi`, which carries Azure's own properties: as a value since its version 2, as JSON in a
/// text before that.
final class Azapi {
    static final String RESOURCE = "azapi_resource";

    private Azapi() {}

    /// Returns provider and type without the version behind it.
    static Optional<String> type(Instance instance) {
        return instance.text("type").map(type -> type.contains("@") ? type.substring(0, type.indexOf('@')) : type);
    }

    /// Whether the type is that of a child, such as a subnet.
    static boolean isChild(Instance instance) {
        return type(instance).map(type -> type.chars().filter(c -> c == '/').count() > 1).orElse(false);
    }

    /// Returns the body, with name and location.
    static Body body(Instance instance, Diagnostics diagnostics) {
        Body whole = new Body(instance.at());
        for (String key : List.of("name", "location")) {
            instance.value(key).ifPresent(value -> whole.set(key, value.at(), value));
        }
        instance.value("body").flatMap(body -> parsed(body, diagnostics)).ifPresent(body -> {
            switch (body) {
                case Node.Mapping mapping ->
                    mapping.entries().forEach(entry -> whole.set(entry.key().text(), entry.key().at(), entry.value()));
                case Node.Scalar scalar when scalar.isUnknown() ->
                    whole.set("properties", scalar.at(), scalar);
                case Node.Scalar _,Node.Sequence _ -> diagnostics.warning("WRONG_TYPE", body.at(),
                        "the body of " + instance.address() + " is no object, so nothing of it is read", "");
            }
        });
        return whole;
    }

    private static Optional<Node> parsed(Node body, Diagnostics diagnostics) {
        if (body instanceof Node.Mapping mapping && mapping.entries().size() == 2
                && mapping.get("type").isPresent() && mapping.get("value").isPresent()) {
            return mapping.get("value");
        }
        if (!(body instanceof Node.Scalar scalar) || scalar.isUnknown()) {
            return Optional.of(body);
        }
        Diagnostics inner = new Diagnostics();
        Optional<Node> tree = JsonTree.read(SourceFile.of("body", scalar.text()), JsonTree.Dialect.STRICT, inner);
        if (tree.isEmpty()) {
            diagnostics.warning("JSON_SYNTAX", scalar.at(), "this body is not JSON, so nothing of it is read", "");
        }
        return tree.map(node -> placed(node, scalar.at()));
    }

    /// The same tree, all of it at the place of the text that it was written in.
    private static Node placed(Node node, SourceLocation at) {
        return switch (node) {
            case Node.Scalar(var _, String text, Node.Style style) -> new Node.Scalar(at, text, style);
            case Node.Sequence(var _, var items) -> {
                List<Node> placed = new ArrayList<>();
                items.forEach(item -> placed.add(placed(item, at)));
                yield new Node.Sequence(at, placed);
            }
            case Node.Mapping(var _, var entries) -> new Node.Mapping(at, entries.stream()
                    .map(entry -> new Node.Entry(new Node.Scalar(at, entry.key().text(), entry.key().style()),
                            placed(entry.value(), at)))
                    .toList());
        };
    }
}

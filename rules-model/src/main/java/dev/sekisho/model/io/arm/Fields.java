package dev.sekisho.model.io.arm;

import dev.sekisho.model.io.tree.Node;
import java.util.List;
import java.util.Optional;

/// Parts of a template by name; letter case does not matter in templates.
final class Fields {
    private Fields() {}

    static Optional<Node> get(Node.Mapping mapping, String name) {
        for (Node.Entry entry : mapping.entries()) {
            if (entry.key().text().equalsIgnoreCase(name)) {
                return Optional.of(entry.value());
            }
        }
        return Optional.empty();
    }

    static Optional<String> text(Node.Mapping mapping, String name) {
        return get(mapping, name).flatMap(value -> value instanceof Node.Scalar scalar && !scalar.isNull()
                ? Optional.of(scalar.text()) : Optional.empty());
    }

    static Optional<Node.Mapping> mapping(Node.Mapping mapping, String name) {
        return get(mapping, name).flatMap(value -> value instanceof Node.Mapping inner ? Optional.of(inner)
                : Optional.empty());
    }

    /// The entries of the mapping under that name, none if there is no such mapping.
    static List<Node.Entry> entries(Node.Mapping mapping, String name) {
        return mapping(mapping, name).map(Node.Mapping::entries).orElse(List.of());
    }

    static boolean isTrue(Node.Mapping mapping, String name) {
        return text(mapping, name).filter("true"::equalsIgnoreCase).isPresent();
    }
}

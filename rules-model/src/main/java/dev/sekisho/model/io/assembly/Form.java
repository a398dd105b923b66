package dev.sekisho.model.io.assembly;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.tree.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A mapping that is being put together.
final class Form {
    private final SourceLocation at;
    private final Map<String, Node.Entry> entries = new LinkedHashMap<>();

    private Form(SourceLocation at) {
        this.at = at;
    }

    static Form at(SourceLocation at) {
        return new Form(at);
    }

    static Form of(Node.Mapping mapping) {
        Form form = new Form(mapping.at());
        mapping.entries().forEach(entry -> form.entries.put(entry.key().text(), entry));
        return form;
    }

    Form with(String key, Node value) {
        entries.put(key, new Node.Entry(new Node.Scalar(value.at(), key, Node.Style.QUOTED), value));
        return this;
    }

    Form with(String key, Optional<? extends Node> value) {
        value.ifPresent(known -> with(key, known));
        return this;
    }

    /// Adds a list unless it is empty.
    Form withList(String key, List<? extends Node> items) {
        return items.isEmpty() ? this : with(key, new Node.Sequence(items.getFirst().at(), List.copyOf(items)));
    }

    Form with(String key, String text) {
        return with(key, new Node.Scalar(at, text, Node.Style.QUOTED));
    }

    Form with(String key, boolean truth) {
        return with(key, new Node.Scalar(at, Boolean.toString(truth), Node.Style.PLAIN));
    }

    Form without(String... keys) {
        for (String key : keys) {
            entries.remove(key);
        }
        return this;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    Node.Mapping node() {
        return new Node.Mapping(at, List.copyOf(entries.values()));
    }

    static List<Node> items(Node.Mapping mapping, String key) {
        return mapping.get(key).orElse(mapping) instanceof Node.Sequence sequence ? sequence.items() : List.of();
    }

    static List<Node.Mapping> parts(Node.Mapping mapping, String key) {
        return items(mapping, key).stream().filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast)
                .toList();
    }

    static List<Node.Scalar> scalars(Node.Mapping mapping, String key) {
        return items(mapping, key).stream().filter(Node.Scalar.class::isInstance).map(Node.Scalar.class::cast).toList();
    }

    static Optional<Node.Mapping> part(Node.Mapping mapping, String key) {
        return mapping.get(key).filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast);
    }

    static Optional<Node.Scalar> scalar(Node.Mapping mapping, String key) {
        return mapping.get(key).filter(Node.Scalar.class::isInstance).map(Node.Scalar.class::cast);
    }
}

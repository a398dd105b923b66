package dev.sekisho.model.io.csv;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The properties of an object in the making, each at the place of the cell that it was read from.
final class Properties {
    private final SourceLocation at;
    private final SequencedMap<String, Node> values = new LinkedHashMap<>();

    Properties(SourceLocation at) {
        this.at = at;
    }

    Properties with(String name, Node value) {
        values.put(name, value);
        return this;
    }

    Properties text(String name, SourceLocation place, String value) {
        return with(name, new Node.Scalar(place, value, Node.Style.QUOTED));
    }

    /// Adds items to a list; a list without items is left out.
    Properties add(String name, List<Node> items) {
        if (!items.isEmpty()) {
            List<Node> all = new ArrayList<>(list(name));
            all.addAll(items);
            values.put(name, new Node.Sequence(all.getFirst().at(), all));
        }
        return this;
    }

    List<Node> list(String name) {
        return Optional.ofNullable(values.get(name))
                .map(value -> value instanceof Node.Sequence(var _, var items) ? items : List.<Node>of())
                .orElse(List.of());
    }

    Node.Mapping node() {
        return new Node.Mapping(at, values.entrySet().stream()
                .map(entry -> new Node.Entry(
                        new Node.Scalar(entry.getValue().at(), entry.getKey(), Node.Style.QUOTED), entry.getValue()))
                .toList());
    }
}

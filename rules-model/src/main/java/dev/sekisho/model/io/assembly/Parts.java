package dev.sekisho.model.io.assembly;

import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Joins what is described in two places: a resource in two states, and parts inside a resource with parts that are
/// resources of their own.
final class Parts {
    private Parts() {}

    /// Returns the properties of both; where both have one, lists of named parts are joined, and of other values the
    /// later holds.
    static Node.Mapping merged(Node.Mapping first, Node.Mapping later) {
        Form form = Form.of(first);
        for (Node.Entry entry : later.entries()) {
            Optional<Node> before = first.get(entry.key().text());
            if (before.isPresent() && entry.key().text().equals("name")) {
                continue;
            }
            boolean lists = before.isPresent() && isNamedParts(before.get()) && isNamedParts(entry.value());
            form.with(entry.key().text(), lists && before.get() instanceof Node.Sequence known
                    && entry.value() instanceof Node.Sequence more ? joined(known, more.items()) : entry.value());
        }
        return form.node();
    }

    private static boolean isNamedParts(Node node) {
        return node instanceof Node.Sequence sequence && !sequence.items().isEmpty()
                && sequence.items().stream().allMatch(item -> name(item).isPresent());
    }

    /// Returns the list with more parts; one with a name that the list has already is merged with it.
    static Node.Sequence joined(Node.Sequence list, List<? extends Node> more) {
        List<Node> items = new ArrayList<>(list.items());
        for (Node part : more) {
            Optional<String> name = name(part);
            int same = -1;
            for (int i = 0; i < items.size() && name.isPresent(); i++) {
                if (name(items.get(i)).equals(name)) {
                    same = i;
                }
            }
            if (same >= 0 && items.get(same) instanceof Node.Mapping known && part instanceof Node.Mapping again) {
                items.set(same, merged(known, again));
            } else {
                items.add(part);
            }
        }
        return new Node.Sequence(list.at(), items);
    }

    /// Returns the parts of a resource: those inside it, and those that are resources of their own.
    static Node.Sequence of(Described parent, String key, List<Described> children) {
        Node.Sequence inside = parent.get(key).orElse(parent.body()) instanceof Node.Sequence sequence ? sequence
                : new Node.Sequence(parent.at(), List.of());
        return joined(inside, children.stream()
                .map(child -> Form.of(child.body()).with("name", child.lastName()).node()).toList());
    }

    private static Optional<String> name(Node node) {
        return node instanceof Node.Mapping mapping
                ? Form.scalar(mapping, "name").map(name -> name.text().toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}

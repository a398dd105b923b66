package dev.sekisho.model.io.terraform;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The body of a resource in the making: objects that grow key by key, and lists that grow item by item.
final class Body {
    private static final String NEW_ITEM = "0";

    /// What stands under a key: an object or list that may grow, or a value that is finished.
    private sealed interface Part {
        record Inner(Body body) implements Part {}

        record Items(SourceLocation at, List<Part> items) implements Part {}

        record Done(Node node) implements Part {}
    }

    private record Keyed(SourceLocation keyAt, Part part) {}

    private final SourceLocation at;
    private final Map<String, Keyed> entries = new LinkedHashMap<>();

    Body(SourceLocation at) {
        this.at = at;
    }

    /// Sets the value at a path of keys.
    ///
    /// @param place where the value was named in the file
    void set(String path, SourceLocation place, Node value) {
        put(path.split("/"), 0, place, new Part.Done(value));
    }

    /// Adds an object to the list at a path.
    void add(String path, SourceLocation place, Body item) {
        put((path + "/" + NEW_ITEM).split("/"), 0, place, new Part.Inner(item));
    }

    /// Adds a finished value to the list at a path.
    void add(String path, SourceLocation place, Node item) {
        put((path + "/" + NEW_ITEM).split("/"), 0, place, new Part.Done(item));
    }

    /// Adds what another body says: its objects are merged, its lists follow those that are here.
    void merge(String path, SourceLocation place, Body other) {
        if (path.isEmpty()) {
            other.entries.forEach((key, entry) -> entries.merge(key, entry, (here, more) -> new Keyed(here.keyAt(),
                    merged(here.part(), more.part()))));
        } else {
            put(path.split("/"), 0, place, new Part.Inner(other));
        }
    }

    /// Whether there is anything at a path; an empty list is nothing.
    boolean has(String path) {
        Body body = this;
        for (String key : path.split("/")) {
            Keyed entry = body.entries.get(key);
            if (entry == null) {
                return false;
            }
            switch (entry.part()) {
                case Part.Inner(Body inner) -> body = inner;
                case Part.Items items -> {
                    return !items.items().isEmpty();
                }
                case Part.Done _ -> {
                    return true;
                }
            }
        }
        return true;
    }

    /// Returns the text of a value that stands at that key.
    Optional<String> text(String key) {
        Keyed entry = entries.get(key);
        return entry != null && entry.part() instanceof Part.Done(Node.Scalar scalar) && !scalar.isUnknown()
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    /// Takes out of the list at a path the objects whose `name` is that one, in any letter case.
    void removeNamed(String path, String name) {
        Body body = this;
        for (String key : path.split("/")) {
            Keyed entry = body.entries.get(key);
            if (entry == null) {
                return;
            }
            switch (entry.part()) {
                case Part.Inner(Body inner) -> body = inner;
                case Part.Items(var _, var items) -> items.removeIf(item -> item instanceof Part.Inner(Body inner)
                        && inner.text("name").filter(name::equalsIgnoreCase).isPresent());
                case Part.Done _ -> {
                    return;
                }
            }
        }
    }

    private void put(String[] path, int step, SourceLocation place, Part part) {
        String key = path[step];
        Part value = part;
        for (int i = path.length - 1; i > step; i--) {
            value = wrapped(path[i], place, value);
        }
        Keyed entry = new Keyed(place, value);
        entries.merge(key, entry, (here, more) -> new Keyed(here.keyAt(), merged(here.part(), more.part())));
    }

    private static Part wrapped(String key, SourceLocation place, Part value) {
        if (key.equals(NEW_ITEM)) {
            return new Part.Items(place, new ArrayList<>(List.of(value)));
        }
        Body body = new Body(place);
        body.entries.put(key, new Keyed(place, value));
        return new Part.Inner(body);
    }

    private static Part merged(Part here, Part more) {
        if (here instanceof Part.Inner(Body body) && more instanceof Part.Inner(Body other)) {
            body.merge("", other.at, other);
            return here;
        }
        if (isList(here) && isList(more)) {
            List<Part> all = new ArrayList<>(items(here));
            items(more).stream().filter(item -> !isAmong(all, item)).forEach(all::add);
            return new Part.Items(here instanceof Part.Items(var at, var _) ? at : ((Part.Done) here).node().at(), all);
        }
        return more;
    }

    private static boolean isList(Part part) {
        return switch (part) {
            case Part.Items _ -> true;
            case Part.Done(Node node) -> node instanceof Node.Sequence;
            case Part.Inner _ -> false;
        };
    }

    private static List<Part> items(Part part) {
        return switch (part) {
            case Part.Items(var _, var items) -> items;
            case Part.Done(Node.Sequence(var _, var items)) -> items.stream().<Part>map(Part.Done::new).toList();
            case Part.Done _,Part.Inner _ -> List.of();
        };
    }

    /// Whether the same text stands in a list already: the provider repeats in one resource what another one adds.
    private static boolean isAmong(List<Part> items, Part more) {
        return more instanceof Part.Done(Node.Scalar text) && items.stream().anyMatch(
                item -> item instanceof Part.Done(Node.Scalar known) && known.text().equals(text.text())
                        && known.style() == text.style());
    }

    /// Returns what has been said so far.
    Node.Mapping toNode() {
        return new Node.Mapping(at, entries.entrySet().stream()
                .map(entry -> new Node.Entry(new Node.Scalar(entry.getValue().keyAt(), entry.getKey(),
                        Node.Style.QUOTED), node(entry.getValue().part())))
                .toList());
    }

    private static Node node(Part part) {
        return switch (part) {
            case Part.Inner(Body body) -> body.toNode();
            case Part.Items(var at, var items) -> new Node.Sequence(at, items.stream().map(Body::node).toList());
            case Part.Done(Node node) -> node;
        };
    }
}

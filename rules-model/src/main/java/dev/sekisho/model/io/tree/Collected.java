package dev.sekisho.model.io.tree;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A collection that is being read: the parts seen so far.
abstract sealed class Collected {
    private final SourceLocation at;
    private final boolean bracketed;
    private final String anchor;
    private long size = 1;

    private Collected(SourceLocation at, boolean bracketed, String anchor) {
        this.at = at;
        this.bracketed = bracketed;
        this.anchor = anchor;
    }

    /// Takes the next part, which counts as `size` nodes.
    final void add(Node part, long nodes) {
        size += nodes;
        add(part);
    }

    abstract void add(Node part);

    abstract Node node();

    final SourceLocation at() {
        return at;
    }

    /// The YAML anchor on the collection, empty if there is none.
    final String anchor() {
        return anchor;
    }

    final long size() {
        return size;
    }

    /// What to call it in a message about something that is missing.
    @Override
    public final String toString() {
        boolean mapping = this instanceof OfMapping;
        String kind = (mapping ? "mapping" : "list") + (bracketed ? mapping ? " opened with {" : " opened with [" : "");
        return "the " + kind + " of line " + at.line() + ", column " + at.column();
    }

    static final class OfSequence extends Collected {
        private final List<Node> items = new ArrayList<>();

        OfSequence(SourceLocation at, boolean bracketed, String anchor) {
            super(at, bracketed, anchor);
        }

        @Override
        void add(Node part) {
            items.add(part);
        }

        @Override
        Node node() {
            return new Node.Sequence(at(), items);
        }
    }

    static final class OfMapping extends Collected {
        private static final String MERGE = "<<";

        private final Map<String, Node.Entry> entries = new LinkedHashMap<>();
        private final List<Node> merged = new ArrayList<>();
        private final Diagnostics diagnostics;
        private final boolean merges;
        private final boolean lastHolds;
        private Optional<Node> key = Optional.empty();

        /// @param merges whether the key `<<` is YAML's merge key
        /// @param lastHolds whether of two values for one key the last holds, with a warning, as in most JSON readers
        OfMapping(SourceLocation at, boolean bracketed, String anchor, Diagnostics diagnostics, boolean merges,
                boolean lastHolds) {
            super(at, bracketed, anchor);
            this.merges = merges;
            this.lastHolds = lastHolds;
            this.diagnostics = diagnostics;
        }

        @Override
        void add(Node part) {
            if (key.isEmpty()) {
                key = Optional.of(part);
            } else {
                entry(key.get(), part);
                key = Optional.empty();
            }
        }

        @Override
        Node node() {
            merged.forEach(this::merge);
            return new Node.Mapping(at(), List.copyOf(entries.values()));
        }

        private void entry(Node key, Node value) {
            switch (key) {
                case Node.Scalar name when merges && name.style() == Node.Style.PLAIN && name.text().equals(MERGE) ->
                    merged.add(value);
                case Node.Scalar name when name.isNull() && name.text().isEmpty() ->
                    diagnostics.error("BAD_KEY", name.at(),
                            "a key is missing before the ':'", "write the key, or quote a text that begins with ':'");
                case Node.Scalar name -> {
                    Node.Entry first = entries.putIfAbsent(name.text(), new Node.Entry(name, value));
                    if (first != null && lastHolds) {
                        entries.put(name.text(), new Node.Entry(name, value));
                        diagnostics.warning("DUPLICATE_KEY", name.at(), already(name, first)
                                + "; this one is used", "keep one of the two");
                    } else if (first != null) {
                        diagnostics.error("DUPLICATE_KEY", name.at(), already(name, first), "keep one of the two");
                    }
                }
                case Node.Mapping ignored -> badKey(key);
                case Node.Sequence ignored -> badKey(key);
            }
        }

        private static String already(Node.Scalar name, Node.Entry first) {
            return "the key " + Quotation.of(name.text()) + " is already given in line " + first.key().at().line()
                    + ", column " + first.key().at().column();
        }

        private void badKey(Node key) {
            diagnostics.error("BAD_KEY", key.at(), key.kind() + " cannot be a key here",
                    "a text that begins with { or [ needs quotes");
        }

        // Keys of the mapping itself win over merged ones, and earlier merged ones over later.
        private void merge(Node source) {
            switch (source) {
                case Node.Mapping mapping ->
                    mapping.entries().forEach(entry -> entries.putIfAbsent(entry.key().text(), entry));
                case Node.Sequence sequence -> sequence.items().forEach(item -> {
                    if (item instanceof Node.Mapping) {
                        merge(item);
                    } else {
                        badMerge(item);
                    }
                });
                case Node.Scalar scalar -> badMerge(scalar);
            }
        }

        private void badMerge(Node source) {
            diagnostics.error("BAD_MERGE", source.at(), "<< merges mappings, but this is " + source.kind(),
                    "write an alias of a mapping such as *defaults");
        }
    }
}

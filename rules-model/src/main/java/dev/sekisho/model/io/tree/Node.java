package dev.sekisho.model.io.tree;

import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A value of a YAML or JSON file with its place. Scalars are text as written: what a number or a truth value
/// is, the reader of a field decides (see [Fields]), so that `no` is never silently false and `017` never 15.
public sealed interface Node {
    SourceLocation at();

    /// Keys and values in the order of the file; no key appears twice.
    record Mapping(SourceLocation at, List<Entry> entries) implements Node {
        public Mapping {
            Objects.requireNonNull(at);
            entries = List.copyOf(entries);
        }

        /// Returns the value of that key.
        public Optional<Node> get(String key) {
            return entry(key).map(Entry::value);
        }

        /// Returns the key with its value.
        public Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.key().text().equals(key)).findFirst();
        }
    }

    record Sequence(SourceLocation at, List<Node> items) implements Node {
        public Sequence {
            Objects.requireNonNull(at);
            items = List.copyOf(items);
        }
    }

    /// A single value. Numbers, truth values and null are [Style#PLAIN] text.
    record Scalar(SourceLocation at, String text, Style style) implements Node {
        private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

        public Scalar {
            Objects.requireNonNull(at);
            Objects.requireNonNull(text);
            Objects.requireNonNull(style);
        }

        /// Whether the file says that there is no value: nothing at all, `~` or `null` without quotes.
        public boolean isNull() {
            return style == Style.PLAIN && NULLS.contains(text);
        }

        /// Whether only deployment will tell the value; the text is then the expression that stands for it.
        public boolean isUnknown() {
            return style == Style.UNKNOWN;
        }
    }

    /// A value that only deployment will tell, called by the expression that stands for it.
    static Scalar unknown(SourceLocation at, String expression) {
        return new Scalar(at, expression, Style.UNKNOWN);
    }

    /// One key of a [Mapping] and its value.
    record Entry(Scalar key, Node value) {
        public Entry {
            Objects.requireNonNull(key);
            Objects.requireNonNull(value);
        }
    }

    /// Whether a scalar was certainly meant as text.
    enum Style {
        /// YAML without quotes; JSON numbers, `true`, `false` and `null`.
        PLAIN,
        /// Quoted or a YAML block: text, whatever it looks like.
        QUOTED,
        /// Not a value but what stands for it until deployment, such as `reference('fw').privateIPAddress`.
        UNKNOWN
    }

    /// What to call this in a message: `a mapping`, `a list`, `a single value`, `nothing`.
    default String kind() {
        return switch (this) {
            case Mapping ignored -> "a mapping";
            case Sequence ignored -> "a list";
            case Scalar scalar -> scalar.isNull() ? "nothing"
                    : scalar.isUnknown() ? "a value that only deployment will tell" : "a single value";
        };
    }

    /// A mapping without keys, for readers that go on after a problem.
    static Mapping nothing(SourceLocation at) {
        return new Mapping(at, List.of());
    }
}

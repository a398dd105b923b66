package dev.sekisho.simulator.cases;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// A value that a case expects, or that an answer has.
public sealed interface CaseValue {
    /// No value, written `null`.
    enum Nothing implements CaseValue {
        NOTHING;

        @Override
        public String toString() {
            return "null";
        }
    }

    /// A single value as text.
    record Text(String text) implements CaseValue {
        @Override
        public String toString() {
            return text;
        }
    }

    /// Values whose order means nothing.
    record Set(List<String> items) implements CaseValue {
        public Set {
            items = List.copyOf(new TreeSet<>(items));
        }

        @Override
        public String toString() {
            return items.toString();
        }
    }

    /// Values whose order is the answer.
    record Sequence(List<String> items) implements CaseValue {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return items.toString();
        }
    }

    /// Values by name.
    record Named(SortedMap<String, String> fields) implements CaseValue {
        public Named {
            fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        }

        @Override
        public String toString() {
            return fields.toString();
        }
    }
}

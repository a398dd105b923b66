package dev.sekisho.simulator.log;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The fields of one log line; what the line does not say is absent.
///
/// @param fields values as text in the order of [LogField]; numbers are decimal
public record LogLine(SortedMap<LogField, String> fields) implements LogReading {
    public LogLine {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /// Returns a value.
    public Optional<String> get(LogField field) {
        return Optional.ofNullable(fields.get(field));
    }

    /// Returns the same line with one field more; empty text says nothing.
    LogLine with(LogField field, String value) {
        SortedMap<LogField, String> more = new TreeMap<>(fields);
        if (!value.isEmpty()) {
            more.put(field, value);
        }
        return new LogLine(more);
    }

    /// Collects the fields of a line; empty text is left out.
    static final class Builder {
        private final Map<LogField, String> fields = new EnumMap<>(LogField.class);

        Builder put(LogField field, String value) {
            if (!value.isEmpty()) {
                fields.put(field, value);
            }
            return this;
        }

        LogLine build() {
            return new LogLine(new TreeMap<>(fields));
        }
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}

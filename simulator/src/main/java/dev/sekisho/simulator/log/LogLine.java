package dev.sekisho.simulator.log;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The fields of one log line; what the line does not say is absent.
///
/// @param fields values as text in the order of [LogField]; numbers are decimal
public record LogLine(Map<LogField, String> fields) implements LogReading {
    public LogLine {
        Map<LogField, String> inOrder = new EnumMap<>(LogField.class);
        inOrder.putAll(fields);
        fields = Collections.unmodifiableMap(inOrder);
    }

    /// Returns a value.
    public Optional<String> get(LogField field) {
        return Optional.ofNullable(fields.get(field));
    }

    /// Returns the same line with one field more; empty text says nothing.
    LogLine with(LogField field, String value) {
        if (value.isEmpty()) {
            return this;
        }
        Map<LogField, String> more = new EnumMap<>(LogField.class);
        more.putAll(fields);
        more.put(field, value);
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
            return new LogLine(fields);
        }
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}

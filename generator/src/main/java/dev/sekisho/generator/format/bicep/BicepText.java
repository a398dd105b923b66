package dev.sekisho.generator.format.bicep;

import dev.sekisho.generator.format.resource.Lines;
import dev.sekisho.generator.format.resource.Parameter;
import dev.sekisho.generator.format.resource.Value;
import java.util.regex.Pattern;

/// Values in Bicep's syntax.
final class BicepText {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private BicepText() {}

    /// Returns text as a Bicep string: a backslash, a single quote and `${` have a meaning there.
    static String quote(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("${", "\\${").replace("\n", "\\n")
                .replace("\r", "\\r").replace("\t", "\\t") + "'";
    }

    /// Adds `before` and the value behind it, over as many lines as it needs.
    static void write(Lines lines, String indent, String before, Value value) {
        switch (value) {
            case Value.Text(String text) -> lines.line(indent + before + quote(text));
            case Value.Number(int number) -> lines.line(indent + before + number);
            case Value.Flag(boolean on) -> lines.line(indent + before + on);
            case Value.ParameterValue(Parameter parameter) -> lines.line(indent + before + parameter.name());
            case Value.IdOf(String symbol) -> lines.line(indent + before + symbol + ".id");
            case Value.Items(var items) when items.isEmpty() -> lines.line(indent + before + "[]");
            case Value.Items(var items) -> {
                lines.line(indent + before + "[");
                items.forEach(item -> write(lines, indent + "  ", "", item));
                lines.line(indent + "]");
            }
            case Value.Fields(var fields) when fields.isEmpty() -> lines.line(indent + before + "{}");
            case Value.Fields(var fields) -> {
                lines.line(indent + before + "{");
                fields.forEach(field -> write(lines, indent + "  ", key(field.name()) + ": ", field.value()));
                lines.line(indent + "}");
            }
        }
    }

    /// Returns the name of a field, in quotes where it is no identifier.
    static String key(String name) {
        return IDENTIFIER.matcher(name).matches() ? name : quote(name);
    }
}

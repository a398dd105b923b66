package dev.sekisho.generator.format.terraform;

import dev.sekisho.generator.format.resource.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// HCL in the making, laid out as `terraform fmt` lays it out: two spaces, and the equals signs of neighbouring
/// one-line attributes below each other. A comment, an empty line, a block or a list over several lines ends the
/// neighbourhood.
final class Hcl {
    private static final int WIDTH = 110;

    /// @param lead the line, or what stands before the equals sign
    /// @param value what stands behind the equals sign of a one-line attribute
    private record Line(String lead, Optional<String> value) {}

    private final List<Line> lines = new ArrayList<>();
    private int depth;

    /// Adds a one-line attribute whose value is an expression.
    Hcl attribute(String name, String expression) {
        lines.add(new Line(indent() + name, Optional.of(expression)));
        return this;
    }

    /// Adds an attribute with text as its value.
    Hcl text(String name, String value) {
        return attribute(name, quote(value));
    }

    /// Adds an attribute with text as its value, unless it is empty.
    Hcl anyText(String name, String value) {
        return value.isEmpty() ? this : text(name, value);
    }

    /// Adds a list of expressions: on one line where it fits.
    Hcl list(String name, List<String> expressions) {
        String line = "[" + String.join(", ", expressions) + "]";
        if (indent().length() + name.length() + line.length() + 3 <= WIDTH) {
            return attribute(name, line);
        }
        openList(name);
        expressions.forEach(expression -> line(expression + ","));
        return closeList();
    }

    /// Begins a list over several lines.
    Hcl openList(String name) {
        line(name + " = [");
        depth++;
        return this;
    }

    /// Ends the list that was begun last.
    Hcl closeList() {
        depth--;
        return line("]");
    }

    /// Adds a list of texts, unless it is empty.
    Hcl anyTexts(String name, List<?> values) {
        return values.isEmpty() ? this : list(name, texts(values));
    }

    /// Adds a list of expressions, unless it is empty.
    Hcl anyList(String name, List<String> expressions) {
        return expressions.isEmpty() ? this : list(name, expressions);
    }

    /// Begins a block such as `resource "azurerm_route" "default"`, or an object where the header ends in `=`.
    Hcl open(String header) {
        line(header + " {");
        depth++;
        return this;
    }

    /// Ends the block that was begun last.
    Hcl close() {
        if (!lines.isEmpty() && lines.getLast().lead().isEmpty()) {
            lines.removeLast();
        }
        depth--;
        return line("}");
    }

    /// Adds a line as it is.
    Hcl line(String line) {
        lines.add(new Line(indent() + line, Optional.empty()));
        return this;
    }

    /// Adds an empty line, but never two, and none at the top.
    Hcl blank() {
        if (!lines.isEmpty() && !lines.getLast().lead().isEmpty()) {
            lines.add(new Line("", Optional.empty()));
        }
        return this;
    }

    /// Adds a comment, broken into lines; nothing where it is empty.
    Hcl comment(String text) {
        if (!text.isEmpty()) {
            new Lines("#").comment(indent(), text).toString().lines()
                    .forEach(line -> lines.add(new Line(line, Optional.empty())));
        }
        return this;
    }

    /// Returns text as an HCL string: quotes, backslashes, `${` and `%{` have a meaning there.
    static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r")
                .replace("\t", "\\t").replace("${", "$${").replace("%{", "%%{") + "\"";
    }

    static List<String> texts(List<?> values) {
        return values.stream().map(Object::toString).map(Hcl::quote).toList();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    private String indent() {
        return "  ".repeat(depth);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int width = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.value().isEmpty()) {
                text.append(line.lead()).append('\n');
                continue;
            }
            if (i == 0 || lines.get(i - 1).value().isEmpty()) {
                width = neighbourhoodWidth(i);
            }
            text.append(line.lead()).repeat(' ', width - line.lead().length()).append(" = ")
                    .append(line.value().get()).append('\n');
        }
        return text.toString().stripTrailing() + "\n";
    }

    private int neighbourhoodWidth(int first) {
        int width = 0;
        for (int i = first; i < lines.size() && lines.get(i).value().isPresent(); i++) {
            width = Math.max(width, lines.get(i).lead().length());
        }
        return width;
    }
}

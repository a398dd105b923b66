package dev.sekisho.generator.format.resource;

import java.util.ArrayList;
import java.util.List;

/// Text in the making, line by line.
public final class Lines {
    private static final int WIDTH = 116;

    private final List<String> lines = new ArrayList<>();
    private final String comment;

    /// @param comment what begins a comment, such as `//`
    public Lines(String comment) {
        this.comment = comment;
    }

    /// Adds a line as it is.
    public Lines line(String line) {
        lines.add(line);
        return this;
    }

    /// Adds lines as they are.
    public Lines text(String block) {
        block.lines().forEach(lines::add);
        return this;
    }

    /// Adds an empty line, but never two, and none at the top.
    public Lines blank() {
        if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
            lines.add("");
        }
        return this;
    }

    /// Adds a comment, broken into lines; nothing where it is empty.
    public Lines comment(String text) {
        return comment("", text);
    }

    /// Adds an indented comment, broken into lines; nothing where it is empty.
    public Lines comment(String indent, String text) {
        if (text.isEmpty()) {
            return this;
        }
        String line = indent + comment;
        for (String word : text.split("\\s+")) {
            if (line.length() + word.length() >= WIDTH) {
                lines.add(line);
                line = indent + comment;
            }
            line += " " + word;
        }
        lines.add(line);
        return this;
    }

    /// Returns the lines with a single line feed at the end.
    @Override
    public String toString() {
        return String.join("\n", lines).stripTrailing() + "\n";
    }
}

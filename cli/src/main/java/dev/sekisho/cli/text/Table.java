package dev.sekisho.cli.text;

import dev.sekisho.cli.terminal.Ink;
import dev.sekisho.cli.terminal.Streams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A table with a heading: columns as wide as their longest cell, two spaces apart, no trailing spaces.
///
/// Widths count code points. A cell may carry an ink, which takes no room.
public final class Table {
    private static final String GAP = "  ";

    private final List<String> headings;
    private final List<List<Cell>> rows = new ArrayList<>();

    /// One cell.
    public record Cell(String text, List<Ink> ink) {
        public Cell {
            ink = List.copyOf(ink);
        }

        /// A cell in the terminal's usual ink.
        public static Cell plain(String text) {
            return new Cell(text, List.of());
        }

        /// A cell that stands out.
        public static Cell inked(Ink ink, String text) {
            return new Cell(text, List.of(ink));
        }

        private String on(Streams streams) {
            String result = text;
            for (Ink each : ink) {
                result = each.on(streams, result);
            }
            return result;
        }

        private int width() {
            return text.codePointCount(0, text.length());
        }
    }

    /// An empty table with these headings, printed in capitals as `kubectl` prints them.
    public Table(String... headings) {
        this.headings = Arrays.stream(headings).map(heading -> heading.toUpperCase(Locale.ROOT)).toList();
    }

    /// Adds a row, one text for each heading.
    public void add(String... texts) {
        add(Arrays.stream(texts).map(Cell::plain).toList());
    }

    /// Adds a row, one cell for each heading.
    public void add(List<Cell> cells) {
        if (cells.size() != headings.size()) {
            throw new IllegalArgumentException(cells.size() + " cells under " + headings.size() + " headings");
        }
        rows.add(List.copyOf(cells));
    }

    /// Whether there is nothing but headings.
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /// Prints the headings and the rows.
    public void print(Streams streams) {
        List<List<Cell>> lines = new ArrayList<>();
        lines.add(headings.stream().map(heading -> Cell.inked(Ink.STRONG, heading)).toList());
        lines.addAll(rows);
        int[] widths = widths(lines);
        for (List<Cell> line : lines) {
            streams.out().println(render(line, widths, streams));
        }
    }

    private static int[] widths(List<List<Cell>> lines) {
        int[] widths = new int[lines.getFirst().size()];
        for (List<Cell> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], line.get(column).width());
            }
        }
        return widths;
    }

    private static String render(List<Cell> line, int[] widths, Streams streams) {
        StringBuilder text = new StringBuilder();
        int pending = 0;
        for (int column = 0; column < widths.length; column++) {
            Cell cell = line.get(column);
            if (cell.width() > 0) {
                text.repeat(' ', pending).append(cell.on(streams));
                pending = 0;
            }
            pending += widths[column] - cell.width() + GAP.length();
        }
        return text.toString();
    }
}

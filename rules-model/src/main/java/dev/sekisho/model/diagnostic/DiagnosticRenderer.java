package dev.sekisho.model.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Prints problems for people: the place, what is wrong, the line with a caret under the column, and advice.
///
/// ```text
/// policy.yaml:14:9: error: 10.1.0.5/16 has host bits set
///   |       - 10.1.0.5/16
///   |         ^
///   help: write 10.1.0.0/16, or 10.1.0.5/32 for that one address
/// ```
///
/// Input is quoted, never obeyed: control characters and bidirectional overrides appear as escapes. Lines longer than
/// a terminal are clipped around the caret.
public final class DiagnosticRenderer {
    private static final String GUTTER = "  | ";
    private static final int WIDEST = 110;
    private static final int TAB = 4;

    private final SourceText sources;
    private final boolean coloured;

    private DiagnosticRenderer(SourceText sources, boolean coloured) {
        this.sources = sources;
        this.coloured = coloured;
    }

    /// A renderer without colour, for files and pipes.
    public static DiagnosticRenderer plain(SourceText sources) {
        return new DiagnosticRenderer(sources, false);
    }

    /// A renderer with ANSI colours, for terminals.
    public static DiagnosticRenderer coloured(SourceText sources) {
        return new DiagnosticRenderer(sources, true);
    }

    /// Renders all problems of a run without colour.
    public static String render(Diagnostics diagnostics) {
        return plain(diagnostics.sources()).render(diagnostics.all());
    }

    public String render(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        diagnostics.forEach(diagnostic -> out.append(render(diagnostic)));
        return out.toString();
    }

    /// Renders one problem as one or more lines, each with its end.
    public String render(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder();
        SourceLocation at = diagnostic.at();
        if (at.isKnown()) {
            out.append(Quotation.visible(at.toString())).append(": ");
        }
        out.append(paint(diagnostic.severity(), diagnostic.severity() + ":")).append(' ')
                .append(Quotation.visible(diagnostic.problem())).append('\n');
        Optional<String> line = at.isKnown() ? sources.line(at.file(), at.line()) : Optional.empty();
        line.filter(text -> !text.isBlank()).ifPresent(text -> quote(text, at.column(), diagnostic.severity(), out));
        String label = "  help: ";
        for (String advice : diagnostic.remedy().lines().toList()) {
            out.append(label).append(Quotation.visible(advice)).append('\n');
            label = "        ";
        }
        return out.toString();
    }

    private void quote(String line, int column, Severity severity, StringBuilder out) {
        List<Cell> cells = new ArrayList<>();
        int caret = layOut(line, column - 1, cells);
        int from = 0;
        int to = cells.size();
        int width = cells.stream().mapToInt(Cell::width).sum();
        if (width > WIDEST) {
            from = Math.max(0, Math.min(caret - WIDEST / 2, cells.size() - WIDEST));
            to = Math.min(cells.size(), from + WIDEST);
        }
        StringBuilder text = new StringBuilder(from > 0 ? "…" : "");
        int indent = text.length();
        for (int i = from; i < to; i++) {
            text.append(cells.get(i).text());
            indent += i < caret ? cells.get(i).width() : 0;
        }
        text.append(to < cells.size() ? "…" : "");
        out.append(GUTTER).append(text.toString().stripTrailing()).append('\n');
        out.append(GUTTER).repeat(" ", indent).append(paint(severity, "^")).append('\n');
    }

    /// One code point as it is shown, and how many columns of a terminal that takes.
    private record Cell(String text, int width) {}

    /// Fills `cells` with what is near the code point with that index and returns its index among them.
    private static int layOut(String line, int target, List<Cell> cells) {
        int length = line.codePointCount(0, line.length());
        int caret = Math.min(target, length);
        int first = Math.max(0, caret - 2 * WIDEST);
        int offset = line.offsetByCodePoints(0, first);
        int last = Math.min(length, caret + 2 * WIDEST);
        int column = 0;
        for (int i = first; i < last; i++) {
            int c = line.codePointAt(offset);
            offset += Character.charCount(c);
            Cell cell = c == '\t' ? tab(column) : cell(c);
            cells.add(cell);
            column += cell.width();
        }
        return caret - first;
    }

    private static Cell tab(int column) {
        int width = TAB - column % TAB;
        return new Cell(" ".repeat(width), width);
    }

    private static Cell cell(int codePoint) {
        String text = Quotation.visible(codePoint);
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return new Cell(text, 0);
        }
        boolean escaped = text.startsWith("\\") && codePoint != '\\';
        return new Cell(text, escaped ? text.length() : isWide(codePoint) ? 2 : 1);
    }

    /// Whether terminals give the character two columns: East Asian wide and full-width characters, and emoji.
    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115F || c >= 0x2E80 && c <= 0xA4CF && c != 0x303F || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF || c >= 0xFE30 && c <= 0xFE6F || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6 || c >= 0x1F300 && c <= 0x1F64F || c >= 0x1F900 && c <= 0x1F9FF
                || c >= 0x20000 && c <= 0x3FFFD;
    }

    private String paint(Severity severity, String text) {
        if (!coloured) {
            return text;
        }
        String colour = switch (severity) {
            case ERROR -> "31";
            case WARNING -> "33";
            case NOTE -> "36";
        };
        return "\u001b[1;" + colour + "m" + text + "\u001b[0m";
    }
}

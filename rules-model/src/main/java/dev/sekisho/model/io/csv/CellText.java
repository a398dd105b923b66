package dev.sekisho.model.io.csv;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.io.csv.CsvTable.Cell;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes the text of cells apart: lists, protocols with ports.
final class CellText {
    private static final Pattern SEPARATORS = Pattern.compile("[,;|\\r\\n]+");
    private static final Pattern BLANKS = Pattern.compile("[,;|\\s]+");
    private static final Pattern DASH = Pattern.compile("(?<=[0-9a-fA-F])\\s+-\\s+(?=[0-9a-fA-F])");
    private static final Pattern PROTOCOL = Pattern.compile("([A-Za-z]+)\\s*(?:[:=/]?\\s*([0-9]{1,5}))?");

    /// What PowerShell writes for a list or object that nobody joined to text.
    private static final Pattern TYPE_NAME = Pattern
            .compile("(System\\.(Object|String|Collections)|Microsoft\\.Azure\\.Commands)[\\w.`\\[\\], ]*");

    private CellText() {}

    /// Returns the items of a list whose items hold no blanks.
    static List<Node> items(Cell cell, Diagnostics diagnostics) {
        return split(cell, BLANKS, diagnostics);
    }

    /// Returns the items of a list whose items may hold blanks.
    static List<Node> names(Cell cell, Diagnostics diagnostics) {
        return split(cell, SEPARATORS, diagnostics);
    }

    private static List<Node> split(Cell cell, Pattern separators, Diagnostics diagnostics) {
        if (isTypeName(cell, diagnostics)) {
            return List.of();
        }
        List<Node> items = new ArrayList<>();
        for (String item : separators.split(unwrapped(cell.text()))) {
            if (!item.isBlank()) {
                items.add(quoted(cell, item.strip()));
            }
        }
        return List.copyOf(items);
    }

    /// Lists are pasted with braces or brackets around them, and ranges with blanks around the dash.
    private static String unwrapped(String text) {
        String inner = text.strip();
        boolean wrapped = inner.length() > 1 && ("[{(".indexOf(inner.charAt(0)) >= 0
                && "]})".indexOf(inner.charAt(inner.length() - 1)) >= 0);
        inner = wrapped ? inner.substring(1, inner.length() - 1) : inner;
        return DASH.matcher(inner).replaceAll("-").replace("\"", "");
    }

    /// Returns `Https:443` and the like as protocol and port.
    static List<Node> protocols(Cell cell, Diagnostics diagnostics) {
        if (isTypeName(cell, diagnostics)) {
            return List.of();
        }
        List<Node> protocols = new ArrayList<>();
        Matcher matcher = PROTOCOL.matcher(unwrapped(cell.text()));
        int end = 0;
        String text = unwrapped(cell.text());
        while (matcher.find()) {
            if (!BLANKS.matcher(text.substring(end, matcher.start())).replaceAll("").isEmpty()) {
                break;
            }
            end = matcher.end();
            List<Node.Entry> entries = new ArrayList<>();
            entries.add(new Node.Entry(quoted(cell, "protocolType"), quoted(cell, matcher.group(1))));
            if (matcher.group(2) != null) {
                entries.add(new Node.Entry(quoted(cell, "port"),
                        new Node.Scalar(cell.at(), matcher.group(2), Node.Style.PLAIN)));
            }
            protocols.add(new Node.Mapping(cell.at(), entries));
        }
        if (!BLANKS.matcher(text.substring(end)).replaceAll("").isEmpty()) {
            diagnostics.warning("INVALID_VALUE", cell.at(),
                    Quotation.of(text.substring(end).strip()) + " is no protocol with its port",
                    "write Https:443, and several with commas between them");
        }
        return List.copyOf(protocols);
    }

    private static boolean isTypeName(Cell cell, Diagnostics diagnostics) {
        boolean typeName = TYPE_NAME.matcher(cell.text().strip()).matches();
        if (typeName) {
            diagnostics.error("LOST_IN_EXPORT", cell.at(),
                    "the export wrote the type " + Quotation.of(cell.text().strip()) + " in place of the values",
                    "join lists in the script (-join ','), and export again");
        }
        return typeName;
    }

    /// Returns the whole text.
    static Node.Scalar single(Cell cell) {
        return quoted(cell, cell.text().strip());
    }

    private static Node.Scalar quoted(Cell cell, String text) {
        return new Node.Scalar(cell.at(), text, Node.Style.QUOTED);
    }
}

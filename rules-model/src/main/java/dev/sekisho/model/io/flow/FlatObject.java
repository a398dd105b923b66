package dev.sekisho.model.io.flow;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Reads a line that holds one JSON object of texts and whole numbers, the texts in printable ASCII without escapes. Nearly all
/// lines are like that; whatever else there is, it does not read at all.
final class FlatObject {
    private static final List<byte[]> KEYS = FlowRow.FIELDS.stream().map(key -> key.getBytes(StandardCharsets.US_ASCII))
            .toList();
    private static final int OTHER_LINE = -1;

    private byte[] bytes = new byte[0];
    private int at;
    private int to;
    private int valueFrom;
    private int valueTo;

    /// Reads a line and returns where the next one begins; negative where it is another kind of line.
    ///
    /// @param fields where the values go
    int read(byte[] text, int from, int end, FlowFields fields) {
        bytes = text;
        at = from;
        to = end;
        if (!skip('{')) {
            return OTHER_LINE;
        }
        boolean more = !skip('}');
        while (more) {
            if (!text()) {
                return OTHER_LINE;
            }
            int field = field();
            if (!skip(':') || !text() && !number()) {
                return OTHER_LINE;
            }
            if (field >= 0) {
                fields.set(field, valueFrom, valueTo);
            }
            more = skip(',');
            if (!more && !skip('}')) {
                return OTHER_LINE;
            }
        }
        blanks();
        if (at < to && bytes[at] == '\r') {
            at++;
        }
        return at == to ? at : bytes[at] == '\n' ? at + 1 : OTHER_LINE;
    }

    private void blanks() {
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
    }

    private boolean skip(char wanted) {
        blanks();
        boolean found = at < to && bytes[at] == wanted;
        at += found ? 1 : 0;
        return found;
    }

    private boolean text() {
        if (!skip('"')) {
            return false;
        }
        valueFrom = at;
        while (at < to && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        valueTo = at;
        return skip('"');
    }

    /// A whole number without sign; a zero stands in front of nothing.
    private boolean number() {
        valueFrom = at;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        valueTo = at;
        boolean ends = at == to || bytes[at] == ',' || bytes[at] == '}' || bytes[at] == ' ';
        return ends && valueTo > valueFrom && (bytes[valueFrom] != '0' || valueTo == valueFrom + 1);
    }

    private int field() {
        for (int field = 0; field < KEYS.size(); field++) {
            byte[] key = KEYS.get(field);
            if (Arrays.equals(bytes, valueFrom, valueTo, key, 0, key.length)) {
                return field;
            }
        }
        return -1;
    }
}

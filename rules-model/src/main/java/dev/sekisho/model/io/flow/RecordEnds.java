package dev.sekisho.model.io.flow;

/// Where the records of a CSV text end (RFC 4180): at a line feed, a carriage return or both, unless that stands inside of a
/// field in quotes. A quote opens such a field at its first character alone.
final class RecordEnds {
    private static final int NONE = -1;

    private RecordEnds() {}

    /// Behind the first record that is not empty; negative where it does not surely end before `to`.
    static int first(byte[] bytes, int from, int to) {
        int begin = from;
        int end = next(bytes, begin, to);
        while (end >= 0 && isBreak(bytes[begin])) {
            begin = end;
            end = next(bytes, begin, to);
        }
        return end;
    }

    /// Behind the last record that surely ends before `to`; negative where there is none.
    static int last(byte[] bytes, int from, int to) {
        if (!hasQuote(bytes, from, to)) {
            return lastBreak(bytes, from, to);
        }
        int last = NONE;
        int end = next(bytes, from, to);
        while (end >= 0) {
            last = end;
            end = next(bytes, last, to);
        }
        return last;
    }

    /// How many lines end in a text, also inside of records.
    static long lines(byte[] bytes, int from, int to) {
        long lines = 0;
        for (int i = from; i < to; i++) {
            boolean pair = i > from && bytes[i] == '\n' && bytes[i - 1] == '\r';
            lines += isBreak(bytes[i]) && !pair ? 1 : 0;
        }
        return lines;
    }

    private static boolean hasQuote(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"') {
                return true;
            }
        }
        return false;
    }

    /// A carriage return as the last byte may be the first half of a line's end.
    private static int lastBreak(byte[] bytes, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (bytes[i] == '\n' || bytes[i] == '\r' && i < to - 1) {
                return bytes[i] == '\r' && bytes[i + 1] == '\n' ? i + 2 : i + 1;
            }
        }
        return NONE;
    }

    private static int next(byte[] bytes, int from, int to) {
        boolean atStart = true;
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (quoted) {
                boolean pair = b == '"' && i + 1 < to && bytes[i + 1] == '"';
                i += pair ? 1 : 0;
                quoted = b != '"' || pair;
            } else if (isBreak(b)) {
                if (b == '\n') {
                    return i + 1;
                }
                return i + 1 == to ? NONE : bytes[i + 1] == '\n' ? i + 2 : i + 1;
            } else {
                quoted = atStart && b == '"';
                atStart = b == ',';
            }
        }
        return NONE;
    }

    private static boolean isBreak(byte b) {
        return b == '\n' || b == '\r';
    }
}

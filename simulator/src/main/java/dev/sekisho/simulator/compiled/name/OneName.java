package dev.sekisho.simulator.compiled.name;

/// One name of any length on its way through a [NameTable], byte by byte. It tells names from what is none.
///
/// End `e` of the name has `e + 1` labels and `lengths[e]` bytes; `sums[w]` has the products of the words before word `w`.
final class OneName {
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;
    private static final byte DOT = '.';

    private final NameTable table;
    private final SuffixHash hash;
    /// As [SuffixHash] has them.
    private final long[] words = new long[SuffixHash.MOST_WORDS + NameTable.USUAL_WORDS];
    private final int[] lengths = new int[LONGEST_NAME + 1];
    private final long[] sums = new long[SuffixHash.MOST_WORDS];
    private int ends;

    OneName(NameTable table) {
        this.table = table;
        hash = table.hash();
    }

    /// The class of the name, or [NamePartition#UNDECIDED].
    int classOf(byte[] text, int from, int to) {
        if (!read(text, from, to)) {
            return NamePartition.UNDECIDED;
        }
        for (int end = ends - 1; end >= 0; end--) {
            int length = lengths[end];
            int place = table.mayHold(end + 1, length) ? find(length) : NameTable.ROOT;
            if (place != NameTable.ROOT) {
                return table.classOf(place, length, text, from, to);
            }
        }
        return table.classOf(NameTable.ROOT, 0, text, from, to);
    }

    private int find(int length) {
        int word = length / Long.BYTES;
        long hashed = hash.of(sums[word], words[word], length);
        return table.mayHold(hashed) == 0 ? NameTable.ROOT : table.find(hashed, words, 0, 1, length);
    }

    /// Reads a name; false where it is not in canonical form (`FW-36`) or may be an address (`FW-37`), so that it takes
    /// more than comparing bytes.
    private boolean read(byte[] text, int from, int to) {
        if (from >= to || to - from > LONGEST_NAME) {
            return false;
        }
        SuffixHash.words(text, from, to, words);
        for (int word = 0; word < (to - from) / Long.BYTES; word++) {
            sums[word + 1] = sums[word] + hash.product(words[word], word);
        }
        ends = 0;
        int label = 0;
        boolean number = true;
        for (int length = 0; length <= to - from; length++) {
            byte next = length < to - from ? text[to - 1 - length] : DOT;
            if (next != DOT) {
                number &= isDigit(next);
                label++;
                if (!isWanted(next)) {
                    return false;
                }
            } else if (label == 0 || label > LONGEST_LABEL || number) {
                return false;
            } else {
                lengths[ends++] = length;
                label = 0;
                number = false;
            }
        }
        return true;
    }

    private static boolean isWanted(byte c) {
        return c >= 'a' && c <= 'z' || isDigit(c) || c == '-' || c == '_';
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }
}

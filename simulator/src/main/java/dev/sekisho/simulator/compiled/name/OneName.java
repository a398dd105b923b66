package dev.sekisho.simulator.compiled.name;

/// One name of any length on its way through a [NameTable], byte by byte. It tells names from what is none.
///
/// End `e` of the name has `lengths[e]` bytes and the hash `hashes[e]`; the shortest one comes first.
final class OneName {
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;
    private static final byte DOT = '.';

    private final NameTable table;
    private final SuffixHash hash;
    /// As [SuffixHash] has them.
    private final long[] words = new long[SuffixHash.MOST_WORDS + NameTable.USUAL_WORDS];
    private final int[] lengths = new int[LONGEST_NAME + 1];
    private final long[] hashes = new long[LONGEST_NAME + 1];
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
        int end = ends - 1;
        int place = NameTable.ROOT;
        while (end >= 0 && place == NameTable.ROOT) {
            place = table.find(hashes[end], words, 0, 1, lengths[end]);
            end--;
        }
        return table.classOf(place, place == NameTable.ROOT ? 0 : lengths[end + 1], text, from, to);
    }

    /// Reads a name; false where it is not in canonical form (`FW-36`) or may be an address (`FW-37`), so that it takes
    /// more than comparing bytes.
    private boolean read(byte[] text, int from, int to) {
        if (from >= to || to - from > LONGEST_NAME) {
            return false;
        }
        SuffixHash.words(text, from, to, words);
        ends = 0;
        long sum = 0;
        int label = 0;
        boolean number = true;
        for (int length = 0; length <= to - from; length++) {
            if (length > 0 && length % Long.BYTES == 0) {
                int word = length / Long.BYTES - 1;
                sum += hash.product(words[word], word);
            }
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
                lengths[ends] = length;
                hashes[ends++] = hash.of(sum, words[length / Long.BYTES], length);
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

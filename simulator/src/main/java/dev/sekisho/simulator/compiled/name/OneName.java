package dev.sekisho.simulator.compiled.name;

/// One name of any length on its way through a [NameTable], word by word. It tells names from what is none.
///
/// End `e` of the name has `e + 1` labels and `lengths[e]` bytes; `sums[w]` has the products of the words before word `w`.
final class OneName {
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;

    private final NameTable table;
    private final SuffixHash hash;
    /// As [SuffixHash] has them.
    private final long[] words = new long[SuffixHash.MOST_WORDS + NameTable.USUAL_WORDS];
    private final int[] lengths = new int[LONGEST_NAME + 1];
    private final long[] sums = new long[SuffixHash.MOST_WORDS + 1];
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
        int length = to - from;
        if (length <= 0 || length > LONGEST_NAME) {
            return false;
        }
        SuffixHash.words(text, from, to, words);
        ends = 0;
        for (int word = 0; word * Long.BYTES < length; word++) {
            long bytes = words[word];
            if (NameBytes.flags(NameBytes.strange(bytes) & SuffixHash.kept(word, length)) != 0) {
                return false;
            }
            sums[word + 1] = sums[word] + hash.product(bytes, word);
            for (long dots = NameBytes.flags(NameBytes.dots(bytes)); dots != 0; dots ^= Long.highestOneBit(dots)) {
                if (!end(word * Long.BYTES + Long.numberOfLeadingZeros(dots) / Byte.SIZE)) {
                    return false;
                }
            }
        }
        return end(length) && !isNumber(text, to - lengths[0], to);
    }

    /// Takes note of an end of the name, after a label; false where the label is none.
    private boolean end(int length) {
        int label = ends == 0 ? length : length - lengths[ends - 1] - 1;
        lengths[ends++] = length;
        return label > 0 && label <= LONGEST_LABEL;
    }

    private static boolean isNumber(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
        }
        return true;
    }
}

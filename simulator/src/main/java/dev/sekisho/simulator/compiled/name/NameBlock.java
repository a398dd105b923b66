package dev.sekisho.simulator.compiled.name;

/// Up to 64 names on their way through a [NameTable] together, step by step, so that no name waits for another. Names of up
/// to 63 bytes go this way; longer ones, those with an underscore, and what may be no name go one by one through [OneName].
///
/// ```text
/// words  [64 * w + name] = 8 bytes of the name from its end, as SuffixHash has them, with others before its first one
/// sums   [64 * w + name] = products of the words before word w
/// dots   [64 * w + name] = bit 64 - 8 * w + n is set where byte n from the end is a dot, for the words before word w
/// odd    likewise where the byte is none of a canonical name
/// ```
///
/// What depends on every byte is done in loops over plain arrays without a branch, which the compiler turns into vector
/// instructions, if they are as short as these: the arrays have a row of all names for each word, and a row is made from the
/// one before it, so that the last one has the result.
final class NameBlock {
    static final int NAMES = 64;

    private static final int WORDS = 8;
    private static final int BYTES = WORDS * Long.BYTES;
    private static final int LAST_ROW = WORDS * NAMES;
    /// Labels of the longest name here, and room for one more.
    private static final int MOST_ENDS = BYTES / 2 + 1;

    private final NameTable table;
    private final SuffixHash hash;
    private final OneName one;
    private final long[] multipliers = new long[LAST_ROW];
    private final long[] words = new long[LAST_ROW];
    private final long[] wanted = new long[LAST_ROW];
    private final long[] sums = new long[LAST_ROW + NAMES];
    private final long[] dots = new long[LAST_ROW + NAMES];
    private final long[] odd = new long[LAST_ROW + NAMES];
    /// The hashes of ends of names that may be in the table, and `name << 6 | length` for each.
    private final long[] hashes = new long[NAMES * MOST_ENDS];
    private final int[] ends = new int[NAMES * MOST_ENDS];
    /// The longest name of the table that a name is or ends in, and its bytes; -1 bytes where the name goes one by one.
    private final int[] places = new int[NAMES];
    private final int[] lengths = new int[NAMES];

    NameBlock(NameTable table) {
        this.table = table;
        hash = table.hash();
        one = new OneName(table);
        for (int i = 0; i < LAST_ROW; i++) {
            multipliers[i] = hash.product(1, i / NAMES);
        }
    }

    /// Sets `classes[i]` to the class of the name from `froms[i]` to `tos[i]` for every `i` from `first` (inclusive) to `end`
    /// (exclusive), which are at most [#NAMES].
    void classesOf(byte[] text, int[] froms, int[] tos, int first, int end, int[] classes) {
        read(text, froms, tos, first, end);
        multiply(words, multipliers, sums);
        findDots(words, dots);
        findLettersAndDigits(words, wanted);
        findOdd(words, wanted, odd);
        confirm(hashEnds(froms, tos, first, end));
        for (int i = first; i < end; i++) {
            classes[i] = lengths[i - first] < 0
                    ? one.classOf(text, froms[i], tos[i])
                    : table.classOf(places[i - first], lengths[i - first], text, froms[i], tos[i]);
        }
    }

    /// Names at the beginning of the text have no 64 bytes to read, so they go one by one too.
    private void read(byte[] text, int[] froms, int[] tos, int first, int end) {
        for (int name = 0; name < end - first; name++) {
            int to = tos[first + name];
            int length = to - froms[first + name];
            boolean usual = length > 0 && length < BYTES && to >= BYTES;
            lengths[name] = usual ? 0 : -1;
            if (usual) {
                for (int word = 0; word < WORDS; word++) {
                    words[word * NAMES + name] = (long) SuffixHash.LONG.get(text, to - (word + 1) * Long.BYTES);
                }
            }
        }
    }

    private static void multiply(long[] words, long[] multipliers, long[] sums) {
        for (int i = 0; i < LAST_ROW; i++) {
            sums[i + NAMES] = sums[i] + words[i] * multipliers[i];
        }
    }

    private static void findDots(long[] words, long[] dots) {
        for (int i = 0; i < LAST_ROW; i++) {
            dots[i + NAMES] = dots[i] >>> Byte.SIZE | NameBytes.gather(NameBytes.dots(words[i]));
        }
    }

    private static void findLettersAndDigits(long[] words, long[] wanted) {
        for (int i = 0; i < LAST_ROW; i++) {
            wanted[i] = NameBytes.lettersAndDigits(words[i]);
        }
    }

    private static void findOdd(long[] words, long[] wanted, long[] odd) {
        for (int i = 0; i < LAST_ROW; i++) {
            odd[i + NAMES] = odd[i] >>> Byte.SIZE | NameBytes.gather(NameBytes.odd(words[i], wanted[i]));
        }
    }

    /// Collects the ends of names that may be in the table, those of one name from the shortest on.
    private int hashEnds(int[] froms, int[] tos, int first, int end) {
        int count = 0;
        for (int name = 0; name < end - first; name++) {
            if (lengths[name] < 0) {
                continue;
            }
            int length = tos[first + name] - froms[first + name];
            long whole = 1L << length;
            long afterDots = dots[LAST_ROW + name] & whole - 1 | whole;
            long wrong = odd[LAST_ROW + name] & whole - 1 | afterDots & (afterDots << 1 | 1);
            long last = words[name] >>> Long.SIZE - Byte.SIZE;
            if (wrong != 0 || last <= '9') {
                lengths[name] = -1;
                continue;
            }
            places[name] = NameTable.ROOT;
            for (long rest = table.candidates(afterDots); rest != 0; rest &= rest - 1) {
                int bytes = Long.numberOfTrailingZeros(rest);
                int at = bytes / Long.BYTES * NAMES + name;
                long hashed = hash.of(sums[at], words[at], bytes);
                hashes[count] = hashed;
                ends[count] = name << 6 | bytes;
                count += table.mayHold(hashed);
            }
        }
        return count;
    }

    /// Finds the longest of them for each name.
    private void confirm(int count) {
        for (int i = 0; i < count; i++) {
            int name = ends[i] >>> 6;
            int length = ends[i] & 63;
            int place = table.find(hashes[i], words, name, NAMES, length);
            if (place != NameTable.ROOT) {
                places[name] = place;
                lengths[name] = length;
            }
        }
    }
}

package dev.sekisho.simulator.compiled.route;

import java.util.Optional;

/// A level-compressed trie (Nilsson and Karlsson, 1999) of two levels, for tables of up to some thousand prefixes: two
/// loads and no branch for every address, also behind a /32.
///
/// `root` has one slot for each value of the first `rootBits` bits of an address. A slot packs where its leaves begin
/// and how many of the remaining bits choose among them: `first << 5 | 31 - bits`. `leaves` holds routes plus one, 0
/// meaning none. It begins with every answer in order, so that slots of one answer need no leaves of their own.
///
/// ```text
/// address   10.0.3.77 = 000010100000000000 00001101001101
/// root      [000010100000000000] = first << 5 | 31 - 6
/// leaves    [first + 000011]     = route + 1
/// ```
///
/// The remaining bits are shifted to the top below the sign, so that `>>> slot` (whose count is its low five bits)
/// leaves just the bits that choose; with none of them the count is 31 and the sum is `first`.
final class LevelCompressedTrie implements Ipv4Lookup {
    private static final int FEWEST_ROOT_BITS = 8;
    private static final int MOST_ROOT_BITS = 20;
    private static final int COUNT_BITS = 5;
    private static final int NO_BITS = 31;

    private final int rootBits;
    private final int[] root;
    private final char[] leaves;

    private LevelCompressedTrie(int rootBits, int[] root, char[] leaves) {
        this.rootBits = rootBits;
        this.root = root;
        this.leaves = leaves;
    }

    /// The smallest trie for `ranges`, or nothing where it would take more than `mostBytes`.
    static Optional<LevelCompressedTrie> build(Ipv4Ranges ranges, long mostBytes) {
        if (ranges.size() > mostBytes / Character.BYTES || ranges.highestRoute() >= Character.MAX_VALUE) {
            return Optional.empty();
        }
        int best = FEWEST_ROOT_BITS;
        for (int bits = FEWEST_ROOT_BITS + 1; bits <= MOST_ROOT_BITS; bits++) {
            if (bytes(ranges, bits) < bytes(ranges, best)) {
                best = bits;
            }
        }
        return bytes(ranges, best) <= mostBytes ? Optional.of(build(ranges, best)) : Optional.empty();
    }

    private static long bytes(Ipv4Ranges ranges, int rootBits) {
        return ((long) Integer.BYTES << rootBits) + leafCount(ranges, rootBits) * Character.BYTES;
    }

    /// One leaf for each answer, which the slots of one answer share, and those of the slots that are divided.
    private static long leafCount(Ipv4Ranges ranges, int rootBits) {
        long count = ranges.highestRoute() + 2L;
        long slot = 0;
        int bits = 0;
        for (int range = 1; range < ranges.size(); range++) {
            long start = ranges.start(range);
            if (start >>> Integer.SIZE - rootBits != slot) {
                count += bits == 0 ? 0 : 1L << bits;
                slot = start >>> Integer.SIZE - rootBits;
                bits = 0;
            }
            bits = Math.max(bits, bitsBelowRoot(start, rootBits));
        }
        return count + (bits == 0 ? 0 : 1L << bits);
    }

    /// How many bits after the root's tell `start` from the first address of its slot.
    private static int bitsBelowRoot(long start, int rootBits) {
        return Math.max(0, Integer.SIZE - rootBits - Long.numberOfTrailingZeros(start));
    }

    private static LevelCompressedTrie build(Ipv4Ranges ranges, int rootBits) {
        int belowRoot = Integer.SIZE - rootBits;
        int[] root = new int[1 << rootBits];
        char[] leaves = new char[Math.toIntExact(leafCount(ranges, rootBits))];
        int next = 0;
        while (next <= ranges.highestRoute() + 1) {
            leaves[next] = (char) next++;
        }
        int range = 0;
        for (int slot = 0; slot < root.length; slot++) {
            long slotStart = (long) slot << belowRoot;
            range = ranges.at(slotStart, range);
            int bits = 0;
            for (int later = range; ranges.end(later) < slotStart + (1L << belowRoot); later++) {
                bits = Math.max(bits, bitsBelowRoot(ranges.end(later), rootBits));
            }
            if (bits == 0) {
                root[slot] = ranges.route(range) + 1 << COUNT_BITS | NO_BITS;
            } else {
                root[slot] = next << COUNT_BITS | NO_BITS - bits;
                for (int leaf = 0; leaf < 1 << bits; leaf++) {
                    range = ranges.at(slotStart + ((long) leaf << belowRoot - bits), range);
                    leaves[next++] = (char) (ranges.route(range) + 1);
                }
            }
        }
        return new LevelCompressedTrie(rootBits, root, leaves);
    }

    @Override
    public int lookup(int address) {
        int slot = root[address >>> Integer.SIZE - rootBits];
        return leaves[(slot >>> COUNT_BITS) + ((address << rootBits >>> 1) >>> slot)] - 1;
    }

    @Override
    public void lookup(int[] addresses, int from, int to, int[] routes) {
        int[] root = this.root;
        char[] leaves = this.leaves;
        int rootBits = this.rootBits;
        for (int i = from; i < to; i++) {
            int address = addresses[i];
            int slot = root[address >>> Integer.SIZE - rootBits];
            routes[i] = leaves[(slot >>> COUNT_BITS) + ((address << rootBits >>> 1) >>> slot)] - 1;
        }
    }

    @Override
    public long bytes() {
        return (long) root.length * Integer.BYTES + (long) leaves.length * Character.BYTES;
    }

    @Override
    public String toString() {
        return "level-compressed trie with a root of " + rootBits + " bits";
    }
}

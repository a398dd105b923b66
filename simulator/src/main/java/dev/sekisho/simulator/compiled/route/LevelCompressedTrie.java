package dev.sekisho.simulator.compiled.route;

import java.util.Optional;

/// A level-compressed trie (Nilsson and Karlsson, 1999) of two levels, for tables of up to some thousand prefixes: two
/// loads and no branch for every address, also behind a /32.
///
/// `root` has one slot for each value of the first `rootBits` bits of an address. A slot packs where its leaves begin
/// and how many of the remaining bits choose among them: `first << 5 | 31 - bits`. `leaves` holds routes, [#NO_ROUTE] among
/// them. It begins with every answer in order, so that slots of one answer need no leaves of their own.
///
/// ```text
/// address   10.0.3.77 = 000010100000000000 00001101001101
/// root      [000010100000000000] = first << 5 | 31 - 6
/// leaves    [first + 000011]     = route
/// ```
///
/// The address is turned, so that the bits of the root come last and the others stand at the top. There they are shifted below
/// the sign, so that `>>> slot` (whose count is its low five bits) leaves just the bits that choose; with none of them
/// the count is 31 and the sum is `first`.
///
/// The lengths of both arrays are powers of two. A mask that never changes anything tells the compiler that every place is
/// inside, so that it leaves out the checks, and with them what keeps it from unrolling the loop.
final class LevelCompressedTrie implements Ipv4Lookup {
    private static final int FEWEST_ROOT_BITS = 8;
    private static final int MOST_ROOT_BITS = 20;
    /// A root of so many bits leaves most of the core's second cache free.
    private static final int SMALL_ROOT_BITS = 16;
    private static final int COUNT_BITS = 5;
    private static final int NO_BITS = 31;

    private final int rootBits;
    private final int[] root;
    private final short[] leaves;

    private LevelCompressedTrie(int rootBits, int[] root, short[] leaves) {
        this.rootBits = rootBits;
        this.root = root;
        this.leaves = leaves;
    }

    /// A trie for `ranges`, or nothing where even the smallest one would take more than `mostBytes`.
    ///
    /// Where traffic is spread, the load from the root decides what a lookup costs. So the root gives bits to the leaves for as
    /// long as the whole takes no more than `mostBytes`; below [#SMALL_ROOT_BITS] it gains nothing.
    static Optional<LevelCompressedTrie> build(Ipv4Ranges ranges, long mostBytes) {
        if (ranges.size() > mostBytes / Short.BYTES || ranges.highestRoute() > Short.MAX_VALUE) {
            return Optional.empty();
        }
        int bits = FEWEST_ROOT_BITS;
        for (int more = FEWEST_ROOT_BITS + 1; more <= MOST_ROOT_BITS; more++) {
            if (bytes(ranges, more) < bytes(ranges, bits)) {
                bits = more;
            }
        }
        if (bytes(ranges, bits) > mostBytes) {
            return Optional.empty();
        }
        while (bits > SMALL_ROOT_BITS && bytes(ranges, bits - 1) <= mostBytes) {
            bits--;
        }
        return Optional.of(build(ranges, bits));
    }

    private static long bytes(Ipv4Ranges ranges, int rootBits) {
        return ((long) Integer.BYTES << rootBits) + room(leafCount(ranges, rootBits)) * Short.BYTES;
    }

    /// The next power of two.
    private static long room(long leaves) {
        return Long.highestOneBit(2 * leaves - 1);
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
        short[] leaves = new short[Math.toIntExact(room(leafCount(ranges, rootBits)))];
        int next = 0;
        while (next <= ranges.highestRoute() + 1) {
            leaves[next] = (short) (next++ + NO_ROUTE);
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
                    leaves[next++] = (short) ranges.route(range);
                }
            }
        }
        return new LevelCompressedTrie(rootBits, root, leaves);
    }

    @Override
    public int lookup(int address) {
        int turned = Integer.rotateLeft(address, rootBits);
        int slot = root[turned & root.length - 1];
        return leaves[(slot >>> COUNT_BITS) + (turned >>> 1 >>> slot) & leaves.length - 1];
    }

    @Override
    public void lookup(int[] addresses, int from, int to, int[] routes) {
        int[] root = this.root;
        short[] leaves = this.leaves;
        int rootBits = this.rootBits;
        for (int i = from; i < to; i++) {
            int turned = Integer.rotateLeft(addresses[i], rootBits);
            int slot = root[turned & root.length - 1];
            routes[i] = leaves[(slot >>> COUNT_BITS) + (turned >>> 1 >>> slot) & leaves.length - 1];
        }
    }

    @Override
    public long bytes() {
        return (long) root.length * Integer.BYTES + (long) leaves.length * Short.BYTES;
    }

    @Override
    public String toString() {
        return "level-compressed trie with a root of " + rootBits + " bits";
    }
}

package dev.sekisho.simulator.compiled.route;

import java.util.Arrays;

/// DIR-24-8 (Gupta, Lin and McKeown, 1998) with one byte an entry, so that a line of the caches holds 64 networks.
///
/// `table` has the leaf of every /24, or [#DIVIDED] where longer prefixes divide it. The few that are divided are numbered:
/// `divided` has a bit for each /24, `before` says how many bits are set before each 64 of them, and
/// `leaves[number << 8 | last byte of the address]` is the leaf. A leaf is a route plus two, 1 meaning none.
///
/// One load answers nearly every address. The table takes 16 MiB, so it wins over [RunTrie] where the lines in use stay in the
/// caches, and loses where traffic is spread; and as the others cost a branch that is not foreseen, it is for tables in
/// which they are few.
///
/// The length of the table is a power of two. A mask that never changes anything tells the compiler that every place is
/// inside.
final class Dir24 implements Ipv4Lookup {
    /// With more, the leaves of divided blocks might take more than the table.
    static final int MOST_INSIDE = 1 << 16;
    static final int HIGHEST_ROUTE = 0xff - 2;

    private static final int BLOCK_BITS = 8;
    private static final int BLOCK_SIZE = 1 << BLOCK_BITS;
    private static final int BLOCKS = 1 << Integer.SIZE - BLOCK_BITS;
    private static final int WORD_BITS = 6;
    private static final int DIVIDED = 0;
    private static final int TO_LEAF = 2;
    /// Of so many ranges one may begin inside a block.
    static final int RANGES_FOR_ONE_INSIDE = 16;

    private final byte[] table;
    private final long[] divided;
    private final int[] before;
    private final byte[] leaves;

    private Dir24(byte[] table, long[] divided, int[] before, byte[] leaves) {
        this.table = table;
        this.divided = divided;
        this.before = before;
        this.leaves = leaves;
    }

    /// Whether a flat table can hold `ranges`, and few of them divide a block of 256 addresses.
    static boolean suits(Ipv4Ranges ranges) {
        int inside = 0;
        for (int range = 0; range < ranges.size(); range++) {
            inside += offset(ranges.start(range)) == 0 ? 0 : 1;
        }
        return inside <= Math.min(ranges.size() / RANGES_FOR_ONE_INSIDE, MOST_INSIDE)
                && ranges.highestRoute() <= HIGHEST_ROUTE;
    }

    /// A table for `ranges` of routes up to [#HIGHEST_ROUTE].
    static Dir24 build(Ipv4Ranges ranges) {
        long[] divided = new long[BLOCKS >>> WORD_BITS];
        for (int range = 0; range < ranges.size(); range++) {
            if (offset(ranges.start(range)) != 0) {
                divided[block(ranges.start(range)) >>> WORD_BITS] |= 1L << block(ranges.start(range));
            }
        }
        int[] before = new int[divided.length];
        int count = 0;
        for (int word = 0; word < divided.length; word++) {
            before[word] = count;
            count += Long.bitCount(divided[word]);
        }
        Dir24 lookup = new Dir24(new byte[BLOCKS], divided, before, new byte[count << BLOCK_BITS]);
        for (int range = 0; range < ranges.size(); range++) {
            lookup.fill(ranges.start(range), ranges.end(range), (byte) (ranges.route(range) + TO_LEAF));
        }
        return lookup;
    }

    /// Sets the leaf of the addresses from `start` (inclusive) to `end` (exclusive).
    private void fill(long start, long end, byte leaf) {
        int block = block(start);
        int last = block(end - 1);
        if (isDivided(block)) {
            int place = place(block, divided, before);
            int until = block == last ? offset(end - 1) + 1 : BLOCK_SIZE;
            Arrays.fill(leaves, place + offset(start), place + until, leaf);
            block++;
        }
        if (block <= last && isDivided(last)) {
            int place = place(last, divided, before);
            Arrays.fill(leaves, place, place + offset(end - 1) + 1, leaf);
            last--;
        }
        if (block <= last) {
            Arrays.fill(table, block, last + 1, leaf);
        }
    }

    private boolean isDivided(int block) {
        return (divided[block >>> WORD_BITS] & 1L << block) != 0;
    }

    private static int block(long address) {
        return (int) (address >>> BLOCK_BITS);
    }

    private static int offset(long address) {
        return (int) address & BLOCK_SIZE - 1;
    }

    /// Where the leaves of a divided block begin.
    private static int place(int block, long[] divided, int[] before) {
        int word = block >>> WORD_BITS;
        return before[word] + Long.bitCount(divided[word] & (1L << block) - 1) << BLOCK_BITS;
    }

    @Override
    public int lookup(int address) {
        int leaf = table[address >>> BLOCK_BITS] & 0xff;
        return leaf == DIVIDED ? routeInside(address, leaves, divided, before) : leaf - TO_LEAF;
    }

    private static int routeInside(int address, byte[] leaves, long[] divided, int[] before) {
        return (leaves[place(address >>> BLOCK_BITS, divided, before) | address & BLOCK_SIZE - 1] & 0xff) - TO_LEAF;
    }

    @Override
    public void lookup(int[] addresses, int from, int to, int[] routes) {
        byte[] table = this.table;
        byte[] leaves = this.leaves;
        long[] divided = this.divided;
        int[] before = this.before;
        for (int i = from; i < to; i++) {
            int leaf = table[addresses[i] >>> BLOCK_BITS & table.length - 1] & 0xff;
            // The rare case comes after the other, so that nothing waits for it.
            routes[i] = leaf - TO_LEAF;
            if (leaf == DIVIDED) {
                routes[i] = routeInside(addresses[i], leaves, divided, before);
            }
        }
    }

    @Override
    public long bytes() {
        return table.length + (long) divided.length * Long.BYTES + (long) before.length * Integer.BYTES + leaves.length;
    }

    @Override
    public String toString() {
        return "DIR-24-8 with " + (leaves.length >>> BLOCK_BITS) + " divided blocks";
    }
}

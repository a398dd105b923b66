package dev.sekisho.simulator.compiled.route;

import java.util.Arrays;
import java.util.Optional;

/// DIR-24-8 (Gupta, Lin and McKeown, 1998) with two bytes an entry and one a leaf.
///
/// `table` has an entry for every /24: its leaf, or, below zero, `group | 0x8000` where it is divided. Then
/// `leaves[group << 8 | last byte of the address]` is its leaf. A leaf is a route plus one, 0 meaning none.
///
/// One load for nearly every address and a second one for the others, whose place the first one gives. The table takes
/// 32 MiB, so it wins over [RunTrie] where the lines in use stay in the caches, and loses where traffic is spread.
///
/// The lengths of both arrays are powers of two. A mask that never changes anything tells the compiler that every place is
/// inside.
final class Dir24 implements Ipv4Lookup {
    /// As many as the entries below zero can tell apart.
    static final int MOST_GROUPS = 1 << 15;
    static final int HIGHEST_ROUTE = 0xfe;

    private static final int GROUP_BITS = 8;
    private static final int GROUP_SIZE = 1 << GROUP_BITS;

    private final short[] table;
    private final byte[] leaves;

    private Dir24(short[] table, byte[] leaves) {
        this.table = table;
        this.leaves = leaves;
    }

    /// A table for `ranges`, or nothing where a route is above [#HIGHEST_ROUTE] or more than [#MOST_GROUPS] blocks of 256
    /// addresses are divided.
    static Optional<Dir24> build(Ipv4Ranges ranges) {
        int groups = dividedBlocks(ranges);
        if (groups > MOST_GROUPS || ranges.highestRoute() > HIGHEST_ROUTE) {
            return Optional.empty();
        }
        short[] table = new short[1 << Integer.SIZE - GROUP_BITS];
        byte[] leaves = new byte[groups == 0 ? 1 : Integer.highestOneBit(2 * groups - 1) << GROUP_BITS];
        int group = -1;
        int lastDivided = -1;
        for (int range = 0; range < ranges.size(); range++) {
            int leaf = ranges.route(range) + 1;
            int block = block(ranges.start(range));
            if (offset(ranges.start(range)) != 0) {
                if (block != lastDivided) {
                    // The range before this one has filled the block with its leaf.
                    lastDivided = block;
                    Arrays.fill(leaves, ++group << GROUP_BITS, group + 1 << GROUP_BITS, (byte) table[block]);
                    table[block] = (short) (group | Short.MIN_VALUE);
                }
                Arrays.fill(leaves, (group << GROUP_BITS) + offset(ranges.start(range)), group + 1 << GROUP_BITS,
                        (byte) leaf);
                block++;
            }
            int end = block(ranges.end(range) + GROUP_SIZE - 1);
            if (block < end) {
                Arrays.fill(table, block, end, (short) leaf);
            }
        }
        return Optional.of(new Dir24(table, leaves));
    }

    private static int dividedBlocks(Ipv4Ranges ranges) {
        int count = 0;
        int last = -1;
        for (int range = 0; range < ranges.size(); range++) {
            int block = block(ranges.start(range));
            if (offset(ranges.start(range)) != 0 && block != last) {
                last = block;
                count++;
            }
        }
        return count;
    }

    private static int block(long address) {
        return (int) (address >>> GROUP_BITS);
    }

    private static int offset(long address) {
        return (int) address & GROUP_SIZE - 1;
    }

    @Override
    public int lookup(int address) {
        return leaf(table, leaves, address) - 1;
    }

    private static int leaf(short[] table, byte[] leaves, int address) {
        int entry = table[address >>> GROUP_BITS & table.length - 1];
        return entry < 0
                ? leaves[(entry << GROUP_BITS | address & GROUP_SIZE - 1) & leaves.length - 1] & 0xff
                : entry;
    }

    @Override
    public void lookup(int[] addresses, int from, int to, int[] routes) {
        short[] table = this.table;
        byte[] leaves = this.leaves;
        for (int i = from; i < to; i++) {
            routes[i] = leaf(table, leaves, addresses[i]) - 1;
        }
    }

    @Override
    public long bytes() {
        return (long) table.length * Short.BYTES + leaves.length;
    }

    @Override
    public String toString() {
        return "DIR-24-8 with room for " + leaves.length / GROUP_SIZE + " divided blocks";
    }
}

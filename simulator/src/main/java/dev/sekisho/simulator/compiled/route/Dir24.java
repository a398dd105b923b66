package dev.sekisho.simulator.compiled.route;

import java.util.Arrays;
import java.util.Optional;

/// DIR-24-8 (Gupta, Lin and McKeown, 1998) with two bytes an entry and one a leaf.
///
/// `table` has an entry for every /24: its leaf, or, below zero, `group | 0x8000` where it is divided. Then
/// `leaves[group << 8 | last byte of the address]` is its leaf. A leaf is a route plus one, 0 meaning none.
///
/// One load for nearly every address and a second one for the others, whose place the first one gives. The table takes
/// 32 MiB, so it wins over [RunTrie] where the traffic is skewed enough that the lines in use stay in the caches, and
/// loses where it is spread.
final class Dir24 implements Ipv4Lookup {
    /// As many as the entries below zero can tell apart.
    static final int MOST_GROUPS = 1 << 15;

    private static final int GROUP_BITS = 8;
    private static final int GROUP_SIZE = 1 << GROUP_BITS;

    private final short[] table;
    private final byte[] leaves;

    private Dir24(short[] table, byte[] leaves) {
        this.table = table;
        this.leaves = leaves;
    }

    /// A table for `ranges` of routes up to [RunTrie#HIGHEST_ROUTE], or nothing where more than [#MOST_GROUPS] blocks of
    /// 256 addresses are divided.
    static Optional<Dir24> build(Ipv4Ranges ranges) {
        int groups = dividedBlocks(ranges);
        if (groups > MOST_GROUPS) {
            return Optional.empty();
        }
        short[] table = new short[1 << Integer.SIZE - GROUP_BITS];
        byte[] leaves = new byte[groups << GROUP_BITS];
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
        int entry = table[address >>> GROUP_BITS];
        return (entry < 0 ? leaf(leaves, entry, address) : entry) - 1;
    }

    private static int leaf(byte[] leaves, int entry, int address) {
        return leaves[(entry & Short.MAX_VALUE) << GROUP_BITS | address & GROUP_SIZE - 1] & 0xff;
    }

    @Override
    public void lookup(int[] addresses, int from, int to, int[] routes) {
        short[] table = this.table;
        byte[] leaves = this.leaves;
        for (int i = from; i < to; i++) {
            int entry = table[addresses[i] >>> GROUP_BITS];
            routes[i] = (entry < 0 ? leaf(leaves, entry, addresses[i]) : entry) - 1;
        }
    }

    @Override
    public long bytes() {
        return (long) table.length * Short.BYTES + leaves.length;
    }

    @Override
    public String toString() {
        return "DIR-24-8 with " + leaves.length / GROUP_SIZE + " divided blocks";
    }
}

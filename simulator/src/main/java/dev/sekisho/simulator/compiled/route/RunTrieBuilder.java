package dev.sekisho.simulator.compiled.route;

import java.util.Arrays;

import static dev.sekisho.simulator.compiled.route.RunTrie.BELOW;
import static dev.sekisho.simulator.compiled.route.RunTrie.HIGHEST_ROUTE;
import static dev.sekisho.simulator.compiled.route.RunTrie.INT;
import static dev.sekisho.simulator.compiled.route.RunTrie.LONG;
import static dev.sekisho.simulator.compiled.route.RunTrie.ROOT_BITS;
import static dev.sekisho.simulator.compiled.route.RunTrie.SLOT_BITS;

/// Writes the nodes of a [RunTrie] in the order of their addresses, the nodes below before the node that leads to them.
final class RunTrieBuilder {
    private static final int SLOTS = 1 << SLOT_BITS;
    private static final int LARGEST_NODE = SLOTS * Integer.BYTES + 2 * Long.BYTES + SLOTS;
    private static final int ROOT_SHIFT = Integer.SIZE - ROOT_BITS;

    private final Ipv4Ranges ranges;
    private final int[] root = new int[1 << ROOT_BITS];
    private final int[] nodeOfAnswer = new int[HIGHEST_ROUTE + 2];
    private byte[] nodes = new byte[1 << 16];
    private int size;
    /// The range in which the sweep stands.
    private int range;

    private RunTrieBuilder(Ipv4Ranges ranges) {
        this.ranges = ranges;
        Arrays.fill(nodeOfAnswer, -1);
    }

    static RunTrie build(Ipv4Ranges ranges) {
        RunTrieBuilder builder = new RunTrieBuilder(ranges);
        for (int slot = 0; slot < builder.root.length; slot++) {
            builder.root[slot] = builder.nodeAt((long) slot << ROOT_SHIFT, ROOT_SHIFT);
        }
        return new RunTrie(builder.root, Arrays.copyOf(builder.nodes, builder.size));
    }

    /// The place of a node for the block of 2 to the power of `width` addresses from `first` on.
    private int nodeAt(long first, int width) {
        range = ranges.at(first, range);
        if (ranges.end(range) >= first + (1L << width)) {
            return nodeOf(ranges.route(range) + 1);
        }
        byte[] leaves = new byte[SLOTS];
        int[] placesBelow = new int[SLOTS];
        long runs = 0;
        long below = 0;
        int runCount = 0;
        int belowCount = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            // The last node of an address has fewer than 6 bits left, so that slots share an address.
            long slotFirst = first + ((long) slot << width >>> SLOT_BITS);
            long slotEnd = first + ((slot + 1L) << width >>> SLOT_BITS);
            range = ranges.at(slotFirst, range);
            int leaf = ranges.route(range) + 1;
            if (ranges.end(range) < slotEnd) {
                leaf = BELOW;
                below |= 1L << slot;
                placesBelow[belowCount++] = nodeAt(slotFirst, width - SLOT_BITS);
            }
            if (runCount == 0 || leaves[runCount - 1] != (byte) leaf) {
                runs |= 1L << slot;
                leaves[runCount++] = (byte) leaf;
            }
        }
        return write(placesBelow, belowCount, below, runs, leaves, runCount);
    }

    private int write(int[] placesBelow, int belowCount, long below, long runs, byte[] leaves, int runCount) {
        if (size + LARGEST_NODE > nodes.length) {
            nodes = Arrays.copyOf(nodes, Math.multiplyExact(nodes.length, 2));
        }
        if (below != 0) {
            for (int i = belowCount - 1; i >= 0; i--) {
                INT.set(nodes, size, placesBelow[i]);
                size += Integer.BYTES;
            }
            LONG.set(nodes, size, below);
            size += Long.BYTES;
        }
        int place = size;
        LONG.set(nodes, place, runs);
        System.arraycopy(leaves, 0, nodes, place + Long.BYTES, runCount);
        size = place + Long.BYTES + runCount;
        return place;
    }

    /// The node of one run that all blocks of one answer share.
    private int nodeOf(int leaf) {
        if (nodeOfAnswer[leaf] < 0) {
            nodeOfAnswer[leaf] = write(new int[0], 0, 0, 1, new byte[]{(byte) leaf}, 1);
        }
        return nodeOfAnswer[leaf];
    }
}

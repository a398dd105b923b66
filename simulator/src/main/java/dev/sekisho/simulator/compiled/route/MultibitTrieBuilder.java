package dev.sekisho.simulator.compiled.route;

import java.util.Arrays;
import java.util.BitSet;

import static dev.sekisho.simulator.compiled.route.MultibitTrie.ANSWER_BYTES;
import static dev.sekisho.simulator.compiled.route.MultibitTrie.COUNT_BITS;
import static dev.sekisho.simulator.compiled.route.MultibitTrie.INT;
import static dev.sekisho.simulator.compiled.route.MultibitTrie.LONG;
import static dev.sekisho.simulator.compiled.route.MultibitTrie.NO_BITS;
import static dev.sekisho.simulator.compiled.route.MultibitTrie.SLOT_BITS;
import static dev.sekisho.simulator.compiled.route.MultibitTrie.TOP_BITS;

/// Writes the nodes of a [MultibitTrie] in the order of their keys, the nodes below before the node that leads to them.
final class MultibitTrieBuilder {
    private static final int KEY_BITS = 2 * Long.SIZE;
    private static final int SLOTS = 1 << SLOT_BITS;
    private static final int LARGEST_NODE = Long.BYTES + SLOTS * Integer.BYTES;
    /// How many bits may follow the first 12 of the root: the most that keep it small enough, in all and for a range.
    private static final int[] MORE_ROOT_BITS = {18, 12, 6};
    private static final int PLACES_PER_RANGE = 16;
    private static final int FEW_PLACES = 1 << 15;
    private static final int MOST_PLACES = 1 << 22;
    /// One answer in so many may lie deeper than a batch goes together.
    private static final int RARE = 32;

    private final KeyRanges ranges;
    private final int[] answersAtDepth = new int[KEY_BITS + SLOT_BITS + 1];
    private final int firstInner;
    private byte[] nodes;
    private int size;
    /// The range in which the sweep stands.
    private int range;

    private MultibitTrieBuilder(KeyRanges ranges) {
        this.ranges = ranges;
        firstInner = Math.multiplyExact(ranges.highestRoute() + 2, ANSWER_BYTES);
        size = firstInner;
        nodes = new byte[size + (1 << 16)];
        for (int answer = 0; answer < size; answer += ANSWER_BYTES) {
            LONG.set(nodes, answer, 1L);
            INT.set(nodes, answer + Long.BYTES, answer);
        }
    }

    static MultibitTrie build(KeyRanges ranges) {
        return new MultibitTrieBuilder(ranges).build();
    }

    private MultibitTrie build() {
        BitSet divided = dividedSlots();
        int more = moreRootBits(divided.cardinality());
        int[] root = new int[1 << TOP_BITS];
        int[] places = new int[root.length - divided.cardinality() + (divided.cardinality() << more)];
        int filled = 0;
        range = 0;
        for (int slot = 0; slot < root.length; slot++) {
            int bits = divided.get(slot) ? more : 0;
            root[slot] = filled << COUNT_BITS | NO_BITS - bits;
            for (int i = 0; i < 1 << bits; i++) {
                long first = ((long) slot << bits | i) << Long.SIZE - TOP_BITS - bits;
                places[filled++] = nodeAt(first, 0, TOP_BITS + bits);
            }
        }
        int rootBits = TOP_BITS + more;
        return new MultibitTrie(rootBits, root, places, Arrays.copyOf(nodes, size), firstInner, lastDepth(rootBits));
    }

    /// The slots of the root that have more than one answer.
    private BitSet dividedSlots() {
        BitSet divided = new BitSet();
        for (int slot = 0; slot < 1 << TOP_BITS; slot++) {
            long first = (long) slot << Long.SIZE - TOP_BITS;
            range = ranges.at(first, 0, range);
            divided.set(slot, ranges.endsBy(range, first | ones(Long.SIZE - TOP_BITS), -1));
        }
        return divided;
    }

    private int moreRootBits(int divided) {
        long most = Math.clamp((long) ranges.size() * PLACES_PER_RANGE, FEW_PLACES, MOST_PLACES);
        return Arrays.stream(MORE_ROOT_BITS).filter(bits -> (long) divided << bits <= most).findFirst()
                .orElse(MORE_ROOT_BITS[MORE_ROOT_BITS.length - 1]);
    }

    /// The place of a node for the keys that share their first `depth` bits with the given one.
    private int nodeAt(long high, long low, int depth) {
        range = ranges.at(high, low, range);
        int free = KEY_BITS - depth;
        if (free <= 0 || !ranges.endsBy(range, high | ones(free - Long.SIZE), low | ones(free))) {
            return (ranges.route(range) + 1) * ANSWER_BYTES;
        }
        int[] places = new int[SLOTS];
        long runs = 0;
        int runCount = 0;
        int freeInSlot = free - SLOT_BITS;
        for (int slot = 0; slot < SLOTS; slot++) {
            int place = nodeAt(high | shift(slot, freeInSlot - Long.SIZE), low | shift(slot, freeInSlot),
                    depth + SLOT_BITS);
            if (runCount == 0 || places[runCount - 1] != place) {
                runs |= 1L << slot;
                places[runCount++] = place;
                answersAtDepth[depth + SLOT_BITS] += place < firstInner ? 1 : 0;
            }
        }
        return write(runs, places, runCount);
    }

    private int write(long runs, int[] places, int count) {
        if (size + LARGEST_NODE > nodes.length) {
            nodes = Arrays.copyOf(nodes, Math.multiplyExact(nodes.length, 2));
        }
        int place = size;
        LONG.set(nodes, place, runs);
        for (int run = 0; run < count; run++) {
            INT.set(nodes, place + Long.BYTES + run * Integer.BYTES, places[run]);
        }
        size = place + Long.BYTES + count * Integer.BYTES;
        return place;
    }

    /// The depth of the nodes that nearly all lookups end in or above, at most what the first half of a key can tell.
    private int lastDepth(int rootBits) {
        long deeper = Arrays.stream(answersAtDepth).asLongStream().sum();
        long rare = deeper / RARE;
        int depth = rootBits;
        deeper -= answersAtDepth[depth + SLOT_BITS];
        while (depth + 2 * SLOT_BITS <= Long.SIZE && deeper > rare) {
            depth += SLOT_BITS;
            deeper -= answersAtDepth[depth + SLOT_BITS];
        }
        return depth;
    }

    /// As many ones at the low end of 64 bits as fit.
    private static long ones(int count) {
        return count <= 0 ? 0 : count >= Long.SIZE ? -1 : (1L << count) - 1;
    }

    /// Shifts to the left by any distance, a negative one meaning to the right.
    private static long shift(long value, int distance) {
        if (distance >= Long.SIZE || distance <= -Long.SIZE) {
            return 0;
        }
        return distance >= 0 ? value << distance : value >>> -distance;
    }
}

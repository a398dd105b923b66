package dev.sekisho.simulator.compiled.route;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A multibit trie over keys of up to 128 bits whose nodes store equal neighbours once, as Poptrie does (Asai and
/// Ohara, 2015), below a root that is a level-compressed trie (Nilsson and Karlsson, 1999). It has leaves of any number of
/// routes, and every lookup takes the same steps, so that none is mispredicted.
///
/// `root` has one slot for each value of the first 12 bits of a key: where its places begin in `places`, and how many of
/// the next bits choose among them, as [LevelCompressedTrie] packs them: none where the slot has one answer, else as many
/// as in every other slot, so that `rootBits` in all lead to a node. Real addresses share few first bits, which makes a root
/// of 30 bits affordable and saves steps.
///
/// `nodes` has what is below. A node divides its block by the next 6 bits into 64 slots:
///
/// ```text
/// place        64 bits  bit s is set where a run of equal slots begins at slot s
/// place + 8    32 bits  for each run the place of the node that goes on from there
/// ```
///
/// So the run of slot `s` is found by counting the bits up to `s`: `bits << ~s` drops those after it, as Java takes the
/// count of a shift modulo 64.
///
/// The answers are nodes too, the first ones: route `r` is the node at `16 * (r + 1)`, none the node at 0, all of one
/// run that leads back to the node itself. Who is there already may step on without harm; who stands below
/// `firstInner` has the answer.
///
/// A batch goes through the trie level by level, in blocks small enough to stay in the first-level cache: down to the
/// nodes at `lastDepth` bits for all, which is enough for nearly all prefixes, and the rest one by one.
final class MultibitTrie {
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    static final int TOP_BITS = 12;
    static final int COUNT_BITS = 5;
    static final int NO_BITS = 31;
    static final int SLOT_BITS = 6;
    static final int ANSWER_BYTES = 16;

    private static final int ANSWER_SHIFT = 4;
    private static final int BLOCK = 256;

    private final int rootBits;
    private final int[] root;
    private final int[] places;
    private final byte[] nodes;
    private final int firstInner;
    private final int lastDepth;

    MultibitTrie(int rootBits, int[] root, int[] places, byte[] nodes, int firstInner, int lastDepth) {
        this.rootBits = rootBits;
        this.root = root;
        this.places = places;
        this.nodes = nodes;
        this.firstInner = firstInner;
        this.lastDepth = lastDepth;
    }

    int lookup(long high, long low) {
        return answer(nodes, firstInner, place(root, places, high), high, low, rootBits);
    }

    /// The place of the node to which the first bits of a key lead.
    private static int place(int[] root, int[] places, long high) {
        int bits = (int) (high >>> Integer.SIZE);
        int slot = root[bits >>> Integer.SIZE - TOP_BITS];
        return places[(slot >>> COUNT_BITS) + ((bits << TOP_BITS >>> 1) >>> slot)];
    }

    /// Goes on at `node`, to which the first `depth` bits of the key have led.
    private static int answer(byte[] nodes, int firstInner, int node, long high, long low, int depth) {
        int place = node;
        for (int bit = depth; place >= firstInner; bit += SLOT_BITS) {
            place = next(nodes, place, slot(high, low, bit));
        }
        return (place >>> ANSWER_SHIFT) - 1;
    }

    private static int next(byte[] nodes, int place, long slot) {
        long runs = (long) LONG.get(nodes, place) << ~slot;
        return (int) INT.get(nodes, place + Integer.BYTES + Integer.BYTES * Long.bitCount(runs));
    }

    /// The 6 bits of a key from number `depth` on, at the low end with others above them; 0 for bits past the end.
    private static long slot(long high, long low, int depth) {
        int unused = 2 * Long.SIZE - SLOT_BITS - depth;
        if (unused >= Long.SIZE) {
            return high >>> unused;
        }
        return unused >= 0 ? high << 1 << Long.SIZE - 1 - unused | low >>> unused : low << -unused;
    }

    void lookup(long[] highs, long[] lows, int from, int to, int[] routes) {
        for (int start = from; start < to; start += BLOCK) {
            int end = Math.min(to, start + BLOCK);
            enter(highs, start, end, routes);
            for (int depth = rootBits; depth < lastDepth; depth += SLOT_BITS) {
                step(highs, start, end, routes, depth);
            }
            finish(highs, lows, start, end, routes);
        }
    }

    private void enter(long[] highs, int from, int to, int[] at) {
        int[] root = this.root;
        int[] places = this.places;
        for (int i = from; i < to; i++) {
            at[i] = place(root, places, highs[i]);
        }
    }

    /// Takes every key one level down.
    private void step(long[] highs, int from, int to, int[] at, int depth) {
        byte[] nodes = this.nodes;
        int shift = Long.SIZE - SLOT_BITS - depth;
        for (int i = from; i < to; i++) {
            at[i] = next(nodes, at[i], highs[i] >>> shift);
        }
    }

    /// Takes every key one level down to its route, and the few that go on from there further.
    private void finish(long[] highs, long[] lows, int from, int to, int[] routes) {
        byte[] nodes = this.nodes;
        int firstInner = this.firstInner;
        int depth = lastDepth;
        int shift = Long.SIZE - SLOT_BITS - depth;
        for (int i = from; i < to; i++) {
            int place = next(nodes, routes[i], highs[i] >>> shift);
            // The rare case comes after the other, so that nothing waits for it.
            routes[i] = (place >>> ANSWER_SHIFT) - 1;
            if (place >= firstInner) {
                routes[i] = answer(nodes, firstInner, place, highs[i], lows[i], depth + SLOT_BITS);
            }
        }
    }

    long bytes() {
        return (long) (root.length + places.length) * Integer.BYTES + nodes.length;
    }

    @Override
    public String toString() {
        return "multibit trie with a root of " + rootBits + " bits and " + nodes.length + " bytes of nodes";
    }
}

package dev.sekisho.simulator.compiled.route;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A multibit trie over keys of up to 128 bits whose nodes store equal neighbours once, as Poptrie does (Asai and
/// Ohara, 2015). It has leaves of any number of routes, and every lookup takes the same steps, so that none is
/// mispredicted.
///
/// `root` has the place of a node in `nodes` for each value of the first `rootBits` bits of a key. A node divides its
/// block by the next 6 bits into 64 slots:
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
/// A batch goes through the trie level by level, in blocks small enough to stay in the first-level cache: down to
/// `stagedDepth` bits for all, which is enough for nearly all prefixes, and the rest one by one.
final class MultibitTrie {
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    static final int SLOT_BITS = 6;
    static final int ANSWER_BYTES = 16;

    private static final int ANSWER_SHIFT = 4;
    private static final int BLOCK = 128;

    private final int rootBits;
    private final int[] root;
    private final byte[] nodes;
    private final int firstInner;
    private final int stagedDepth;

    MultibitTrie(int rootBits, int[] root, byte[] nodes, int firstInner, int stagedDepth) {
        this.rootBits = rootBits;
        this.root = root;
        this.nodes = nodes;
        this.firstInner = firstInner;
        this.stagedDepth = stagedDepth;
    }

    int lookup(long high, long low) {
        return answer(root[(int) (high >>> Long.SIZE - rootBits)], high, low, rootBits);
    }

    /// Goes on at `node`, to which the first `depth` bits of the key have led.
    private int answer(int node, long high, long low, int depth) {
        byte[] nodes = this.nodes;
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
            int depth = rootBits;
            while (depth < stagedDepth && step(highs, start, end, routes, depth)) {
                depth += SLOT_BITS;
            }
            for (int i = start; i < end; i++) {
                int place = routes[i];
                routes[i] = place < firstInner ? (place >>> ANSWER_SHIFT) - 1 : answer(place, highs[i], lows[i], depth);
            }
        }
    }

    private void enter(long[] highs, int from, int to, int[] places) {
        int[] root = this.root;
        int shift = Long.SIZE - rootBits;
        for (int i = from; i < to; i++) {
            places[i] = root[(int) (highs[i] >>> shift)];
        }
    }

    /// Takes every key one level down; false if all have their answers.
    private boolean step(long[] highs, int from, int to, int[] places, int depth) {
        byte[] nodes = this.nodes;
        int shift = Long.SIZE - SLOT_BITS - depth;
        int farthest = 0;
        for (int i = from; i < to; i++) {
            int place = next(nodes, places[i], highs[i] >>> shift);
            places[i] = place;
            farthest = Math.max(farthest, place);
        }
        return farthest >= firstInner;
    }

    long bytes() {
        return (long) root.length * Integer.BYTES + nodes.length;
    }

    @Override
    public String toString() {
        return "multibit trie with a root of " + rootBits + " bits and " + nodes.length + " bytes of nodes";
    }
}

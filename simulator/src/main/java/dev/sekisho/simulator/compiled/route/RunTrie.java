package dev.sekisho.simulator.compiled.route;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A trie of 64-way nodes whose equal neighbours are stored once, as the leaf vector of Poptrie does (Asai and Ohara,
/// 2015), with the leaves inside the node: below 3 bytes a prefix for a table of the whole Internet. A lookup touches
/// one line of the root and one or two of a node; nearly all end there, as few prefixes are longer than /24.
///
/// `root` has the place of a node in `nodes` for each value of the first 18 bits of an address; slots of one answer
/// share a node of one run. A node divides its block of addresses by the next 6 bits into 64 slots:
///
/// ```text
/// place - 8 - 4 * count   32 bits  places of the nodes below, the last first   } only where some
/// place - 8               64 bits  bit s is set where slot s has a node below  } leaf is BELOW
/// place                   64 bits  bit s is set where a run of equal slots begins at slot s
/// place + 8               8 bits   a leaf for each run: a route plus one, 0 meaning none, or BELOW
/// ```
///
/// So the run of slot `s`, and likewise its node below, is found by counting the bits up to `s`: `bits << ~s` drops
/// those after it, as Java takes the count of a shift modulo 64.
final class RunTrie implements Ipv4Lookup {
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    static final int ROOT_BITS = 18;
    static final int SLOT_BITS = 6;
    /// The leaf of slots that are divided further.
    static final int BELOW = 0xff;
    static final int HIGHEST_ROUTE = BELOW - 2;

    private static final int ROOT_SHIFT = Integer.SIZE - ROOT_BITS;
    private static final int SLOT_SHIFT = ROOT_SHIFT - SLOT_BITS;
    /// The answer that stands for [#BELOW] until it is replaced.
    private static final int UNFINISHED = BELOW - 1;
    /// Addresses that go through the root together, so that their loads overlap; a power of two.
    private static final int BLOCK = 128;

    private final int[] root;
    private final byte[] nodes;

    RunTrie(int[] root, byte[] nodes) {
        this.root = root;
        this.nodes = nodes;
    }

    @Override
    public int lookup(int address) {
        byte[] nodes = this.nodes;
        int node = root[address >>> ROOT_SHIFT];
        for (long rest = (long) address << Integer.SIZE + ROOT_BITS;; rest <<= SLOT_BITS) {
            long afterSlot = ~(rest >>> Long.SIZE - SLOT_BITS);
            int leaf = nodes[node + Long.BYTES - 1 + Long.bitCount((long) LONG.get(nodes, node) << afterSlot)] & 0xff;
            if (leaf != BELOW) {
                return leaf - 1;
            }
            long below = (long) LONG.get(nodes, node - Long.BYTES) << afterSlot;
            node = (int) INT.get(nodes, node - Long.BYTES - Integer.BYTES * Long.bitCount(below));
        }
    }

    @Override
    public void lookup(int[] addresses, int from, int to, int[] routes) {
        for (int start = from; start < to; start += BLOCK) {
            int end = Math.min(to, start + BLOCK);
            if (lookupShort(addresses, start, end, routes) > BELOW) {
                finish(addresses, start, end, routes);
            }
        }
    }

    /// Answers what the first node can answer; gives a number above [#BELOW] where something was left unfinished.
    private int lookupShort(int[] addresses, int from, int to, int[] routes) {
        int[] root = this.root;
        byte[] nodes = this.nodes;
        for (int i = from; i < to; i++) {
            routes[i] = root[addresses[i] >>> ROOT_SHIFT];
        }
        int leaves = 0;
        for (int i = from; i < to; i++) {
            int node = routes[i];
            long runs = (long) LONG.get(nodes, node) << ~(addresses[i] >>> SLOT_SHIFT);
            int leaf = nodes[node + Long.BYTES - 1 + Long.bitCount(runs)] & 0xff;
            leaves |= leaf + 1;
            routes[i] = leaf - 1;
        }
        return leaves;
    }

    private void finish(int[] addresses, int from, int to, int[] routes) {
        for (int i = from; i < to; i++) {
            if (routes[i] == UNFINISHED) {
                routes[i] = lookup(addresses[i]);
            }
        }
    }

    @Override
    public long bytes() {
        return (long) root.length * Integer.BYTES + nodes.length;
    }

    @Override
    public String toString() {
        return "run trie with " + nodes.length + " bytes of nodes";
    }
}

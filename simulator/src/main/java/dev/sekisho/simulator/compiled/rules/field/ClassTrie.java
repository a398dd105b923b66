package dev.sekisho.simulator.compiled.rules.field;

/// The class of every IPv4 address as a trie of three levels: three loads and no branch for whatever address.
///
/// ```text
/// address   10.0.3.77 = 000010100000000 00000001 101001101         strides of 15, 8 and 9 bits
/// root      [000010100000000]   = first in nodes  << 10 | 0011111111
/// nodes     [first + 00000001]  = first in leaves << 10 | 0111111111
/// leaves    [first + 101001101] = class
/// ```
///
/// An entry's low bits are the mask of the bits that choose below it; where nothing does, the mask is 0 and `first` the class
/// itself: `nodes` and `leaves` begin with an entry for each class that leads on to it.
///
/// The strides are those that make the trie smallest, which keeps it in the core's second cache.
public final class ClassTrie implements AddressClasses {
    private static final int MASK_BITS = 10;
    private static final int MASK = (1 << MASK_BITS) - 1;
    private static final int FEWEST_ROOT_BITS = Integer.SIZE - 2 * MASK_BITS;
    private static final int MOST_ROOT_BITS = 20;
    private static final long MOST_ENTRIES = 1L << Integer.SIZE - MASK_BITS;
    private static final long MOST_BYTES = 8L << 20;

    private final int rootBits;
    private final int leafBits;
    private final int[] root;
    private final int[] nodes;
    private final char[] leaves;

    private ClassTrie(Strides strides, int classCount) {
        rootBits = strides.root;
        leafBits = strides.leaf();
        root = new int[1 << rootBits];
        nodes = new int[(int) strides.nodeEntries];
        leaves = new char[(int) strides.leafEntries];
        for (int i = 0; i < classCount; i++) {
            nodes[i] = i << MASK_BITS;
            leaves[i] = (char) i;
        }
    }

    /// The smallest trie.
    ///
    /// @param ranges the whole space
    static ClassTrie build(Partitions ranges) {
        Strides strides = Strides.smallest(ranges.starts(), ranges.classCount());
        ClassTrie trie = new ClassTrie(strides, ranges.classCount());
        new Filler(trie, ranges).fill();
        return trie;
    }

    /// Tells whether there are entries enough for the classes, and memory for the entries.
    static boolean fits(Partitions ranges) {
        return ranges.classCount() <= Character.MAX_VALUE
                && Strides.smallest(ranges.starts(), ranges.classCount()).bytes() <= MOST_BYTES;
    }

    @Override
    public int lookup(int address) {
        int node = root[address >>> Integer.SIZE - rootBits];
        int leaf = nodes[(node >>> MASK_BITS) + (address >>> leafBits & node & MASK)];
        return leaves[(leaf >>> MASK_BITS) + (address & leaf & MASK)];
    }

    @Override
    public void lookup(int[] addresses, int from, int to, int[] classes) {
        int[] root = this.root;
        int[] nodes = this.nodes;
        char[] leaves = this.leaves;
        int rootShift = Integer.SIZE - rootBits;
        int leafBits = this.leafBits;
        for (int i = from; i < to; i++) {
            int address = addresses[i];
            int node = root[address >>> rootShift];
            int leaf = nodes[(node >>> MASK_BITS) + (address >>> leafBits & node & MASK)];
            classes[i - from] = leaves[(leaf >>> MASK_BITS) + (address & leaf & MASK)];
        }
    }

    @Override
    public long bytes() {
        return (long) (root.length + nodes.length) * Integer.BYTES + (long) leaves.length * Character.BYTES;
    }

    @Override
    public String toString() {
        return "trie with strides of " + rootBits + ", " + (Integer.SIZE - rootBits - leafBits) + " and " + leafBits
                + " bits";
    }

    /// How many bits of an address each level takes, and how many entries there are then.
    private record Strides(int root, int node, long nodeEntries, long leafEntries) {

        static Strides smallest(long[] starts, int classCount) {
            int[] divided = divided(starts);
            Strides best = of(FEWEST_ROOT_BITS, MASK_BITS, divided, classCount);
            for (int root = FEWEST_ROOT_BITS; root <= MOST_ROOT_BITS; root++) {
                for (int node = MASK_BITS; Integer.SIZE - root - node <= MASK_BITS && node > 0; node--) {
                    Strides strides = of(root, node, divided, classCount);
                    best = strides.bytes() < best.bytes() ? strides : best;
                }
            }
            return best;
        }

        private static Strides of(int root, int node, int[] divided, int classCount) {
            int leaf = Integer.SIZE - root - node;
            return new Strides(root, node, classCount + ((long) divided[root] << node),
                    classCount + ((long) divided[root + node] << leaf));
        }

        /// For each number of bits how many prefixes of that length have a start inside.
        private static int[] divided(long[] starts) {
            int[] divided = new int[Integer.SIZE];
            for (int length = 0; length < Integer.SIZE; length++) {
                int shift = Integer.SIZE - length;
                long last = -1;
                for (long start : starts) {
                    if (Long.numberOfTrailingZeros(start) < shift && start >>> shift != last) {
                        last = start >>> shift;
                        divided[length]++;
                    }
                }
            }
            return divided;
        }

        int leaf() {
            return Integer.SIZE - root - node;
        }

        long bytes() {
            return nodeEntries >= MOST_ENTRIES || leafEntries >= MOST_ENTRIES
                    ? Long.MAX_VALUE
                    : ((long) Integer.BYTES << root) + nodeEntries * Integer.BYTES + leafEntries * Character.BYTES;
        }
    }

    /// Fills the levels from the first address to the last.
    private static final class Filler {
        private final ClassTrie trie;
        private final Partitions ranges;
        private int range;
        private int nextNode;
        private int nextLeaf;

        Filler(ClassTrie trie, Partitions ranges) {
            this.trie = trie;
            this.ranges = ranges;
            this.nextNode = ranges.classCount();
            this.nextLeaf = ranges.classCount();
        }

        void fill() {
            int rootShift = Integer.SIZE - trie.rootBits;
            int nodeCount = 1 << rootShift - trie.leafBits;
            for (int slot = 0; slot < trie.root.length; slot++) {
                long start = (long) slot << rootShift;
                if (isOneRange(start, rootShift)) {
                    trie.root[slot] = ranges.classes()[range] << MASK_BITS;
                } else {
                    trie.root[slot] = nextNode << MASK_BITS | nodeCount - 1;
                    for (int i = 0; i < nodeCount; i++) {
                        trie.nodes[nextNode++] = node(start + ((long) i << trie.leafBits));
                    }
                }
            }
        }

        private int node(long start) {
            if (isOneRange(start, trie.leafBits)) {
                return ranges.classes()[range] << MASK_BITS;
            }
            int node = nextLeaf << MASK_BITS | (1 << trie.leafBits) - 1;
            for (int i = 0; i < 1 << trie.leafBits; i++) {
                trie.leaves[nextLeaf++] = (char) classAt(start + i);
            }
            return node;
        }

        /// Tells whether the addresses of a block are of one class; the blocks come in order.
        private boolean isOneRange(long start, int bits) {
            classAt(start);
            return range + 1 == ranges.starts().length || ranges.starts()[range + 1] >= start + (1L << bits);
        }

        private int classAt(long address) {
            while (range + 1 < ranges.starts().length && ranges.starts()[range + 1] <= address) {
                range++;
            }
            return ranges.classes()[range];
        }
    }
}

package dev.sekisho.simulator.compiled.name;

import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.simulator.compiled.rules.ClassSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/// Host names in classes that no pattern of a collection tells apart (`FW-35`). Immutable, so threads may share it.
///
/// A trie of labels, the last label of a name first, kept as a hash table of its nodes: the node of `contoso.com` is
/// found by the hash of these eleven bytes. A lookup hashes all suffixes of a name in one pass and probes them from the
/// shortest on, until one has no node.
///
/// ```text
/// slots       [hash] = node + 1, 0 meaning free; the next slot is tried where another node has it
/// hashes      [node] = hash of its name
/// nameEnds    [node] = where its name ends in `names`; it begins where the one before ends
/// exact       [node] = class of its name
/// below       [node] = class of the names below it that have no node
/// partialEnds [node] = where its partial labels end in the next two, the longest first
/// partials    [place] = the end of a label, for patterns such as *contoso.com that begin inside of one
/// partialClasses [place] = class of the names below the node whose label there ends so
/// ```
///
/// Node 0 is the root, whose name is empty.
public final class NamePartition {
    /// The answer for text that is not a name in canonical form, or may be an address: see `FW-36` and `FW-37`.
    public static final int UNDECIDED = -1;

    private final long[] random;
    private final int[] slots;
    private final long[] hashes;
    private final byte[] names;
    private final int[] nameEnds;
    private final int[] exact;
    private final int[] below;
    private final int[] partialEnds;
    private final byte[][] partials;
    private final int[] partialClasses;
    private final int classCount;
    private final Map<FqdnPattern, ClassSet> members;

    NamePartition(NameTrie trie, long[] random, int[] slots, long[] hashes) {
        this.random = random;
        this.slots = slots;
        this.hashes = hashes;
        this.names = trie.names();
        this.nameEnds = trie.nameEnds();
        this.exact = trie.exact();
        this.below = trie.below();
        this.partialEnds = trie.partialEnds();
        this.partials = trie.partials();
        this.partialClasses = trie.partialClasses();
        this.classCount = trie.classCount();
        this.members = trie.members();
    }

    /// Tells names apart that different patterns match.
    public static NamePartition of(Collection<FqdnPattern> patterns) {
        return NameTrie.of(patterns).hashed();
    }

    /// The classes are 0 to `classCount() - 1`.
    public int classCount() {
        return classCount;
    }

    /// The classes of the names that one of the patterns matches.
    ///
    /// @throws IllegalArgumentException if the partition was not made for the pattern
    public ClassSet members(FqdnPattern pattern) {
        ClassSet found = members.get(pattern);
        if (found == null) {
            throw new IllegalArgumentException("the partition does not know " + pattern);
        }
        return found;
    }

    /// The class of a name, or [#UNDECIDED].
    ///
    /// @param from where the name begins in `text`
    /// @param to where it ends, exclusive
    public int classOf(byte[] text, int from, int to) {
        return classOf(text, from, to, new Suffixes(random));
    }

    /// Sets `classes[i]` to the class of the name from `froms[i]` to `tos[i]` for every `i` from `first` (inclusive) to
    /// `end` (exclusive). It allocates next to nothing.
    public void classesOf(byte[] text, int[] froms, int[] tos, int first, int end, int[] classes) {
        Suffixes suffixes = new Suffixes(random);
        for (int i = first; i < end; i++) {
            classes[i] = classOf(text, froms[i], tos[i], suffixes);
        }
    }

    private int classOf(byte[] text, int from, int to, Suffixes suffixes) {
        if (!suffixes.read(text, from, to)) {
            return UNDECIDED;
        }
        int node = 0;
        int depth = 0;
        while (depth < suffixes.count()) {
            int child = nodeOf(suffixes.hashes[depth]);
            if (child < 0) {
                break;
            }
            node = child;
            depth++;
        }
        if (!isAt(node, text, to)) {
            return UNDECIDED;
        }
        if (depth == suffixes.count()) {
            return exact[node];
        }
        return partialEnds[node] == partialStart(node)
                ? below[node]
                : partial(node, text, suffixes.starts[depth], depth == 0 ? to : suffixes.starts[depth - 1] - 1);
    }

    private int nodeOf(long hash) {
        int mask = slots.length - 1;
        int slot = slot(hash, mask);
        while (slots[slot] != 0) {
            int node = slots[slot] - 1;
            if (hashes[node] == hash) {
                return node;
            }
            slot = slot + 1 & mask;
        }
        return -1;
    }

    static int slot(long hash, int mask) {
        return (int) (hash * 0x9e37_79b9_7f4a_7c15L >>> Integer.SIZE) & mask;
    }

    /// Whether the name of a node is really the end of the text, so that no two texts of one hash are taken for one.
    private boolean isAt(int node, byte[] text, int to) {
        int start = node == 0 ? 0 : nameEnds[node - 1];
        int length = nameEnds[node] - start;
        return Arrays.equals(text, to - length, to, names, start, nameEnds[node]);
    }

    private int partialStart(int node) {
        return node == 0 ? 0 : partialEnds[node - 1];
    }

    private int partial(int node, byte[] text, int labelStart, int labelEnd) {
        for (int place = partialStart(node); place < partialEnds[node]; place++) {
            int length = partials[place].length;
            if (length <= labelEnd - labelStart
                    && Arrays.equals(text, labelEnd - length, labelEnd, partials[place], 0, length)) {
                return partialClasses[place];
            }
        }
        return below[node];
    }

    /// What the structure takes in memory, in bytes.
    public long bytes() {
        long partialBytes = Arrays.stream(partials).mapToLong(partial -> partial.length + Long.BYTES).sum();
        return (long) slots.length * Integer.BYTES + (long) hashes.length * (Long.BYTES + 4 * Integer.BYTES)
                + names.length + partialBytes + (long) partialClasses.length * Integer.BYTES;
    }

    @Override
    public String toString() {
        return classCount + " classes of names in " + hashes.length + " nodes";
    }
}

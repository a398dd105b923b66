package dev.sekisho.simulator.compiled.name;

import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.simulator.compiled.rules.field.ClassSet;
import java.util.Collection;
import java.util.Map;

/// Host names in classes that no pattern of a collection tells apart (`FW-35`). Immutable, so threads may share it.
///
/// The class of a name is that of the longest name in a [NameTable] that it is or ends in: [NameBlock] finds those of many
/// names at once, [OneName] that of one.
public final class NamePartition {
    /// The answer for text that is not a name in canonical form, or may be an address: see `FW-36` and `FW-37`.
    public static final int UNDECIDED = -1;

    private final NameTable table;
    private final int nodeCount;
    private final int classCount;
    private final Map<FqdnPattern, ClassSet> members;

    private NamePartition(NameTrie trie) {
        table = NameTableBuilder.build(trie);
        nodeCount = trie.nodes().size();
        classCount = trie.classCount();
        members = trie.members();
    }

    /// Tells names apart that different patterns match.
    public static NamePartition of(Collection<FqdnPattern> patterns) {
        return new NamePartition(NameTrie.of(patterns));
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
        return new OneName(table).classOf(text, from, to);
    }

    /// Sets `classes[i]` to the class of the name from `froms[i]` to `tos[i]` for every `i` from `first` (inclusive) to
    /// `end` (exclusive). This is the fast way. It allocates next to nothing.
    public void classesOf(byte[] text, int[] froms, int[] tos, int first, int end, int[] classes) {
        NameBlock block = new NameBlock(table);
        for (int start = first; start < end; start += NameBlock.NAMES) {
            block.classesOf(text, froms, tos, start, Math.min(end, start + NameBlock.NAMES), classes);
        }
    }

    /// What the structure takes in memory, in bytes.
    public long bytes() {
        return table.bytes();
    }

    @Override
    public String toString() {
        return classCount + " classes of names in " + nodeCount + " nodes";
    }
}

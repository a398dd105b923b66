package dev.sekisho.simulator.compiled.name;

import dev.sekisho.model.name.FqdnPattern;
import java.util.Arrays;
import java.util.List;

/// A list of patterns compiled for names: the index of the first pattern that matches. Immutable, so threads may share it.
///
/// `first[c]` is the index of the first pattern that matches the names of class `c` of the [NamePartition].
public final class NameMatcher {
    /// The answer where no pattern matches.
    public static final int NO_PATTERN = -1;
    /// The answer for text that is not a name in canonical form, or may be an address.
    public static final int UNDECIDED = -2;

    private final NamePartition names;
    private final int[] first;

    private NameMatcher(NamePartition names, int[] first) {
        this.names = names;
        this.first = first;
    }

    /// Compiles patterns in order.
    public static NameMatcher compile(List<FqdnPattern> patterns) {
        NamePartition names = NamePartition.of(patterns);
        int[] first = new int[names.classCount()];
        Arrays.fill(first, NO_PATTERN);
        for (int i = patterns.size() - 1; i >= 0; i--) {
            int pattern = i;
            names.members(patterns.get(i)).forEach(c -> first[c] = pattern);
        }
        return new NameMatcher(names, first);
    }

    /// The index of the first pattern that matches a name, [#NO_PATTERN] or [#UNDECIDED].
    ///
    /// @param from where the name begins in `text`
    /// @param to where it ends, exclusive
    public int lookup(byte[] text, int from, int to) {
        return answer(names.classOf(text, from, to));
    }

    /// Sets `patterns[i]` to the lookup of the name from `froms[i]` to `tos[i]` for every `i` from `start` (inclusive) to
    /// `end` (exclusive).
    public void lookup(byte[] text, int[] froms, int[] tos, int start, int end, int[] patterns) {
        names.classesOf(text, froms, tos, start, end, patterns);
        for (int i = start; i < end; i++) {
            patterns[i] = answer(patterns[i]);
        }
    }

    private int answer(int nameClass) {
        return nameClass == NamePartition.UNDECIDED ? UNDECIDED : first[nameClass];
    }

    /// What the structures take in memory, in bytes.
    public long bytes() {
        return names.bytes() + (long) first.length * Integer.BYTES;
    }

    @Override
    public String toString() {
        return names.toString();
    }
}

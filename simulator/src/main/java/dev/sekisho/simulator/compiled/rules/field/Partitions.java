package dev.sekisho.simulator.compiled.rules.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The numbers below some end cut into classes that no set of a list tells apart: interval `i` goes from `starts[i]` to
/// the next start and is of class `classes[i]`.
///
/// @param classCount the classes are 0 to `classCount - 1`
/// @param members for each set the classes that lie in it
public record Partitions(long[] starts, int[] classes, int classCount, List<ClassSet> members) {

    /// Cuts by a sweep over the edges of all ranges: at each edge a set begins or ends, and two intervals are of one class
    /// if the same sets are open there.
    ///
    /// @param end the first number that does not count
    /// @param sets each as its ranges, which do not overlap or touch: first, first behind, first, first behind, …
    static Partitions of(long end, List<long[]> sets) {
        long[] low = Signatures.members(sets.size(), false);
        long[] high = Signatures.members(sets.size(), true);
        Sweep sweep = new Sweep(end, sets);
        Signatures signatures = new Signatures();
        List<List<Integer>> members = new ArrayList<>();
        sets.forEach(_ -> members.add(new ArrayList<>()));
        BitSet open = new BitSet();
        long lowOpen = 0;
        long highOpen = 0;
        long[] starts = new long[sweep.edges.length + 1];
        int[] classes = new int[sweep.edges.length + 1];
        int size = 0;
        int edge = 0;
        long at = 0;
        while (at < end) {
            while (edge < sweep.edges.length && sweep.place(edge) == at) {
                int set = sweep.set(edge++);
                open.flip(set);
                lowOpen ^= low[set];
                highOpen ^= high[set];
            }
            int known = signatures.size();
            int found = signatures.numberOf(lowOpen, highOpen);
            if (found == known) {
                open.stream().forEach(set -> members.get(set).add(found));
            }
            if (size == 0 || classes[size - 1] != found) {
                starts[size] = at;
                classes[size++] = found;
            }
            at = edge < sweep.edges.length ? sweep.place(edge) : end;
        }
        return new Partitions(Arrays.copyOf(starts, size), Arrays.copyOf(classes, size), signatures.size(),
                members.stream().map(list -> ClassSet.ofAscending(list.stream().mapToInt(Integer::intValue).toArray()))
                        .toList());
    }

    /// The numbers from 0 to `count - 1`.
    public static int[] upTo(int count) {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    /// The edges of all ranges in order, each with its set in the low bits.
    private static final class Sweep {
        private static final int SET_BITS = 30;
        final long[] edges;

        Sweep(long end, List<long[]> sets) {
            long[] keys = new long[sets.stream().mapToInt(set -> set.length).sum()];
            int count = 0;
            for (int set = 0; set < sets.size(); set++) {
                for (long edge : sets.get(set)) {
                    if (edge < end) {
                        keys[count++] = edge << SET_BITS | set;
                    }
                }
            }
            edges = Arrays.copyOf(keys, count);
            Arrays.sort(edges);
        }

        long place(int edge) {
            return edges[edge] >>> SET_BITS;
        }

        int set(int edge) {
            return (int) edges[edge] & (1 << SET_BITS) - 1;
        }
    }
}

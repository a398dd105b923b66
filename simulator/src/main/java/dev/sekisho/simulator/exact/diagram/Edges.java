package dev.sekisho.simulator.exact.diagram;

import java.util.Arrays;

/// Edges of a node in the making, in ascending order; a neighbour that leads to the same diagram is joined.
final class Edges {
    private final int[] ends;
    private final int[] targets;
    private int count;

    /// @param most how many edges there may be
    Edges(int most) {
        this.ends = new int[most];
        this.targets = new int[most];
    }

    /// Adds an edge that covers the indices behind the last one's.
    void add(int end, int target) {
        if (count > 0 && targets[count - 1] == target) {
            ends[count - 1] = end;
        } else {
            ends[count] = end;
            targets[count++] = target;
        }
    }

    int count() {
        return count;
    }

    /// Returns the diagram that the first edge leads to.
    int first() {
        return targets[0];
    }

    int hash(int axis) {
        int hash = axis;
        for (int i = 0; i < count; i++) {
            hash = Nodes.mix(hash, ends[i], targets[i]);
        }
        return Nodes.spread(hash);
    }

    /// Tells whether the edges are those from one place of two arrays to another.
    boolean isEqual(int[] otherEnds, int[] otherTargets, int from, int to) {
        return to - from == count && Arrays.equals(otherEnds, from, to, ends, 0, count)
                && Arrays.equals(otherTargets, from, to, targets, 0, count);
    }

    void copyTo(int[] otherEnds, int[] otherTargets, int from) {
        System.arraycopy(ends, 0, otherEnds, from, count);
        System.arraycopy(targets, 0, otherTargets, from, count);
    }
}

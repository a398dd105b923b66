package dev.sekisho.simulator.exact.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A box: a set of indices for each axis. It holds the points whose every index is in the set of its axis.
///
/// @param sets a set for each axis, in the order of the axes
public record IndexBox(List<IndexSet> sets) {
    public IndexBox {
        sets = List.copyOf(sets);
    }

    /// Returns the set on an axis.
    public IndexSet on(int axis) {
        return sets.get(axis);
    }

    /// Returns the same box with another set on one axis.
    public IndexBox with(int axis, IndexSet set) {
        List<IndexSet> changed = new ArrayList<>(sets);
        changed.set(axis, set);
        return new IndexBox(changed);
    }

    /// Tells whether no point is in the box.
    public boolean isEmpty() {
        return sets.stream().anyMatch(IndexSet::isEmpty);
    }

    /// Tells whether some point is in both boxes.
    public boolean overlaps(IndexBox other) {
        for (int axis = 0; axis < sets.size(); axis++) {
            if (!on(axis).overlaps(other.on(axis))) {
                return false;
            }
        }
        return true;
    }

    /// Returns the points that are in both boxes.
    public IndexBox intersection(IndexBox other) {
        List<IndexSet> common = new ArrayList<>(sets.size());
        for (int axis = 0; axis < sets.size(); axis++) {
            common.add(on(axis).intersection(other.on(axis)));
        }
        return new IndexBox(common);
    }

    /// Tells whether every point of another box is in this one.
    public boolean containsAll(IndexBox other) {
        for (int axis = 0; axis < sets.size(); axis++) {
            if (!on(axis).containsAll(other.on(axis))) {
                return false;
            }
        }
        return true;
    }

    /// Tells whether a point is in the box.
    ///
    /// @param point an index for each axis
    public boolean contains(int[] point) {
        for (int axis = 0; axis < point.length; axis++) {
            if (!on(axis).contains(point[axis])) {
                return false;
            }
        }
        return true;
    }

    /// Returns the box of one point.
    public static IndexBox of(int[] point) {
        return new IndexBox(Arrays.stream(point).mapToObj(IndexSet::of).toList());
    }
}

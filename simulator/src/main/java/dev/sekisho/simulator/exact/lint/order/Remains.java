package dev.sekisho.simulator.exact.lint.order;

import dev.sekisho.simulator.exact.diagram.Diagrams;
import dev.sekisho.simulator.exact.diagram.IndexBox;
import dev.sekisho.simulator.exact.diagram.Operation;
import java.util.List;

/// A set of flows from which others are taken, one after the other. The sets live in diagrams of their own, so that they are
/// given back with them.
final class Remains {
    static final int NOTHING = Diagrams.constant(0);

    private final Diagrams diagrams;
    private final List<IndexBox> bounds;
    private final Operation union = Operation.union();
    private final Operation intersection = Operation.intersection();
    private final Operation difference = Operation.difference();
    private int rest;

    /// @param diagrams for these sets alone
    /// @param bounds what there is at first
    Remains(Diagrams diagrams, List<IndexBox> bounds) {
        this.diagrams = diagrams;
        this.bounds = bounds;
        this.rest = set(bounds);
    }

    Diagrams diagrams() {
        return diagrams;
    }

    /// Returns what is left.
    int rest() {
        return rest;
    }

    boolean isEmpty() {
        return rest == NOTHING;
    }

    /// Takes some boxes away.
    ///
    /// @return what they took: what was still there
    int take(List<IndexBox> boxes) {
        int taken = diagrams.combine(rest, set(boxes.stream().flatMap(box -> bounds.stream().map(box::intersection))
                .filter(box -> !box.isEmpty()).toList()), intersection);
        rest = diagrams.combine(rest, taken, difference);
        return taken;
    }

    /// Returns the set of the points of some boxes.
    int set(List<IndexBox> boxes) {
        int all = NOTHING;
        for (IndexBox box : boxes) {
            all = unite(all, diagrams.box(box, 1, 0));
        }
        return all;
    }

    int unite(int one, int other) {
        return diagrams.combine(one, other, union);
    }

    int intersect(int one, int other) {
        return diagrams.combine(one, other, intersection);
    }
}

package dev.sekisho.simulator.exact.lint.order;

import dev.sekisho.simulator.exact.decision.Decisions;
import dev.sekisho.simulator.exact.decision.Layer;
import dev.sekisho.simulator.exact.diagram.Cover;
import dev.sekisho.simulator.exact.diagram.Diagrams;
import dev.sekisho.simulator.exact.diagram.IndexBox;
import dev.sekisho.simulator.exact.path.PathFunction;
import java.util.List;

/// The flows that reach a firewall by the routes of the described subnets.
///
/// @param boxes some of them, or all if they are few
record Reaching(Diagrams diagrams, int set, List<IndexBox> boxes) {
    private static final int MOST_BOXES = 64;

    static Reaching of(Decisions decisions, Layer paths) {
        int set = decisions.having(decisions.of(paths), PathFunction.REACHES);
        return new Reaching(decisions.diagrams(), set, new Cover(decisions.diagrams()).of(set, MOST_BOXES).boxes());
    }

    boolean contains(int[] point) {
        return diagrams.at(set, point) == 1;
    }

    /// Returns flows of some boxes that reach the firewall.
    List<IndexBox> common(List<IndexBox> others) {
        return others.stream().flatMap(other -> boxes.stream().map(other::intersection))
                .filter(box -> !box.isEmpty()).toList();
    }

    /// Returns the set as one of other diagrams.
    int in(Diagrams others) {
        return others.copy(diagrams, set);
    }
}

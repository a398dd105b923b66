package dev.sekisho.simulator.exact.lint;

import dev.sekisho.simulator.exact.diagram.Cover;
import dev.sekisho.simulator.exact.diagram.IndexBox;
import java.util.List;
import java.util.Optional;

/// Looks for a flow that a rule decides about and that another rule would be the next to decide about.
///
/// What a wide rule decides about behind thousands of others is a set of too many pieces to be made. So it is never made:
/// only what both rules are about is looked at, first by a search and, where little stands before it, by sets. A flow that is
/// found is a proof. Where none is found and much stands before, there may still be one.
final class SharedFlows {
    /// Up to how many boxes are taken away from what two rules share.
    private static final int MOST_TAKEN = 256;

    private final RuleList rules;
    private final PointSearch search;

    SharedFlows(RuleList rules, PointSearch search) {
        this.rules = rules;
        this.search = search;
    }

    /// Returns a point of both numbers that none of the others is about.
    ///
    /// @param others what decides before either of them
    Optional<int[]> find(int number, int next, List<Integer> others) {
        List<IndexBox> common = rules.common(number, next);
        if (common.isEmpty()) {
            return Optional.empty();
        }
        List<IndexBox> before = rules.boxes(others).stream().filter(box -> common.stream().anyMatch(box::overlaps))
                .toList();
        return search.find(common, before)
                .or(() -> before.size() > MOST_TAKEN ? Optional.empty() : left(common, before));
    }

    private Optional<int[]> left(List<IndexBox> common, List<IndexBox> before) {
        Remains rest = rules.flows(common);
        for (IndexBox box : before) {
            rest.take(List.of(box));
        }
        return new Cover(rest.diagrams()).firstBox(rest.rest()).map(search::any);
    }
}

package dev.sekisho.simulator.exact.lint.order;

import dev.sekisho.simulator.exact.diagram.Cover;
import dev.sekisho.simulator.exact.diagram.IndexBox;
import dev.sekisho.simulator.exact.diagram.PointSearch;
import java.util.List;
import java.util.Optional;

/// Looks for a flow that a rule decides about and that another rule would be the next to decide about.
///
/// What a wide rule decides about behind thousands of others is a set of too many pieces to be made. So it is never made:
/// only what both rules are about is looked at, first by a search and, where little stands before it, by sets.
final class SharedFlows {
    private static final int MOST_TAKEN = 64;

    private final RuleList rules;
    private final PointSearch search;
    private final int mostTaken;

    SharedFlows(RuleList rules, PointSearch search) {
        this(rules, search, MOST_TAKEN);
    }

    /// @param mostTaken up to how many boxes are taken away from what two rules share
    SharedFlows(RuleList rules, PointSearch search, int mostTaken) {
        this.rules = rules;
        this.search = search;
        this.mostTaken = mostTaken;
    }

    /// Whether there is such a flow.
    sealed interface Answer {
        /// There is.
        ///
        /// @param point of one
        record Found(int[] point) implements Answer {}

        /// There is none.
        record None() implements Answer {}

        /// None was found, and too much stands before to prove that there is none.
        record Open() implements Answer {}
    }

    /// Looks for a point of two numbers.
    ///
    /// @param before the boxes of what decides before either of them
    Answer find(int number, int next, List<IndexBox> before) {
        List<IndexBox> common = rules.common(number, next);
        if (common.isEmpty()) {
            return new Answer.None();
        }
        Optional<int[]> found = search.find(common, before);
        if (found.isPresent()) {
            return new Answer.Found(found.get());
        }
        List<IndexBox> meeting = before.stream().filter(box -> common.stream().anyMatch(box::overlaps)).toList();
        return meeting.size() > mostTaken ? new Answer.Open() : left(common, meeting);
    }

    private Answer left(List<IndexBox> common, List<IndexBox> before) {
        Remains rest = rules.flows(common);
        rest.take(before);
        return new Cover(rest.diagrams()).firstBox(rest.rest()).<Answer>map(box -> new Answer.Found(search.any(box)))
                .orElseGet(Answer.None::new);
    }
}

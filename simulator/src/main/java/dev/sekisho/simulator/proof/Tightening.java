package dev.sekisho.simulator.proof;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.simulator.exact.decision.Decisions;
import dev.sekisho.simulator.exact.decision.Outcome;
import dev.sekisho.simulator.exact.diagram.Cover;
import dev.sekisho.simulator.exact.space.FlowBox;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.RuleRef;
import java.util.ArrayList;
import java.util.List;

/// A rule that allows the cluster more than it needs, and what it has to keep.
///
/// Nothing that is needed is lost: the rule keeps every needed flow that it decides about, and the flows that it gives up are
/// none that a need asks for.
///
/// @param keep what the rule has to allow the cluster; empty where the cluster can do without the rule
/// @param complete false where more boxes have to be kept than are listed
public record Tightening(RuleRef rule, List<FlowBox> keep, boolean complete) {
    private static final int MOST_BOXES = 50;

    public Tightening {
        keep = List.copyOf(keep);
    }

    /// Returns every rule that can be narrowed, in the order of the rules.
    static List<Tightening> of(Decisions decisions, int function, AddressSet sources, List<Region> needed) {
        int fromCluster = decisions.within(List.of(Region.ALL.from(sources)), function);
        int beyond = decisions.outside(needed, fromCluster);
        int within = decisions.within(needed, fromCluster);
        List<Tightening> tightenings = new ArrayList<>();
        for (Outcome outcome : decisions.outcomesOf(beyond)) {
            if (outcome.result() == PathResult.ALLOW && outcome.rule().isPresent()) {
                Cover.Boxes boxes = new Cover(decisions.diagrams()).of(decisions.having(within, outcome), MOST_BOXES);
                tightenings.add(new Tightening(outcome.rule().get(),
                        boxes.boxes().stream().map(decisions.space()::describe).toList(), boxes.complete()));
            }
        }
        return tightenings;
    }

    @Override
    public String toString() {
        return rule + (keep.isEmpty() ? ": can go" : ": keep " + keep);
    }
}

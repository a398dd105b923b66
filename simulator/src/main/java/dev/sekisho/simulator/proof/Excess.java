package dev.sekisho.simulator.proof;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exact.decision.Decisions;
import dev.sekisho.simulator.exact.decision.Outcome;
import dev.sekisho.simulator.exact.diagram.Cover;
import dev.sekisho.simulator.exact.diagram.IndexBox;
import dev.sekisho.simulator.exact.space.FlowBox;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.RuleRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Flows of the cluster that a rule of the firewall allows and that no need asks for.
///
/// @param flows which flows
/// @param witness one of them
public record Excess(RuleRef rule, FlowBox flows, Flow witness) {
    private static final int MOST_BOXES = 4;
    private static final double ANY_NAME = 1e6;
    private static final double WILDCARD = 1e3;

    /// Returns everything beyond need, the widest first.
    ///
    /// @param function the decision function of the environment, without questions
    /// @param sources the addresses of the cluster that the network sees
    /// @param needed what is needed
    static List<Excess> of(Decisions decisions, int function, AddressSet sources, List<Region> needed) {
        int fromCluster = decisions.within(List.of(Region.ALL.from(sources)), function);
        int beyond = decisions.outside(needed, fromCluster);
        List<Excess> excess = new ArrayList<>();
        for (Outcome outcome : decisions.outcomesOf(beyond)) {
            if (outcome.result() != PathResult.ALLOW || outcome.rule().isEmpty()) {
                continue;
            }
            for (IndexBox box : new Cover(decisions.diagrams()).of(decisions.having(beyond, outcome), MOST_BOXES)
                    .boxes()) {
                excess.add(new Excess(outcome.rule().get(), decisions.space().describe(box),
                        decisions.space().example(box)));
            }
        }
        return excess.stream().sorted(Comparator.comparingDouble(Excess::width).reversed()).toList();
    }

    /// Tells about how many flows it is.
    private double width() {
        double names = flows.names().isEmpty() ? ANY_NAME
                : flows.names().stream()
                        .mapToDouble(name -> name.equals("*") ? ANY_NAME : name.startsWith("*") ? WILDCARD : 1).sum();
        return flows.destinations().ipv4().size().doubleValue() * flows.ports().size() * names * flows.kinds().size();
    }

    @Override
    public String toString() {
        return flows + " by " + rule;
    }
}

package dev.sekisho.simulator.exact;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exact.decision.Decisions;
import dev.sekisho.simulator.exact.decision.Layer;
import dev.sekisho.simulator.exact.decision.Outcome;
import dev.sekisho.simulator.exact.diagram.Diagrams;
import dev.sekisho.simulator.exact.diagram.IndexBox;
import dev.sekisho.simulator.exact.diagram.IndexSet;
import dev.sekisho.simulator.exact.path.PathFunction;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.verdict.FirewallVerdict;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.PathVerdict;
import dev.sekisho.simulator.verdict.Reason;
import dev.sekisho.simulator.verdict.RuleRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Compares the decision function of an environment with the literal interpreter, flow by flow.
public final class ExactOracle {
    private final Environment environment;
    private final String what;
    private final Decisions decisions;
    private final int function;
    private final PathInterpreter interpreter;

    /// @param what names the environment where the two differ
    public ExactOracle(Environment environment, String what) {
        this.environment = environment;
        this.what = what;
        Layer layer = PathFunction.of(environment, PathOptions.NONE);
        this.decisions = Decisions.about(layer);
        this.function = decisions.settled(decisions.of(layer));
        this.interpreter = new PathInterpreter(environment);
    }

    /// Compares flows drawn from the classes of flows that the environment tells apart.
    public ExactOracle compareClasses(int flows, SplittableRandom random) {
        for (int i = 0; i < flows; i++) {
            compare(decisions.space().example(point(decisions.diagrams(), random)));
        }
        return this;
    }

    /// Compares some flows.
    public ExactOracle compare(Iterable<Flow> flows) {
        flows.forEach(this::compare);
        return this;
    }

    private void compare(Flow flow) {
        if (flow.destination().equals(Optional.of(flow.source()))) {
            return;
        }
        PathVerdict verdict = interpreter.evaluate(flow, PathOptions.NONE);
        if (!isPod(flow.source())) {
            compare(flow, verdict);
        } else if (verdict.sourceSeen().filter(seen -> !isPod(seen)).isPresent()) {
            compare(flow.withSource(verdict.sourceSeen().get()), verdict);
        }
    }

    /// @param flow the flow as the network sees it
    private void compare(Flow flow, PathVerdict verdict) {
        Outcome exact = decisions.at(function, flow);
        assertEquals(result(verdict, exact.result()), exact.result().text(),
                () -> what + ": " + flow + " " + verdict.basis().possibilities() + "; exactly: " + exact);
        switch (verdict.result()) {
            case ALLOW, DENY -> {
                assertEquals(verdict.firewall().flatMap(FirewallVerdict::rule).map(RuleRef::toString),
                        exact.rule().map(RuleRef::toString), () -> what + ": " + flow);
                assertEquals(verdict.firewall().flatMap(FirewallVerdict::reason).map(Reason::toString),
                        exact.reason().map(Reason::toString), () -> what + ": " + flow);
            }
            case DROPPED_BY_NSG -> verdict.nsg().filter(nsg -> nsg.nsg().isPresent() && nsg.rule().isPresent())
                    .ifPresent(nsg -> assertEquals(nsg.nsg().get() + "/" + nsg.rule().get(), exact.way(),
                            () -> what + ": " + flow));
            case BYPASSES_FIREWALL, DROPPED_BY_ROUTE, DROPPED_BY_PEERING, HANDED_TO -> verdict.route()
                    .filter(route -> route.routeName().isPresent())
                    .ifPresent(route -> assertEquals(
                            "route " + route.routeName().get() + " to " + route.nextHopType(), exact.way(),
                            () -> what + ": " + flow));
            case PLATFORM, UNKNOWN -> {}
        }
    }

    private static IndexBox point(Diagrams diagrams, SplittableRandom random) {
        List<IndexSet> indices = new ArrayList<>();
        for (int axis = 0; axis < diagrams.axes(); axis++) {
            indices.add(IndexSet.of(random.nextInt(diagrams.size(axis))));
        }
        return new IndexBox(indices);
    }

    /// Pods may show the address of their node, which is a source of its own.
    private boolean isPod(IpAddress source) {
        return environment.clusters().stream().flatMap(cluster -> cluster.podCidrs().stream())
                .anyMatch(prefix -> prefix.contains(source));
    }

    /// An unknown verdict whose outcomes differ in their delivery alone has a known result.
    private static String result(PathVerdict verdict, PathResult exact) {
        boolean agrees = verdict.result() == PathResult.UNKNOWN && !verdict.basis().possibilities().isEmpty()
                && verdict.basis().possibilities().stream()
                        .allMatch(possibility -> possibility.outcome().startsWith(exact.text()));
        return agrees ? exact.text() : verdict.result().text();
    }
}

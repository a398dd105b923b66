package dev.sekisho.simulator.exact.path;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.Environments;
import dev.sekisho.simulator.cases.CaseEntry;
import dev.sekisho.simulator.cases.CaseFileReader;
import dev.sekisho.simulator.exact.RandomFirewalls;
import dev.sekisho.simulator.exact.decision.Decisions;
import dev.sekisho.simulator.exact.decision.Layer;
import dev.sekisho.simulator.exact.decision.Outcome;
import dev.sekisho.simulator.exact.diagram.Diagrams;
import dev.sekisho.simulator.exact.diagram.IndexBox;
import dev.sekisho.simulator.exact.diagram.IndexSet;
import dev.sekisho.simulator.exact.space.FlowSpace;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.verdict.FirewallVerdict;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.PathVerdict;
import dev.sekisho.simulator.verdict.RuleRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// The decision function of whole environments against the literal interpreter: flows drawn from every class of the space.
class PathFunctionTest {

    static Stream<Path> caseFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "cases"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("sekisho.exact.environments", 200));
    }

    @Test
    void aHubWithSpokesIsJudgedAsTheInterpreterDoes() {
        compare(Environments.hubAndSpokes(), 4_000, "hub and spokes");
    }

    @ParameterizedTest
    @MethodSource("caseFiles")
    void theEnvironmentOfEveryCaseIsJudgedAsTheInterpreterDoes(Path file) {
        List<Environment> seen = new ArrayList<>();
        for (CaseEntry entry : CaseFileReader.read(file, new Diagnostics())) {
            // Where a network rule may stop what DNAT lets through, the function leaves the result open (FW-51).
            if (entry instanceof CaseEntry.Readable(var testCase) && !seen.contains(testCase.environment())
                    && !testCase.environment().readings().dnatImplicitAllowOverridable()) {
                seen.add(testCase.environment());
                compare(testCase.environment(), 150, testCase.id());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void randomFirewallsWithoutNetworksAreJudgedAsTheInterpreterDoes(long seed) {
        compare(new RandomFirewalls(1_000 + seed).environment(), 150, "seed " + seed);
    }

    private static void compare(Environment environment, int flows, String what) {
        Layer layer = PathFunction.of(environment, PathOptions.NONE);
        Decisions decisions = Decisions.about(layer);
        int function = decisions.settled(decisions.of(layer));
        PathInterpreter interpreter = new PathInterpreter(environment);
        SplittableRandom random = new SplittableRandom(what.hashCode());
        for (int i = 0; i < flows; i++) {
            Flow flow = decisions.space().example(point(decisions.diagrams(), random));
            if (isTranslated(environment, flow.source()) || flow.destination().equals(Optional.of(flow.source()))) {
                continue;
            }
            PathVerdict verdict = interpreter.evaluate(flow, PathOptions.NONE);
            Outcome exact = decisions.at(function, flow);
            assertEquals(result(verdict, exact.result()), exact.result().text(),
                    () -> what + ": " + flow + " " + verdict.basis().possibilities());
            if (verdict.result() == PathResult.ALLOW || verdict.result() == PathResult.DENY) {
                assertEquals(verdict.firewall().flatMap(FirewallVerdict::rule).map(RuleRef::toString),
                        exact.rule().map(RuleRef::toString), () -> what + ": " + flow);
            }
        }
    }

    private static IndexBox point(Diagrams diagrams, SplittableRandom random) {
        List<IndexSet> indices = new ArrayList<>();
        for (int axis = 0; axis < diagrams.axes(); axis++) {
            indices.add(IndexSet.of(random.nextInt(diagrams.size(axis))));
        }
        return new IndexBox(indices);
    }

    /// Pods show the address of their node, which is a source of its own.
    private static boolean isTranslated(Environment environment, IpAddress source) {
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

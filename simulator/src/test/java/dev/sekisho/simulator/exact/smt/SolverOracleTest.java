package dev.sekisho.simulator.exact.smt;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exact.diff.Change;
import dev.sekisho.simulator.exact.diff.EnvironmentDiff;
import dev.sekisho.simulator.exact.lint.Linter;
import dev.sekisho.simulator.exact.lint.finding.Finding;
import dev.sekisho.simulator.exact.path.StandInFirewalls;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.verdict.PathResult;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/// A solver that knows nothing of decision diagrams says the same about random policies: which pairs of them are equivalent, and
/// which rules never decide. More of them: `-Dsekisho.exact.pairs=1000`.
class SolverOracleTest {

    @BeforeAll
    static void theSolverIsThere() {
        try {
            new PolicyFormulas().close();
        } catch (LinkageError | RuntimeException e) {
            Assumptions.abort("skipped: the solver's native library cannot be loaded here: " + e);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("sekisho.exact.pairs", 8));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void policiesAreEquivalentWhereTheSolverFindsNoDifference(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SmallPolicy policy = SmallPolicy.random(random);
        SmallPolicy rewritten = policy.rewritten(random);
        assertEquals(Optional.empty(), compare(policy, rewritten), () -> policy + " and " + rewritten);
        compare(policy, policy.changed(random));
        compare(policy, policy.changed(random).rewritten(random));
        compare(policy, SmallPolicy.random(random));
    }

    private static Optional<Flow> compare(SmallPolicy one, SmallPolicy other) {
        Environment before = StandInFirewalls.in(one.environment());
        Environment after = StandInFirewalls.in(other.environment());
        EnvironmentDiff diff = EnvironmentDiff.of(before, after, EnvironmentDiff.Question.RESULTS);
        try (PolicyFormulas formulas = new PolicyFormulas()) {
            Optional<Flow> found = formulas.difference(one, other);
            assertEquals(found.isEmpty(), diff.changes().isEmpty(),
                    () -> one + " and " + other + ": " + found + ", " + diff);
            found.ifPresent(flow -> assertNotEquals(result(before, flow), result(after, flow), flow::toString));
            for (Change change : diff.changes()) {
                assertEquals(change.before(), result(before, change.witness()), change::toString);
                assertEquals(change.after(), result(after, change.witness()), change::toString);
            }
            return found;
        }
    }

    private static PathResult result(Environment environment, Flow flow) {
        return new PathInterpreter(environment).evaluate(flow, PathOptions.NONE).result();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rulesNeverDecideWhereTheSolverFindsNoFlow(long seed) {
        SplittableRandom random = new SplittableRandom(10_000 + seed);
        SmallPolicy policy = SmallPolicy.random(random).rewritten(random);
        Set<String> never = Linter.lint(policy.environment()).stream()
                .filter(finding -> finding.message().contains(": it never decides")).map(Finding::rule)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unsatisfiable = new TreeSet<>();
        try (PolicyFormulas formulas = new PolicyFormulas()) {
            for (int i = 0; i < policy.rules().size(); i++) {
                if (formulas.decidedBy(policy, i).isEmpty()) {
                    unsatisfiable.add("p/g/c" + i + "/r" + i);
                }
            }
        }
        assertEquals(unsatisfiable, never, policy::toString);
    }
}

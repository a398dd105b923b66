package dev.sekisho.benchmarks.exact;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.compiled.synthetic.RuleShape;
import dev.sekisho.simulator.exact.diff.EnvironmentDiff;
import dev.sekisho.simulator.exact.lint.Linter;
import java.util.ArrayList;
import java.util.List;

/// How differences and findings grow with the rules.
record GrowthTable(List<RuleShape> shapes, HowLongDoProofsTake.Lines lines) {
    private static final int[] SIZES = {1_000, 2_000, 5_000, 10_000};
    private static final int EDITED = 10;
    private static final int TURNS = 3;

    void print() {
        lines.say("| shape | network rules | application rules | diff, ms | changes | lint, ms | findings |");
        lines.say("|---|--:|--:|--:|--:|--:|--:|");
        for (RuleShape shape : shapes) {
            warmUp(shape);
            List<Timing> diffs = new ArrayList<>();
            List<Timing> lints = new ArrayList<>();
            for (int size : SIZES) {
                LargePolicy policy = LargePolicy.of(shape, size, 1);
                Environment before = policy.environment();
                Environment after = policy.edited(EDITED, 99).environment();
                diffs.add(Timing.medianOf(TURNS, () -> differences(before, after)));
                lints.add(Timing.medianOf(TURNS, () -> Linter.lint(before).size()));
                lines.say("| %s | %d | %d | %.0f | %d | %.0f | %d |", shape, size, policy.patterns().size(),
                        diffs.getLast().millis(), diffs.getLast().answer(), lints.getLast().millis(),
                        lints.getLast().answer());
            }
            lines.say("| %s | grows with the power | | %.2f | | %.2f | |", shape, power(diffs), power(lints));
        }
    }

    private static void warmUp(RuleShape shape) {
        LargePolicy policy = LargePolicy.of(shape, SIZES[0], 2);
        Environment before = policy.environment();
        Environment after = policy.edited(EDITED, 98).environment();
        Timing.medianOf(TURNS, () -> differences(before, after) + Linter.lint(before).size());
    }

    private static long differences(Environment before, Environment after) {
        return EnvironmentDiff.of(before, after, EnvironmentDiff.Question.RESULTS).changes().size();
    }

    private static double power(List<Timing> times) {
        return Math.log(times.getLast().millis() / times.getFirst().millis())
                / Math.log((double) SIZES[SIZES.length - 1] / SIZES[0]);
    }
}

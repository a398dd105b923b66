package dev.sekisho.benchmarks.exact;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.compiled.synthetic.RuleShape;
import dev.sekisho.simulator.exact.diagram.TooLarge;
import dev.sekisho.simulator.exact.diff.EnvironmentDiff;
import dev.sekisho.simulator.exact.lint.Linter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

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
            List<Measured> diffs = new ArrayList<>();
            List<Measured> lints = new ArrayList<>();
            for (int size : SIZES) {
                LargePolicy policy = LargePolicy.of(shape, size, 1);
                Environment before = policy.environment();
                Environment after = EditedPolicy.of(policy, EDITED, 99).policy().environment();
                diffs.add(Measured.of(() -> differences(before, after)));
                lints.add(Measured.of(() -> Linter.lint(before).size()));
                lines.say("| %s | %d | %d | %s | %s |", shape, size, policy.patterns().size(), diffs.getLast(),
                        lints.getLast());
            }
            lines.say("| %s | grows with the power | | %s | | %s | |", shape, power(diffs), power(lints));
        }
    }

    /// How long an answer takes, or why there is none.
    private sealed interface Measured {
        record Answered(Timing timing) implements Measured {
            @Override
            public String toString() {
                return String.format(Locale.ROOT, "%.0f | %d", timing.millis(), timing.answer());
            }
        }

        record Refused(TooLarge why) implements Measured {
            @Override
            public String toString() {
                return "none | " + why.getMessage();
            }
        }

        static Measured of(LongSupplier question) {
            try {
                return new Answered(Timing.medianOf(TURNS, question));
            } catch (TooLarge e) {
                return new Refused(e);
            }
        }
    }

    private static void warmUp(RuleShape shape) {
        LargePolicy policy = LargePolicy.of(shape, SIZES[0], 2);
        Environment before = policy.environment();
        Environment after = EditedPolicy.of(policy, EDITED, 98).policy().environment();
        Measured.of(() -> differences(before, after) + Linter.lint(before).size());
    }

    private static long differences(Environment before, Environment after) {
        return EnvironmentDiff.of(before, after, EnvironmentDiff.Question.RESULTS).changes().size();
    }

    /// The power with which the answers that there are grow, from the smallest size to the largest.
    private static String power(List<Measured> times) {
        return times.getFirst() instanceof Measured.Answered(Timing first)
                && times.getLast() instanceof Measured.Answered(Timing last)
                        ? String.format(Locale.ROOT, "%.2f", Math.log(last.millis() / first.millis())
                                / Math.log((double) SIZES[SIZES.length - 1] / SIZES[0]))
                        : "not known";
    }
}

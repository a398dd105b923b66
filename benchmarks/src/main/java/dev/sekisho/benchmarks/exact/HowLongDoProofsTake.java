package dev.sekisho.benchmarks.exact;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.compiled.rules.RuleBox;
import dev.sekisho.simulator.compiled.synthetic.RuleShape;
import dev.sekisho.simulator.exact.diagram.TooLarge;
import dev.sekisho.simulator.exact.diff.EnvironmentDiff;
import dev.sekisho.simulator.exact.diff.Reverification;
import dev.sekisho.simulator.exact.lint.Linter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;

/// How long proofs over all flows take, as tables in Markdown.
///
/// | argument | question |
/// |---|---|
/// | `growth` | the difference of two policies that differ in ten rules, and the findings of one, from 1,000 to 10,000 rules |
/// | `edits` | the difference after one edited rule, in a warm process |
/// | `bdd` | both questions beside a plain binary decision diagram over header bits |
public final class HowLongDoProofsTake {
    private static final List<RuleShape> SHAPES = List.of(RuleShape.AZURE, RuleShape.ACL, RuleShape.FW, RuleShape.IPC);
    private static final int[] SIZES = {1_000, 2_000, 5_000, 10_000};
    private static final int[] BDD_SIZES = {100, 200, 400, 800};
    private static final double LONGEST_FOR_BDD = 15_000;
    private static final int EDITED = 10;
    private static final int EDITS = 1_000;
    private static final int TOO_LARGE = -1;
    private static final int TURNS = 3;
    private static final double NANOS_IN_MILLI = 1e6;

    private HowLongDoProofsTake() {}

    public static void main(String[] arguments) {
        List<String> asked = arguments.length == 0 ? List.of("growth", "edits", "bdd") : List.of(arguments);
        for (String question : asked) {
            switch (question) {
                case "growth" -> growth();
                case "edits" -> edits();
                case "bdd" -> besideBdd();
                default -> throw new IllegalArgumentException(question + " is not growth, edits or bdd");
            }
        }
    }

    /// The shapes to measure; the property `shape` names a single one.
    private static List<RuleShape> shapes() {
        String single = System.getProperty("shape", "");
        return single.isEmpty() ? SHAPES : List.of(RuleShape.valueOf(single));
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private static double median(double... millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private record Timed(double millis, long answer) {}

    private static <T> Timed timed(T about, ToLongFunction<T> question) {
        long begin = System.nanoTime();
        long answer = question.applyAsLong(about);
        return new Timed((System.nanoTime() - begin) / NANOS_IN_MILLI, answer);
    }

    private static <T> Timed medianOf(T about, ToLongFunction<T> question) {
        double[] millis = new double[TURNS];
        long answer = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            Timed timed = timed(about, question);
            millis[turn] = timed.millis();
            answer = timed.answer();
        }
        return new Timed(median(millis), answer);
    }

    private static void growth() {
        say("| shape | network rules | application rules | diff, ms | changes | lint, ms | findings |");
        say("|---|---|---|---|---|---|---|");
        for (RuleShape shape : shapes()) {
            List<Timed> diffs = new ArrayList<>();
            List<Timed> lints = new ArrayList<>();
            for (int size : SIZES) {
                LargePolicy policy = LargePolicy.of(shape, size, 1);
                Environment before = policy.environment();
                Environment after = policy.edited(EDITED, 99).environment();
                diffs.add(medianOf(after, other -> EnvironmentDiff
                        .of(before, other, EnvironmentDiff.Question.RESULTS).changes().size()));
                lints.add(medianOf(before, one -> Linter.lint(one).size()));
                say("| %s | %d | %d | %.0f | %d | %.0f | %d |", shape, size, policy.patterns().size(),
                        diffs.getLast().millis(), diffs.getLast().answer(), lints.getLast().millis(),
                        lints.getLast().answer());
            }
            say("| %s | grows with the power | | %.2f | | %.2f | |", shape, power(diffs), power(lints));
        }
    }

    private static double power(List<Timed> times) {
        return Math.log(times.getLast().millis() / times.getFirst().millis())
                / Math.log((double) SIZES[SIZES.length - 1] / SIZES[0]);
    }

    private static void edits() {
        say("| shape | rules | median of %d edits, ms | nine in ten, ms | longest, ms | edits that change something | too large |",
                EDITS);
        say("|---|---|---|---|---|---|---|");
        for (RuleShape shape : shapes()) {
            int size = SIZES[SIZES.length - 1];
            Editor editor = new Editor(LargePolicy.of(shape, size, 1));
            List<RuleBox> others = shape.rules(size, 7);
            SplittableRandom random = new SplittableRandom(5);
            Reverification reverification = Reverification.of(editor.environment(), EnvironmentDiff.Question.RESULTS);
            double[] millis = new double[EDITS];
            int changing = 0;
            int tooLarge = 0;
            for (int edit = -EDITS / 10; edit < EDITS; edit++) {
                editor.change(random.nextInt(size), others.get(random.nextInt(size)));
                Timed timed = timed(editor.environment(), next -> changes(reverification, next));
                if (edit >= 0) {
                    millis[edit] = timed.millis();
                    changing += timed.answer() > 0 ? 1 : 0;
                    tooLarge += timed.answer() == TOO_LARGE ? 1 : 0;
                }
            }
            Arrays.sort(millis);
            say("| %s | %d | %.1f | %.1f | %.1f | %d | %d |", shape, size, millis[EDITS / 2], millis[EDITS * 9 / 10],
                    millis[EDITS - 1], changing, tooLarge);
        }
    }

    private static long changes(Reverification reverification, Environment next) {
        try {
            return reverification.update(next).changes().size();
        } catch (TooLarge e) {
            return TOO_LARGE;
        }
    }

    private static void besideBdd() {
        say("| shape | network rules | question | plain BDD, ms | ours, ms | ratio | BDD nodes | same answer |");
        say("|---|---|---|---|---|---|---|---|");
        for (RuleShape shape : shapes()) {
            for (int size : BDD_SIZES) {
                LargePolicy policy = LargePolicy.of(shape, size, 1);
                Environment before = policy.environment();
                Environment after = policy.edited(EDITED, 99).environment();
                PlainBdd bdd = new PlainBdd();
                Timed their = timed(bdd, made -> made.differ(before, after) ? 1 : 0);
                long nodes = bdd.nodes();
                Timed our = medianOf(after, other -> EnvironmentDiff
                        .of(before, other, EnvironmentDiff.Question.RESULTS).changes().isEmpty() ? 0 : 1);
                compare(shape, size, "do they differ?", their, our, nodes);
                PlainBdd second = new PlainBdd();
                Timed theirDead = timed(second, made -> made.neverDeciding(before));
                Timed ourDead = medianOf(before, HowLongDoProofsTake::neverDeciding);
                compare(shape, size, "which rules never decide?", theirDead, ourDead, second.nodes());
                if (their.millis() > LONGEST_FOR_BDD || theirDead.millis() > LONGEST_FOR_BDD) {
                    break;
                }
            }
        }
    }

    private static long neverDeciding(Environment environment) {
        return Linter.lint(environment).stream().filter(finding -> finding.message().contains("it never decides"))
                .count();
    }

    private static void compare(RuleShape shape, int size, String question, Timed theirs, Timed ours, long nodes) {
        say("| %s | %d | %s | %.0f | %.0f | **%.1f** | %d | %s |", shape, size, question, theirs.millis(),
                ours.millis(), theirs.millis() / ours.millis(), nodes,
                theirs.answer() == ours.answer() ? "yes" : "**no**: " + theirs.answer() + " and " + ours.answer());
    }
}

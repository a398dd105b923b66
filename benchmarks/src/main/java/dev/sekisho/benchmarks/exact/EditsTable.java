package dev.sekisho.benchmarks.exact;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.compiled.rules.RuleBox;
import dev.sekisho.simulator.compiled.synthetic.RuleShape;
import dev.sekisho.simulator.exact.diagram.TooLarge;
import dev.sekisho.simulator.exact.diff.EnvironmentDiff;
import dev.sekisho.simulator.exact.diff.Reverification;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// How long the difference after one edited rule takes in a warm process.
record EditsTable(List<RuleShape> shapes, HowLongDoProofsTake.Lines lines) {
    private static final int SIZE = 10_000;
    private static final int EDITS = 1_000;
    private static final int TOO_LARGE = -1;

    void print() {
        lines.say(
                "| shape | rules | median of %d edits, ms | nine in ten, ms | 99 in 100, ms | longest, ms | edits that change something | too large |",
                EDITS);
        lines.say("|---|--:|--:|--:|--:|--:|--:|--:|");
        shapes.forEach(this::print);
    }

    private void print(RuleShape shape) {
        Editor editor = new Editor(LargePolicy.of(shape, SIZE, 1));
        List<RuleBox> others = shape.rules(SIZE, 7);
        SplittableRandom random = new SplittableRandom(5);
        Reverification reverification = Reverification.of(editor.environment(), EnvironmentDiff.Question.RESULTS);
        double[] millis = new double[EDITS];
        int changing = 0;
        int tooLarge = 0;
        for (int edit = -EDITS / 5; edit < EDITS; edit++) {
            editor.change(random.nextInt(SIZE), others.get(random.nextInt(SIZE)));
            Timing timing = Timing.of(() -> changes(reverification, editor.environment()));
            if (edit >= 0) {
                millis[edit] = timing.millis();
                changing += timing.answer() > 0 ? 1 : 0;
                tooLarge += timing.answer() == TOO_LARGE ? 1 : 0;
            }
        }
        Arrays.sort(millis);
        lines.say("| %s | %d | %.1f | %.1f | %.0f | %.0f | %d | %d |", shape, SIZE, millis[EDITS / 2],
                millis[EDITS * 9 / 10], millis[EDITS * 99 / 100], millis[EDITS - 1], changing, tooLarge);
    }

    private static long changes(Reverification reverification, Environment next) {
        try {
            return reverification.update(next).changes().size();
        } catch (TooLarge e) {
            return TOO_LARGE;
        }
    }
}

package dev.sekisho.benchmarks.exact;

import dev.sekisho.simulator.compiled.synthetic.RuleShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// How long proofs over all flows take, as tables in Markdown.
///
/// | argument | question |
/// |---|---|
/// | `growth` | the difference of two policies that differ in ten rules, and the findings of one, from 1,000 to 10,000 rules |
/// | `edits` | the difference after one edited rule, in a warm process |
/// | `bdd` | two questions beside a plain binary decision diagram over header bits |
/// | `whole LAUNCHER` | `diff` and `lint` as whole processes |
/// | `--shape SHAPE` | one of `AZURE`, `ACL`, `FW`, `IPC` alone |
/// | `--results FILE` | appends the tables to a file as well |
public final class HowLongDoProofsTake {
    private static final List<RuleShape> SHAPES = List.of(RuleShape.AZURE, RuleShape.ACL, RuleShape.FW, RuleShape.IPC);

    private final List<RuleShape> shapes = new ArrayList<>(SHAPES);
    private final List<Consumer<Lines>> questions = new ArrayList<>();
    private Lines lines = System.out::println;

    private HowLongDoProofsTake() {}

    /// Where the lines of tables go.
    @FunctionalInterface
    interface Lines {
        void line(String text);

        default void say(String format, Object... values) {
            line(String.format(Locale.ROOT, format, values));
        }
    }

    public static void main(String[] arguments) {
        HowLongDoProofsTake asked = new HowLongDoProofsTake();
        List<String> words = new ArrayList<>(Arrays.asList(arguments));
        while (!words.isEmpty()) {
            asked.take(words);
        }
        if (asked.questions.isEmpty()) {
            Stream.of("growth", "edits", "bdd").map(word -> new ArrayList<>(List.of(word))).forEach(asked::take);
        }
        asked.questions.forEach(question -> question.accept(asked.lines));
    }

    private void take(List<String> words) {
        String word = words.removeFirst();
        switch (word) {
            case "growth" -> questions.add(to -> new GrowthTable(shapes, to).print());
            case "edits" -> questions.add(to -> new EditsTable(shapes, to).print());
            case "bdd" -> questions.add(to -> new BddTable(shapes, to).print());
            case "whole" -> {
                Path launcher = Path.of(words.removeFirst());
                questions.add(to -> new WholeTable(shapes, to, launcher).print());
            }
            case "--shape" -> shapes.retainAll(List.of(RuleShape.valueOf(words.removeFirst())));
            case "--results" -> lines = also(Path.of(words.removeFirst()));
            default ->
                throw new IllegalArgumentException(word + " is not growth, edits, bdd, whole, --shape or --results");
        }
    }

    private static Lines also(Path file) {
        return line -> {
            System.out.println(line);
            try {
                Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}

package dev.sekisho.benchmarks.exact;

import dev.sekisho.benchmarks.growth.PeakMemory;
import dev.sekisho.generator.format.yaml.EnvironmentYamlWriter;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.compiled.synthetic.RuleShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How long `diff` and `lint` take as whole processes with 1 GiB of heap, and how much memory; medians of the turns.
///
/// @param launcher the command `sekisho`
record WholeTable(List<RuleShape> shapes, HowLongDoProofsTake.Lines lines, Path launcher) {
    private static final int SIZE = 10_000;
    private static final int EDITED = 10;
    private static final int TURNS = 3;
    private static final double MEBIBYTE = 1 << 20;

    private record Run(Timing timing, long peak) {}

    void print() {
        lines.say(
                "| shape | network rules | application rules | edits that change something | diff, s | exit | MiB | lint, s | exit | MiB |");
        lines.say("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        try {
            Path folder = Files.createTempDirectory("sekisho-proofs");
            for (RuleShape shape : shapes) {
                print(shape, folder);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(RuleShape shape, Path folder) throws IOException {
        LargePolicy policy = LargePolicy.of(shape, SIZE, 1);
        EditedPolicy edited = EditedPolicy.of(policy, EDITED, 99);
        Path before = write(folder.resolve("before.yaml"), policy.environment());
        Path after = write(folder.resolve("after.yaml"), edited.policy().environment());
        Run diff = run("diff", before.toString(), after.toString());
        Run lint = run("lint", "--env", before.toString());
        lines.say("| %s | %d | %d | %d | %.2f | %d | %.0f | %.2f | %d | %.0f |", shape, SIZE, policy.patterns().size(),
                edited.changing(),
                diff.timing().millis() / 1e3, diff.timing().answer(), diff.peak() / MEBIBYTE,
                lint.timing().millis() / 1e3, lint.timing().answer(), lint.peak() / MEBIBYTE);
        Files.delete(before);
        Files.delete(after);
    }

    private static Path write(Path file, Environment environment) throws IOException {
        return Files.writeString(file, new EnvironmentYamlWriter(List.of(), "large").write(environment).files()
                .getFirst().text());
    }

    private Run run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        long[] peak = new long[1];
        Timing[] turns = new Timing[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            turns[turn] = Timing.of(() -> {
                Process process = start(command);
                try {
                    peak[0] = Math.max(peak[0], PeakMemory.until(process));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return process.exitValue();
            });
        }
        return new Run(List.of(turns).stream().sorted(Comparator.comparing(Timing::millis)).toList().get(TURNS / 2),
                peak[0]);
    }

    private static Process start(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("SEKISHO_JAVA_OPTS", "-Xmx1g");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

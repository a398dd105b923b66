package dev.sekisho.samples;

import dev.sekisho.cli.Main;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.generator.format.yaml.EnvironmentYamlWriter;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.generator.plan.PlannedEnvironment;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.environment.EnvironmentReader;
import dev.sekisho.simulator.proof.ProofReport;
import dev.sekisho.simulator.proof.ReachabilityProof;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SamplesTest {
    @TempDir
    private Path folder;

    static List<String> names() {
        return Samples.names();
    }

    @Test
    void thereAreNineSamples() {
        assertEquals(9, names().size());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyNeedOfASampleIsCarriedAndReachable(String name) {
        DeploymentPlan plan = Samples.plan(name);
        TreeSet<String> needs = new TreeSet<>();
        plan.needs().needs().forEach(need -> needs.add(need.id()));
        TreeSet<String> carried = new TreeSet<>();
        plan.carriers().forEach(carrier -> carried.add(carrier.needId()));
        assertEquals(needs, carried);
        ProofReport report = ReachabilityProof.of(PlannedEnvironment.of(plan), plan.needs());
        assertEquals(List.of(), report.unmet());
        assertEquals(List.of(),
                report.without(rule -> InboundTest.isForClients(rule.toString(), plan)).unusedRules());
    }

    @ParameterizedTest
    @MethodSource("names")
    void theWrittenEnvironmentOfASampleReadsBackAsTheSame(String name) throws IOException {
        DeploymentPlan plan = Samples.plan(name);
        Environment planned = PlannedEnvironment.of(plan);
        Path file = folder.resolve("environment.yaml");
        Files.writeString(file, new EnvironmentYamlWriter(List.of(), name).write(planned).files().getFirst().text());
        Diagnostics diagnostics = new Diagnostics();
        assertEquals(planned, EnvironmentReader.read(List.of(file), diagnostics));
        assertTrue(diagnostics.isEmpty(), diagnostics::toString);
    }

    @ParameterizedTest
    @MethodSource("names")
    void withoutAnyOneRuleTheProofNamesWhatBroke(String name) {
        DeploymentPlan plan = Samples.plan(name);
        Environment planned = PlannedEnvironment.of(plan);
        for (Removal removal : Removal.each(planned)) {
            if (InboundTest.isForClients(removal.rule(), plan)) {
                continue;
            }
            ProofReport report = ReachabilityProof.of(removal.environment(), plan.needs());
            assertFalse(report.unmet().isEmpty(), () -> name + " does not miss " + removal.rule());
            TreeSet<String> broken = new TreeSet<>();
            report.unmet().forEach(proof -> broken.add(proof.need().id()));
            TreeSet<String> carried = new TreeSet<>();
            plan.carriers().stream()
                    .filter(carrier -> carrier.by().stream().anyMatch(by -> by.endsWith(removal.rule())))
                    .forEach(carrier -> carried.add(carrier.needId()));
            assertEquals(carried, broken, removal.rule());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theCommandWritesEveryFormatTwiceWithTheSameBytes(String name) throws IOException {
        String first = generate(name, folder.resolve("first-run"));
        String second = generate(name, folder.resolve("second-run"));
        assertEquals(first.replace("first-run", "second-run"), second);
        for (Path file : files(folder.resolve("first-run"))) {
            Path twin = folder.resolve("second-run").resolve(folder.resolve("first-run").relativize(file));
            assertEquals(Files.readString(file), Files.readString(twin));
        }
        assertEquals(files(folder.resolve("first-run")).size(), files(folder.resolve("second-run")).size());
    }

    private static List<Path> files(Path root) throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String generate(String name, Path out) {
        StringWriter text = new StringWriter();
        StringWriter errors = new StringWriter();
        int exit = Main.run(new Streams(new PrintWriter(text), new PrintWriter(errors), false), "generate",
                Path.of(name, "cluster.yaml").toString(), "-o", out.toString());
        assertEquals(0, exit, () -> text + "\n" + errors);
        return text.toString();
    }
}

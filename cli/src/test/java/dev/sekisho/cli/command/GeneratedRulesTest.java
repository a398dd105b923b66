package dev.sekisho.cli.command;

import dev.sekisho.cli.terminal.CapturedStreams;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.io.environment.EnvironmentReader;
import dev.sekisho.simulator.exact.diff.EnvironmentDiff;
import dev.sekisho.simulator.exact.lint.order.NeedlessRules;
import dev.sekisho.simulator.exact.optimise.Optimisation;
import dev.sekisho.simulator.exact.path.StandInFirewalls;
import dev.sekisho.simulator.view.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What is generated has no rule that could be left out; what is joined on request means the same and cannot be joined further.
class GeneratedRulesTest {
    private static final int LONGEST_DESCRIPTION = 200;

    @TempDir
    private Path folder;

    static List<Path> clusters() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../samples"))) {
            return files.filter(file -> file.endsWith("cluster.yaml") && !file.toString().contains("target")).sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void everyRuleDecidesWhatNoOtherDoes(Path cluster) {
        Environment written = StandInFirewalls.in(generated(cluster, folder));
        for (Firewall firewall : written.firewalls()) {
            assertEquals(List.of(), NeedlessRules.of(new Views(written).firewall(firewall)).stream().map(Rule::name)
                    .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void joinedRulesMeanTheSameAndTellForWhomTheyAre(Path cluster) {
        Environment plain = generated(cluster, folder.resolve("plain"));
        Environment joined = generated(cluster, folder.resolve("joined"), "--optimise");
        EnvironmentDiff diff = EnvironmentDiff.of(plain, joined, EnvironmentDiff.Question.RESULTS);
        assertTrue(diff.complete());
        assertEquals(List.of(), diff.changes());
        Optimisation.Optimised best = assertInstanceOf(Optimisation.Optimised.class, Optimisation.of(plain));
        assertEquals(best.after().rules(), rules(joined).size());
        assertEquals(Optional.of(false), Optional.of(Optimisation.of(joined)).map(Optimisation.Optimised.class::cast)
                .map(Optimisation.Optimised::isSmaller));
        for (Rule rule : rules(joined)) {
            assertTrue(rule.description().length() <= LONGEST_DESCRIPTION, rule::description);
            assertFalse(rule.description().isBlank(), rule::name);
        }
    }

    @Test
    void aJoinedRuleServesTheNeedsOfBoth() {
        Path cluster = Path.of("../samples/windows-gpu/cluster.yaml");
        List<Rule> joined = rules(generated(cluster, folder, "--optimise"));
        Rule rule = joined.stream().filter(one -> one.name().equals("base-https")).findFirst().orElseThrow();
        assertEquals(List.of("base-https", "textures", "windows-http", "windows-tcp-1688"),
                joined.stream().map(Rule::name).sorted().toList());
        assertTrue(rule.description().startsWith("For mcr-registry, mcr-data, "), rule::description);
    }

    private static List<Rule> rules(Environment environment) {
        return environment.firewallPolicies().stream().flatMap(policy -> policy.ruleCollectionGroups().stream())
                .flatMap(group -> group.ruleCollections().stream())
                .<Rule>flatMap(collection -> collection.rules().stream()).toList();
    }

    private static Environment generated(Path cluster, Path folder, String... more) {
        CapturedStreams streams = CapturedStreams.plain();
        List<String> arguments = new ArrayList<>(List.of("generate", cluster.toString(), "-o", folder.toString(),
                "--format", "yaml"));
        arguments.addAll(List.of(more));
        int code = CommandTree.of(streams.streams()).execute(arguments.toArray(String[]::new));
        assertTrue(code <= ExitCode.SOMETHING_TO_SEE, streams.err());
        return EnvironmentReader.read(List.of(folder), new Diagnostics());
    }
}

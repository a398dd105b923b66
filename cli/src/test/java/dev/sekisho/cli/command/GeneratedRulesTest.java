package dev.sekisho.cli.command;

import dev.sekisho.cli.terminal.CapturedStreams;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.io.environment.EnvironmentReader;
import dev.sekisho.simulator.exact.lint.NeedlessRules;
import dev.sekisho.simulator.exact.path.StandInFirewalls;
import dev.sekisho.simulator.view.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What is generated has no rule that could be left out, so there is nothing to optimise but the purposes that rules tell.
class GeneratedRulesTest {
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
        CapturedStreams streams = CapturedStreams.plain();
        int code = CommandTree.of(streams.streams()).execute("generate", cluster.toString(), "-o", folder.toString(),
                "--format",
                "yaml");
        Environment written = StandInFirewalls.in(EnvironmentReader.read(List.of(folder), new Diagnostics()));
        assertTrue(code <= ExitCode.SOMETHING_TO_SEE, streams.err());
        for (Firewall firewall : written.firewalls()) {
            assertEquals(List.of(), NeedlessRules.of(new Views(written).firewall(firewall)).stream().map(Rule::name)
                    .toList());
        }
    }
}

package dev.sekisho.cli.command;

import dev.sekisho.cli.terminal.CapturedStreams;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.environment.EnvironmentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConvertCommandTest {
    private static final String ENVIRONMENT = """
            kind: Environment
            virtualNetworks:
              - name: spoke
                addressSpace: [10.42.0.0/16]
                subnets: [{name: aks, prefix: 10.42.1.0/24, routeTable: rt}]
            routeTables:
              - name: rt
                routes:
                  - {name: default, addressPrefix: 0.0.0.0/0, nextHopType: VirtualAppliance, nextHopIpAddress: 10.1.0.4}
            firewallPolicies:
              - name: policy
                tier: Premium
                ruleCollectionGroups:
                  - name: apps
                    priority: 300
                    ruleCollections:
                      - name: web
                        ruleCollectionType: FirewallPolicyFilterRuleCollection
                        priority: 200
                        action: {type: Allow}
                        rules:
                          - ruleType: ApplicationRule
                            name: registry
                            sourceAddresses: [10.42.0.0/16]
                            protocols: [{protocolType: Https, port: 443}]
                            targetFqdns: [mcr.microsoft.com]
            """;

    /// What tells a place in a file, and what has another name after a conversion: what is not known becomes a parameter.
    private static final Pattern PLACE = Pattern.compile("at=[^,\\]]*:\\d+:\\d+");
    private static final Pattern UNKNOWN = Pattern.compile("<(?:[^<>]|<[^<>]*>)*>|(?<!\\$\\{)parameters\\('\\w+'\\)");

    /// A remote network that only a parameter names keeps being one, under another name.
    private static final Pattern REMOTE = Pattern.compile("remote=Optional\\[parameters\\('\\w+'\\)]");

    private final CapturedStreams streams = CapturedStreams.plain();

    @TempDir
    private Path folder;

    private int convert(Path from, Path to, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("convert", "--env", from.toString(), "-o", to.toString()));
        arguments.addAll(List.of(more));
        return CommandTree.of(streams.streams()).execute(arguments.toArray(String[]::new));
    }

    private Path environment() throws IOException {
        return Files.writeString(folder.resolve("hub.yaml"), ENVIRONMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "arm"})
    void whatIsReadBackIsTheSame(String format) throws IOException {
        Path out = folder.resolve("out");
        assertEquals(ExitCode.CLEAN, convert(environment(), out, "--format", format),
                () -> streams.out() + streams.err());
        Diagnostics diagnostics = new Diagnostics();
        Environment back = EnvironmentReader.read(List.of(out), diagnostics);
        assertFalse(diagnostics.hasErrors(), diagnostics::toString);
        assertEquals(EnvironmentReader.read(List.of(environment()), new Diagnostics()), back);
    }

    @Test
    void fewerRulesOfTheSameMeaning() throws IOException {
        String twin = """
                          - ruleType: ApplicationRule
                            name: registry-data
                            sourceAddresses: [10.42.0.0/17, 10.42.128.0/17]
                            protocols: [{protocolType: Https, port: 443}]
                            targetFqdns: ['*.data.mcr.microsoft.com', west.data.mcr.microsoft.com]
                """.replaceAll("(?m)^(?=.)", "    ");
        Path hub = Files.writeString(folder.resolve("hub.yaml"), ENVIRONMENT + twin);
        assertEquals(0, convert(hub, folder.resolve("out"), "--format", "yaml", "--optimise"), streams.err());
        assertTrue(streams.out().contains("proven to mean the same: 1 rules, 0 IP groups, 4 entries"), streams.out());
        Diagnostics diagnostics = new Diagnostics();
        Environment written = EnvironmentReader.read(List.of(folder.resolve("out")), diagnostics);
        assertEquals(1, written.firewallPolicies().getFirst().ruleCollectionGroups().getFirst().ruleCollections()
                .getFirst().rules().size());
    }

    @Test
    void allFormatsThatHoldAnEnvironmentAreWrittenAndTheSameBytesEveryTime() throws IOException {
        assertEquals(ExitCode.CLEAN, convert(environment(), folder.resolve("a")), () -> streams.out() + streams.err());
        assertEquals(ExitCode.CLEAN, convert(environment(), folder.resolve("b")));
        assertEquals(texts(folder.resolve("a")), texts(folder.resolve("b")));
        assertEquals(List.of("arm", "azcli", "bicep", "sekisho", "terraform"),
                texts(folder.resolve("a")).keySet().stream().map(path -> path.substring(0, path.indexOf('/')))
                        .distinct().toList());
    }

    @Test
    void whatAFormatCannotHoldIsNamed() throws IOException {
        Path from = Files.writeString(folder.resolve("hub.yaml"), ENVIRONMENT + """
            serviceTags: {Sql: [192.0.2.0/24]}
            """);
        assertEquals(ExitCode.SOMETHING_TO_SEE,
                convert(from, folder.resolve("out"), "--format", "terraform,yaml", "--output", "json"));
        JsonNode result = JsonMapper.shared().readTree(streams.out());
        assertEquals("[\"terraform: 1 service tag: Microsoft publishes their addresses\"]",
                result.get("refused").toString());
        assertTrue(result.get("files").toString().contains("environment.yaml"), streams::out);
    }

    @Test
    void whatIsNotModelledIsNamedAndNotLostInSilence() throws IOException {
        Path from = Files.writeString(folder.resolve("p.json"), """
            {"id": "/subscriptions/5e/resourceGroups/g/providers/Microsoft.Network/firewallPolicies/p", "name": "p",
             "type": "Microsoft.Network/firewallPolicies", "properties": {"sku": {"tier": "Premium"},
             "shinyNewFeature": {"on": true}}}
            """);
        assertEquals(ExitCode.SOMETHING_TO_SEE, convert(from, folder.resolve("out"), "--format", "yaml"));
        assertTrue(streams.out().contains("not written: every format: 'shinyNewFeature' in"), streams::out);
        assertTrue(streams.out().contains("p.json:3:"), streams::out);
    }

    @Test
    void wrongInputWritesNothing() throws IOException {
        Path out = folder.resolve("out");
        assertEquals(ExitCode.WRONG_INPUT, convert(folder.resolve("missing.yaml"), out));
        assertEquals(ExitCode.WRONG_INPUT, convert(Files.writeString(folder.resolve("empty.yaml"), ""), out));
        assertEquals(ExitCode.WRONG_INPUT,
                convert(Files.writeString(folder.resolve("nothing.yaml"), "kind: Environment\n"), out));
        assertEquals(ExitCode.WRONG_INPUT, convert(environment(), out, "--format", "visio"));
        assertEquals(ExitCode.WRONG_INPUT, convert(environment(), environment()));
        assertFalse(Files.exists(out));
        assertTrue(streams.err().contains("'visio' is not a format; known: arm, bicep"), streams::err);
    }

    @ParameterizedTest
    @EnabledIfSystemProperty(named = "sekisho.corpus", matches = ".+")
    @MethodSource("realFiles")
    void realFilesMeanTheSameInOurFormatAndInArm(Path file) throws IOException {
        Environment original = EnvironmentReader.read(List.of(file), new Diagnostics());
        if (original.equals(Environment.EMPTY)) {
            assertEquals(ExitCode.WRONG_INPUT, convert(file, folder.resolve("out")));
            return;
        }
        convert(file, folder.resolve("yaml"), "--format", "yaml");
        assertEquals(original, EnvironmentReader.read(List.of(folder.resolve("yaml")), new Diagnostics()));
        int exit = convert(file, folder.resolve("arm"), "--format", "arm");
        Environment back = EnvironmentReader.read(List.of(folder.resolve("arm")), new Diagnostics());
        if (exit == ExitCode.CLEAN) {
            assertEquals(meaning(original), meaning(back));
        } else {
            assertEquals(ExitCode.SOMETHING_TO_SEE, exit);
            assertTrue(streams.out().contains("not written: "), streams::out);
        }
    }

    static Stream<Path> realFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        String corpus = System.getProperty("sekisho.corpus", "");
        for (String kind : corpus.isEmpty() ? List.<String>of() : List.of("arm-aks", "arm", "az-export", "csv")) {
            try (Stream<Path> found = Files.list(Path.of(corpus, kind))) {
                found.sorted().forEach(files::add);
            }
        }
        return files.stream();
    }

    private static String meaning(Environment environment) {
        Map<String, String> numbers = new LinkedHashMap<>();
        String text = REMOTE.matcher(PLACE.matcher(environment.toString()).replaceAll("")).replaceAll("remote=unknown");
        return UNKNOWN.matcher(text)
                .replaceAll(found -> numbers.computeIfAbsent(found.group(), _ -> "#" + numbers.size()));
    }

    private static Map<String, String> texts(Path root) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                texts.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }
}

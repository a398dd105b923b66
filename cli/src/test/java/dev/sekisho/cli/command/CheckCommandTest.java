package dev.sekisho.cli.command;

import dev.sekisho.cli.terminal.CapturedStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CheckCommandTest {
    private static final Path CLUSTER = Path.of("..", "samples", "public-cluster", "cluster.yaml");

    private final CapturedStreams streams = CapturedStreams.plain();

    @TempDir
    private Path scratch;

    /// The environment that `generate` writes for the sample, with one text replaced.
    private Path environment(String text, String replacement) throws IOException {
        CapturedStreams silent = CapturedStreams.plain();
        assertEquals(ExitCode.CLEAN, CommandTree.of(silent.streams()).execute("generate", CLUSTER.toString(), "-o",
                scratch.toString(), "--format", "yaml"), silent::err);
        Path file = scratch.resolve("sekisho").resolve("environment.yaml");
        String yaml = Files.readString(file);
        assertTrue(yaml.contains(text), yaml);
        return Files.writeString(scratch.resolve("changed.yaml"), yaml.replaceFirst(Pattern.quote(text), replacement));
    }

    private JsonNode check(int expected, Path environment, String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("check", CLUSTER.toString(), "--env", environment.toString(), "--output", "json"));
        arguments.addAll(List.of(options));
        assertEquals(expected, CommandTree.of(streams.streams()).execute(arguments.toArray(String[]::new)),
                streams::err);
        return JsonMapper.shared().readTree(streams.out());
    }

    @Test
    void whatIsGeneratedMeetsEveryNeedAndAllowsNothingElse() throws IOException {
        JsonNode result = check(ExitCode.CLEAN, environment("management.azure.com", "management.azure.com"));
        assertEquals(0, result.get("excess").size(), result::toString);
    }

    @Test
    void aWildcardInThePlaceOfANameIsExcessAndCanBeNarrowed() throws IOException {
        JsonNode result = check(ExitCode.CLEAN, environment("management.azure.com", "\"*.azure.com\""), "--tighten");
        JsonNode excess = result.get("excess").get(0);
        assertTrue(excess.get("fqdns").get(0).asString().startsWith("*.azure.com except "), excess::toString);
        assertEquals("443", excess.get("ports").get(0).asString());
        assertEquals(excess.get("by").asString(), result.get("tighten").get(0).get("rule").asString());
    }

    @Test
    void aNeedThatIsMetForSomeNodesOnlyIsToldByItsParts() throws IOException {
        Path narrowed = environment("sourceAddresses: [10.20.0.0/20]\n                targetFqdns:\n",
                "sourceAddresses: [10.20.0.0/21]\n                targetFqdns:\n");
        JsonNode partly = check(ExitCode.SOMETHING_TO_SEE, narrowed).get("requirements").valueStream()
                .filter(need -> need.get("verdict").asString().equals("partly")).findFirst().orElseThrow();
        JsonNode parts = partly.get("parts");
        assertEquals(2, parts.size(), parts::toString);
        assertEquals("blocked", parts.get(0).get("verdict").asString());
        assertEquals("reachable", parts.get(1).get("verdict").asString());
        assertTrue(parts.get(0).get("sources").toString().contains("10.20.8.0/22"), parts::toString);
        assertEquals(partly.get("witness"), parts.get(0).get("witness"));
        assertEquals(partly.get("arrives"), parts.get(1).get("witness"));
    }

    @Test
    void aNameThatIsMissingBlocksItsNeed() throws IOException {
        JsonNode result = check(ExitCode.SOMETHING_TO_SEE, environment("management.azure.com", "elsewhere.example"));
        assertTrue(result.get("requirements").valueStream()
                .anyMatch(need -> need.get("verdict").asString().equals("blocked")), result::toString);
    }

    private static final String INBOUND = Path.of("..", "samples", "inbound-services", "cluster.yaml").toString();

    private JsonNode inbound(int expected, String... more) {
        CapturedStreams silent = CapturedStreams.plain();
        assertEquals(ExitCode.CLEAN, CommandTree.of(silent.streams()).execute("generate", INBOUND, "-o",
                scratch.toString(), "--format", "yaml,kubernetes"), silent::err);
        List<String> arguments = new ArrayList<>(List.of("check", INBOUND, "--output", "json", "--env",
                scratch.resolve("sekisho").toString()));
        arguments.addAll(List.of(more));
        assertEquals(expected, CommandTree.of(streams.streams()).execute(arguments.toArray(String[]::new)),
                streams::err);
        return JsonMapper.shared().readTree(streams.out()).get("inbound");
    }

    @Test
    void whatIsGeneratedLetsExactlyTheWantedClientsIn() {
        JsonNode rows = inbound(ExitCode.CLEAN, "--env", scratch.resolve("kubernetes").toString());
        assertTrue(rows.size() > 60, rows::toString);
        assertTrue(rows.valueStream().allMatch(row -> row.get("met").asBoolean()), rows::toString);
    }

    @Test
    void aServiceWithoutAManifestIsReachedByNobodyKnowsWhom() {
        JsonNode first = inbound(ExitCode.SOMETHING_TO_SEE).get(0);
        assertEquals("shop/storefront unknown no manifest describes it", first.get("service").asString() + " "
                + first.get("reach").asString() + " " + first.get("why").asString());
    }

    @Test
    void aServiceThatIsPublicInsteadIsToldWithAPortThatNobodyWants() throws IOException {
        Path changed = Files.writeString(scratch.resolve("public.yaml"), """
                apiVersion: v1
                kind: Service
                metadata: {name: storefront, namespace: shop}
                spec: {type: LoadBalancer, ports: [{name: a, port: 443}, {name: b, port: 9090}]}
                """);
        JsonNode rows = inbound(ExitCode.SOMETHING_TO_SEE, "--env", changed.toString());
        for (String port : List.of("tcp:443", "tcp:9090")) {
            assertTrue(rows.valueStream().anyMatch(row -> row.get("port").asString().equals(port)
                    && row.get("kind").asString().equals("internet") && !row.get("wanted").asBoolean()
                    && row.get("reach").asString().equals("notReachable") == row.get("met").asBoolean()),
                    rows::toString);
        }
        assertTrue(rows.valueStream().anyMatch(row -> row.get("port").asString().equals("tcp:9090")
                && !row.get("met").asBoolean()), rows::toString);
    }
}

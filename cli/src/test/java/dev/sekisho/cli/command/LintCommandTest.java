package dev.sekisho.cli.command;

import com.contrastsecurity.sarif.SarifSchema210;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sekisho.cli.terminal.CapturedStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LintCommandTest {
    private static final String YAML = """
            apiVersion: sekisho.dev/v1
            kind: Environment
            firewalls: [{name: hub-fw, tier: Standard, privateIp: 10.1.0.4, policy: p}]
            firewallPolicies:
              - name: p
                tier: Standard
                ruleCollectionGroups:
                  - name: g
                    priority: 200
                    ruleCollections:
                      - name: deny
                        ruleCollectionType: FirewallPolicyFilterRuleCollection
                        priority: 300
                        action: {type: Deny}
                        rules:
                          - {ruleType: NetworkRule, name: no-mail, ipProtocols: [TCP], sourceAddresses: ['*'], destinationAddresses: ['*'], destinationPorts: ['25']}
                      - name: allow
                        ruleCollectionType: FirewallPolicyFilterRuleCollection
                        priority: 400
                        action: {type: Allow}
                        rules:
                          - {ruleType: NetworkRule, name: mail, ipProtocols: [TCP], sourceAddresses: [10.42.1.0/24], destinationAddresses: [203.0.113.25], destinationPorts: ['25']}
            """;

    private final CapturedStreams streams = CapturedStreams.plain();

    @TempDir
    private Path scratch;

    private int run(String... options) throws IOException {
        Path file = Files.writeString(scratch.resolve("env.yaml"), YAML);
        List<String> arguments = new ArrayList<>(List.of("lint", "--env", file.toString()));
        arguments.addAll(List.of(options));
        return CommandTree.of(streams.streams()).execute(arguments.toArray(String[]::new));
    }

    @Test
    void saysWhereWhatAndWhy() throws IOException {
        assertEquals(ExitCode.SOMETHING_TO_SEE, run());
        assertTrue(streams.out()
                .contains("env.yaml:22:17: error: rule mail: it never decides: all of its flows are decided"
                        + " by p/g/deny/no-mail before it [SHADOWED]\n  for example: 10.42.1.0 -> 203.0.113.25:25 https"),
                streams.out());
    }

    @Test
    void givesFindingsToProgramsAsValues() throws IOException {
        run("--output", "json");
        JsonNode finding = JsonMapper.shared().readTree(streams.out()).get("findings").valueStream()
                .filter(node -> node.get("code").asString().equals("SHADOWED")).findFirst().orElseThrow();
        assertEquals("error", finding.get("severity").asString());
        assertEquals(22, finding.get("at").get("line").asInt());
        assertEquals("p/g/allow/mail", finding.get("rule").asString());
        assertEquals("p/g/deny/no-mail", finding.get("blockers").get(0).asString());
        assertEquals("203.0.113.25", finding.get("witness").get("destination").asString());
    }

    @Test
    void writesSarifWithFileAndLine() throws IOException {
        run("--output", "sarif");
        JsonNode log = JsonMapper.shared().readTree(streams.out());
        assertEquals("2.1.0", log.get("version").asString());
        JsonNode run = log.get("runs").get(0);
        JsonNode result = run.get("results").valueStream()
                .filter(node -> node.get("ruleId").asString().equals("SHADOWED")).findFirst().orElseThrow();
        assertEquals("error", result.get("level").asString());
        JsonNode place = result.get("locations").get(0).get("physicalLocation");
        assertTrue(place.get("artifactLocation").get("uri").asString().endsWith("/env.yaml"));
        assertEquals(22, place.get("region").get("startLine").asInt());
        assertEquals("SHADOWED", run.get("tool").get("driver").get("rules").get(result.get("ruleIndex").asInt())
                .get("id").asString());
        assertFalse(result.has("suppressions"));
    }

    @Test
    void writesSarifThatItsSchemaAllows() throws IOException {
        Path accepted = Files.writeString(scratch.resolve("accepted.txt"),
                "SHADOWED p/g/allow/* until the relay moves\n");
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(SarifSchema210.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"));
        for (List<String> options : List.of(List.of("--output", "sarif"),
                List.of("--output", "sarif", "--suppress", accepted.toString()))) {
            CapturedStreams fresh = CapturedStreams.plain();
            Path file = Files.writeString(scratch.resolve("env.yaml"), YAML);
            List<String> arguments = new ArrayList<>(List.of("lint", "--env", file.toString()));
            arguments.addAll(options);
            CommandTree.of(fresh.streams()).execute(arguments.toArray(String[]::new));
            assertEquals(List.of(), schema.validate(fresh.out(), InputFormat.JSON));
            assertFalse(schema.validate(fresh.out().replace("\"startLine\"", "\"line\""), InputFormat.JSON).isEmpty());
        }
    }

    @Test
    void takesOutWhatIsAccepted() throws IOException {
        Path accepted = Files.writeString(scratch.resolve("accepted.txt"),
                "SHADOWED p/g/allow/* until the relay moves\n");
        assertEquals(ExitCode.CLEAN, run("--suppress", accepted.toString()));
        assertTrue(streams.out().endsWith(", 1 accepted\n"), streams.out());
    }

    @Test
    void refusesASuppressionWithoutAReason() throws IOException {
        Path accepted = Files.writeString(scratch.resolve("accepted.txt"), "SHADOWED p/g/allow/*\n");
        assertEquals(ExitCode.WRONG_INPUT, run("--suppress", accepted.toString()));
        assertTrue(streams.err().contains(accepted + ":1:1: error: a suppression without a reason"), streams::err);
    }

    @Test
    void refusesSuppressionsThatCannotBeRead() throws IOException {
        assertEquals(ExitCode.WRONG_INPUT, run("--suppress", scratch.resolve("gone.txt").toString()));
        assertTrue(streams.err().contains("gone.txt:1:1: error: "), streams::err);
        Path binary = Files.write(scratch.resolve("binary.txt"), new byte[]{'a', 0, -1});
        assertEquals(ExitCode.WRONG_INPUT, run("--suppress", binary.toString()));
        assertEquals(ExitCode.WRONG_INPUT, run("--suppress", scratch.toString()));
    }

    @Test
    void anEnvironmentWithoutAnythingIsNoCleanBillOfHealth() throws IOException {
        Path empty = Files.writeString(scratch.resolve("empty.yaml"), "kind: Environment\n");
        assertEquals(ExitCode.WRONG_INPUT,
                CommandTree.of(streams.streams()).execute("lint", "--env", empty.toString()));
        assertTrue(streams.err().contains("nothing was read that could be looked at"), streams::err);
    }
}

package dev.sekisho.cli.command;

import dev.sekisho.cli.terminal.CapturedStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TraceCommandTest {

    private final CapturedStreams streams = CapturedStreams.plain();

    @TempDir
    private Path scratch;

    private Path environment = Path.of("");

    @BeforeEach
    void writeEnvironment() throws IOException {
        environment = SpokeWithFirewall.in(scratch);
    }

    @Test
    void saysWhichRuleLetsAFlowThroughAndWhereItWasWritten() {
        assertEquals(ExitCode.CLEAN, run("--to", "mcr.microsoft.com"), streams::err);
        assertTrue(streams.out().startsWith("Allow"), streams.out());
        assertTrue(streams.out().contains("registry"), streams.out());
        assertTrue(streams.out().contains(environment + ":25:17"), streams.out());
    }

    @Test
    void givesTheSameVerdictAsFields() {
        assertEquals(ExitCode.CLEAN, run("--to", "mcr.microsoft.com", "--output", "json"), streams::err);
        JsonNode trace = JsonMapper.shared().readTree(streams.out());
        assertEquals("Allow", trace.get("result").asString());
        assertEquals("out", trace.get("route").get("routeName").asString());
        assertEquals("registry", trace.get("firewall").get("rule").asString());
    }

    @Test
    void deniesWhatNoRuleAllows() {
        assertEquals(ExitCode.CLEAN, run("--to", "example.com", "--output", "json"));
        JsonNode trace = JsonMapper.shared().readTree(streams.out());
        assertEquals("Deny", trace.get("result").asString());
        assertEquals("NoRuleMatched", trace.get("firewall").get("reason").asString());
    }

    @Test
    void usesTheAddressThatANameIsGiven() {
        run("--to", "mcr.microsoft.com", "--resolve", "mcr.microsoft.com=150.171.70.10", "--output", "json");
        assertEquals("150.171.70.10", JsonMapper.shared().readTree(streams.out()).get("destination").asString());
    }

    @Test
    void refusesWrongArguments() {
        assertEquals(ExitCode.WRONG_INPUT, run("--to", "mcr.microsoft.com", "--firewall", "other"));
        assertTrue(streams.err().contains("the environment has no firewall other, only hub-fw"), streams.err());
        assertEquals(ExitCode.WRONG_INPUT, run("--to", "20.0.0.1"));
        assertTrue(streams.err().contains("needs a port"), streams.err());
        assertEquals(ExitCode.WRONG_INPUT, run("--to", "a.example", "--resolve", "a.example"));
        assertTrue(streams.err().contains("write HOST=IP"), streams.err());
        assertEquals("", streams.out());
    }

    @Test
    void givesNoVerdictOnAnEnvironmentThatCannotBeRead() throws IOException {
        Files.writeString(environment, SpokeWithFirewall.YAML + "unknownKey: 1\n");
        assertEquals(ExitCode.WRONG_INPUT, run("--to", "mcr.microsoft.com"));
        assertEquals("", streams.out());
        assertTrue(streams.err().startsWith(environment + ":30:1: error:"), streams.err());
    }

    @Test
    void asksWhichFirewallIsMeantWhereNoRouteTells() throws IOException {
        Files.writeString(environment, SpokeWithFirewall.YAML.replace("firewalls:\n",
                "firewalls:\n  - {name: other-fw, privateIp: 10.9.0.4, tier: Standard, policy: pol}\n"));
        List<String> args = List.of("trace", "--env", environment.toString(), "--from", "192.168.7.7", "--to",
                "mcr.microsoft.com");
        assertEquals(ExitCode.WRONG_INPUT, CommandTree.of(streams.streams()).execute(args.toArray(String[]::new)),
                streams::out);
        assertTrue(streams.err().contains("which firewall to ask: other-fw, hub-fw\n  help: name one with --firewall"),
                streams.err());
    }

    private int run(String... args) {
        List<String> all = new ArrayList<>(
                List.of("trace", "--env", environment.toString(), "--from", "10.42.1.5"));
        all.addAll(List.of(args));
        return CommandTree.of(streams.streams()).execute(all.toArray(String[]::new));
    }
}

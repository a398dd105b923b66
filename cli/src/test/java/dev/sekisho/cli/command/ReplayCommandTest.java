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

class ReplayCommandTest {
    private static final String LOG = """
            HTTPS request from 10.42.1.4:5000 to mcr.microsoft.com:443. Action: Allow. Policy: pol. Rule Collection Group: group. Rule Collection: web. Rule: registry
            HTTPS request from 10.42.1.5:5000 to shop.example:443. Action: Allow. Policy: pol. Rule Collection Group: group. Rule Collection: web. Rule: registry
            DNS Request: 10.42.1.4:5000 - 5813 A IN mcr.microsoft.com. udp 113 false 4096 NOERROR qr,rd,ra 176 0.0047s
            """;

    private final CapturedStreams streams = CapturedStreams.plain();

    @TempDir
    private Path scratch;

    private Path environment = Path.of("");
    private Path proposed = Path.of("");
    private Path log = Path.of("");

    @BeforeEach
    void writeFiles() throws IOException {
        environment = SpokeWithFirewall.in(scratch);
        proposed = Files.writeString(scratch.resolve("proposed.yaml"),
                SpokeWithFirewall.YAML.replace(", shop.example", ""));
        log = Files.writeString(scratch.resolve("firewall.log"), LOG);
    }

    private int run(Path logs, String... more) {
        List<String> args = new ArrayList<>(List.of("replay", logs.toString(), "--env", environment.toString()));
        args.addAll(List.of(more));
        return CommandTree.of(streams.streams()).execute(args.toArray(String[]::new));
    }

    @Test
    void aLogThatTheEnvironmentExplainsIsClean() {
        assertEquals(ExitCode.CLEAN, run(log), streams::err);
        assertEquals("""
                FLOWS  RESULT  BY                      LAST SEEN
                2      Allow   pol/group/web/registry

                2 flows in the logs: nothing changes
                """, streams.out());
        assertEquals("sekisho: note: " + log + ":3:1: a DNS query says nothing about a flow\n", streams.err());
    }

    @Test
    void aProposalThatStopsALoggedFlowNamesIt() {
        assertEquals(ExitCode.SOMETHING_TO_SEE, run(log, "--against", proposed.toString()), streams::err);
        assertEquals("""
                FLOWS  RESULT  BY                      LAST SEEN
                1      Allow   pol/group/web/registry
                1      Deny    NoRuleMatched

                Allow -> Deny: 1 flow from 10.42.1.5 to shop.example port 443 (https)
                  before: Allow by pol/group/web/registry
                  after:  Deny by NoRuleMatched
                  first:  %s:2

                2 flows in the logs: 1 flow changed
                """.formatted(log), streams.out());
    }

    @Test
    void jsonHasTheSameFacts() {
        assertEquals(ExitCode.SOMETHING_TO_SEE, run(log, "--against", proposed.toString(), "--output", "json"));
        JsonNode row = JsonMapper.shared().readTree(streams.out());
        assertEquals(2, row.get("flows").intValue());
        assertEquals(1, row.get("changed").intValue());
        assertEquals("pol/group/web/registry", row.get("byRule").get(0).get("by").stringValue());
        JsonNode change = row.get("changes").get(0);
        assertEquals("[\"shop.example\"]", change.get("fqdns").toString());
        assertEquals("[\"10.42.1.5\"]", change.get("sources").toString());
        assertEquals(2, change.get("witness").get("at").get("line").intValue());
        assertEquals("10.42.1.5 -> shop.example:443 https", change.get("witness").get("text").stringValue());
    }

    @Test
    void linesThatCannotBeReadDoNotHideTheOthers() throws IOException {
        Files.writeString(log, LOG + "nonsense\nnonsense\n{\"records\": [\n");
        assertEquals(ExitCode.WRONG_INPUT, run(log));
        assertTrue(streams.out().endsWith("2 flows in the logs: nothing changes\n"), streams::out);
        assertTrue(streams.err().contains(log + ":4:1: error: "), streams::err);
        assertTrue(streams.err().contains("(and 1 like it)"), streams::err);
        assertTrue(streams.err().contains(log + ":6:1: error: "), streams::err);
    }

    @Test
    void filesWithoutFlowsAndFilesThatAreNoneSaySo() throws IOException {
        assertEquals(ExitCode.WRONG_INPUT, run(scratch.resolve("gone.log")));
        assertEquals(ExitCode.WRONG_INPUT, run(Files.writeString(scratch.resolve("empty.log"), "")));
        assertEquals(ExitCode.WRONG_INPUT, run(Files.write(scratch.resolve("binary.log"), new byte[]{'a', '\n', -1})));
        assertEquals(ExitCode.WRONG_INPUT, run(Files.createDirectory(scratch.resolve("nothing"))));
        assertEquals("", streams.out());
        assertTrue(streams.err().contains("gone.log:1:1: error: there is no such file"), streams::err);
        assertTrue(streams.err().contains("empty.log:1:1: error: no line here is about a flow"), streams::err);
        assertTrue(streams.err().contains("binary.log:1:1: error: this is no text in UTF-8"), streams::err);
        assertTrue(streams.err().contains("nothing:1:1: error: no line here is about a flow"), streams::err);
    }

    @Test
    void foldersAreSearched() throws IOException {
        Path hour = Files.createDirectories(scratch.resolve("logs/h=01"));
        Files.copy(log, hour.resolve("a.log"));
        Files.copy(log, hour.resolve("b.log"));
        assertEquals(ExitCode.CLEAN, run(scratch.resolve("logs")));
        assertTrue(streams.out().contains("4 flows in the logs"), streams::out);
    }

    @Test
    void whatIsUnknownNamesAFlowToTrace() throws IOException {
        Files.writeString(log, "1663146003599,192.0.2.7,10.42.1.4,23956,443,6,I,B,NX,0,0,0,0\n");
        assertEquals(ExitCode.CLEAN, run(log));
        assertTrue(streams.out().endsWith("unknown: for example 192.0.2.7 -> 10.42.1.4:443 tcp (" + log
                + ":1); trace says what it depends on\n1 flow in the logs: nothing changes, 1 unknown\n"),
                streams::out);
    }
}

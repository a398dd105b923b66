package dev.sekisho.cli.command;

import dev.sekisho.cli.terminal.CapturedStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TestCommandTest {
    private static final String CASES = """
            schemaVersion: 1
            cases:
              - id: local
                kind: route
                title: the network's own range stays local
                config:
                  vnet: {addressSpace: [10.42.0.0/16], subnet: 10.42.1.0/24}
                flow: {dstIp: 10.42.9.9}
                expect: {nextHopType: VirtualNetwork}
              - id: wrong
                kind: route
                title: the Internet is somewhere else
                config:
                  vnet: {addressSpace: [10.43.0.0/16], subnet: 10.43.1.0/24}
                flow: {dstIp: 8.8.8.8}
                expect: {nextHopType: VirtualNetwork}
            """;

    private final CapturedStreams streams = CapturedStreams.plain();

    @TempDir
    private Path scratch;

    @Test
    void tellsWhatDiffersAndThatSomethingDoes() throws IOException {
        assertEquals(ExitCode.SOMETHING_TO_SEE, run(CASES));
        assertTrue(streams.out().contains("fail  wrong  the Internet is somewhere else"), streams.out());
        assertTrue(streams.out().contains("nextHopType: expected VirtualNetwork, but was Internet"), streams.out());
        assertTrue(streams.out().endsWith("1 passed, 1 failed\n"), streams.out());
    }

    @Test
    void isCleanWhenEverythingPasses() throws IOException {
        assertEquals(ExitCode.CLEAN, run(CASES.substring(0, CASES.indexOf("  - id: wrong"))), streams::out);
        assertEquals("1 passed, 0 failed\n", streams.out());
    }

    @Test
    void reportsForProgramsAndBuildServers() throws IOException {
        run(CASES, "--output", "json");
        JsonNode report = JsonMapper.shared().readTree(streams.out());
        assertEquals(1, report.get("failed").asInt());
        assertEquals("fail", report.get("cases").get(1).get("status").asString());
        assertEquals("nextHopType", report.get("cases").get(1).get("differences").get(0).get("key").asString());

        CapturedStreams other = CapturedStreams.plain();
        CommandTree.of(other.streams()).execute("test", scratch.resolve("cases.yaml").toString(), "--output", "junit");
        assertTrue(other.out().contains("<testsuites name=\"sekisho\" tests=\"2\" failures=\"1\""), other.out());
    }

    @Test
    void aFileThatCannotBeReadIsWrongInput() {
        int exit = CommandTree.of(streams.streams()).execute("test", scratch.resolve("missing.yaml").toString());
        assertEquals(ExitCode.WRONG_INPUT, exit);
        assertTrue(streams.err().contains("missing.yaml:1:1: error: there is no such file"), streams.err());
    }

    private int run(String cases, String... args) throws IOException {
        Path file = Files.writeString(scratch.resolve("cases.yaml"), cases);
        String[] all = new String[args.length + 2];
        all[0] = "test";
        all[1] = file.toString();
        System.arraycopy(args, 0, all, 2, args.length);
        return CommandTree.of(streams.streams()).execute(all);
    }
}

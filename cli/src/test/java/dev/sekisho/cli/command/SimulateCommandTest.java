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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SimulateCommandTest {
    private static final String HEADER = "src,dst,protocol,port,fqdn,app,"
            + "result,by,stage,reason,route,delivery,assumptions\n";
    private static final String ROUTE = "VirtualAppliance 10.1.0.4 by 0.0.0.0/0 (out)";

    private final CapturedStreams streams = CapturedStreams.plain();

    @TempDir
    private Path scratch;

    private Path environment = Path.of("");

    @BeforeEach
    void writeEnvironment() throws IOException {
        environment = SpokeWithFirewall.in(scratch);
    }

    @Test
    void writesOneRecordAFlowInTheOrderOfTheFile() throws IOException {
        int exitCode = simulate("""
                src,dst,protocol,port,fqdn,app
                10.42.1.7,20.3.0.9,tcp,443,mcr.microsoft.com,https
                10.42.1.8,20.3.0.8,tcp,443,other.example,
                10.42.1.9,10.42.1.10,udp,5353,,
                """);
        assertEquals(HEADER + "10.42.1.7,20.3.0.9,tcp,443,mcr.microsoft.com,https,Allow,pol/group/web/registry,"
                + "application,," + ROUTE + ",,\n"
                + "10.42.1.8,20.3.0.8,tcp,443,other.example,,Deny,NoRuleMatched,default,NoRuleMatched," + ROUTE + ",,\n"
                + "10.42.1.9,10.42.1.10,udp,5353,,,BypassesFirewall,VirtualNetwork by 10.42.0.0/16,,,"
                + "VirtualNetwork by 10.42.0.0/16,,\n", streams.out());
        assertEquals(ExitCode.CLEAN, exitCode);
    }

    @Test
    void findsColumnsByTheirNamesAndSaysWhichItPassesOver() throws IOException {
        assertEquals(ExitCode.CLEAN, simulate("Bytes,protocol,fqdn,src\n17,https,mcr.microsoft.com,10.42.1.7\n"));
        assertTrue(streams.out().contains("10.42.1.7,,https,,mcr.microsoft.com,,Allow"), streams.out());
        assertTrue(streams.err().contains("'bytes'"), streams.err());
    }

    @Test
    void readsAndWritesJsonLines() throws IOException {
        int exitCode = simulate("""
                {"src": "10.42.1.7", "dst": "20.3.0.9", "protocol": "tcp", "port": 443, "fqdn": "mcr.microsoft.com", "x": [1]}

                {"src": "10.42.1.8", "dst": "100.64.0.9", "protocol": "icmp"}
                """, "--output", "json");
        List<JsonNode> records = streams.out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
        assertEquals(ExitCode.CLEAN, exitCode);
        assertEquals(List.of("Allow", "Deny"), records.stream().map(r -> r.get("result").asString()).toList());
        assertEquals(443, records.getFirst().get("port").asInt());
        assertEquals("pol/group/web/registry", records.getFirst().get("by").asString());
        assertTrue(records.getLast().get("assumptions").isEmpty());
    }

    @Test
    void reportsEveryLineThatIsNoFlowAndWritesNoFileThen() throws IOException {
        Path target = scratch.resolve("records.csv");
        int exitCode = simulate("""
                src,dst,protocol,port,fqdn,app
                10.42.1.7,20.3.0.9,tcp,,,
                10.42.1.7,20.3.0.9,tcp,443,,
                10.42.1.256,20.3.0.9,tcp,443,,
                10.42.1.7,20.3.0.9,tcp,443,,gopher
                10.42.1.7,,tcp,443,,
                """, "-o", target.toString());
        assertEquals(ExitCode.WRONG_INPUT, exitCode);
        assertFalse(Files.exists(target));
        for (String place : List.of("flows:2:1: ", "flows:4:1: ", "flows:5:1: ", "flows:6:1: ")) {
            assertTrue(streams.err().contains(place), () -> place + " in " + streams.err());
        }
    }

    @Test
    void replacesAFileOnlyByForce() throws IOException {
        Path target = Files.writeString(scratch.resolve("records.csv"), "mine");
        String flows = "src,dst,protocol,port\n10.42.1.7,20.3.0.9,udp,123\n";
        assertEquals(ExitCode.WRONG_INPUT, simulate(flows, "-o", target.toString()));
        assertEquals("mine", Files.readString(target));
        assertEquals(ExitCode.CLEAN, simulate(flows, "-o", target.toString(), "--force"));
        assertEquals(2, Files.readAllLines(target).size());
        assertEquals("", streams.out());
    }

    @Test
    void saysWhatIsWrongWithThePlaceOfTheRecords() throws IOException {
        String flows = "src,dst,protocol,port\n10.42.1.7,20.3.0.9,udp,123\n";
        Path absent = scratch.resolve("absent");
        assertEquals(ExitCode.WRONG_INPUT, simulate(flows, "-o", absent.resolve("records.csv").toString()));
        assertEquals("""
                sekisho: error: there is no folder %s
                  help: make it first, or name a file elsewhere
                """.formatted(absent), streams.err());
        assertEquals(ExitCode.WRONG_INPUT, simulate(flows, "-o", scratch.toString(), "--force"));
        assertTrue(streams.err().contains("error: " + scratch + " is a folder\n"), streams::err);
        assertEquals(ExitCode.WRONG_INPUT, simulate(flows, "-o", environment.resolve("records.csv").toString()));
        assertTrue(streams.err().contains("error: there is no folder " + environment + "\n"), streams::err);
        assertEquals("", streams.out());
    }

    @Test
    void keepsTheOrderOfManyFlowsOnManyThreads() throws IOException {
        StringBuilder flows = new StringBuilder("src,dst,protocol,port,fqdn\n");
        for (int i = 0; i < 50_000; i++) {
            flows.append("10.42.1.").append(4 + i % 250).append(",20.0.").append(i / 250).append(".1,tcp,")
                    .append(i).append(',').append(i % 3 == 0 ? "mcr.microsoft.com" : "").append('\n');
        }
        assertEquals(ExitCode.CLEAN, simulate(flows.toString(), "--threads", "4"));
        List<String> records = streams.out().lines().skip(1).toList();
        List<String> lines = flows.toString().lines().skip(1).toList();
        assertEquals(lines.size(), records.size());
        for (int i = 0; i < lines.size(); i++) {
            assertTrue(records.get(i).startsWith(lines.get(i) + ","), records.get(i));
        }
    }

    @Test
    void givesBackWhatIsWrittenWhateverItsDialect() throws IOException {
        assertEquals(ExitCode.CLEAN, simulate("src,dst,protocol,port,fqdn\r\n"
                + "10.42.1.7,20.3.0.9,tcp,443,\"mcr.microsoft.com\"\r\n\r\n"
                + "10.42.1.7,,tcp,443,\"a,b\nc\"\r\n"
                + "\"10.42.1.8\", 20.3.0.9 ,TCP,443,mcr.microsoft.com"));
        assertEquals(HEADER + "10.42.1.7,20.3.0.9,tcp,443,mcr.microsoft.com,,Allow,pol/group/web/registry,application,,"
                + ROUTE + ",,\n"
                + "10.42.1.7,,tcp,443,\"a,b\nc\",,Deny,NoRuleMatched,default,NoRuleMatched," + ROUTE + ",,\n"
                + "10.42.1.8,20.3.0.9,TCP,443,mcr.microsoft.com,,Allow,pol/group/web/registry,application,," + ROUTE
                + ",,\n", streams.out());
    }

    @Test
    void escapesWhatJsonDemands() throws IOException {
        assertEquals(ExitCode.CLEAN, simulate("src,protocol,port,fqdn\n10.42.1.7,tcp,443,\"a\"\"b\\\"\n"
                + "10.42.1.7,tcp,443,b\u00fccher.example\n", "--output", "json"));
        List<JsonNode> records = streams.out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
        assertEquals(List.of("a\"b\\", "b\u00fccher.example"), records.stream().map(r -> r.get("fqdn").asString())
                .toList());
    }

    @Test
    void anEmptyListOfFlowsHasNoRecords() throws IOException {
        assertEquals(ExitCode.CLEAN, simulate("src,dst,protocol,port"));
        assertEquals(HEADER, streams.out());
        assertTrue(streams.err().contains("0 flows in"), streams.err());
    }

    @Test
    void countsLinesOverTheWholeFile() throws IOException {
        String flow = "10.42.1.7,20.3.0.9,tcp,443,mcr.microsoft.com\n";
        assertEquals(ExitCode.WRONG_INPUT, simulate("src,dst,protocol,port,fqdn\n" + flow.repeat(30_000) + "\n\""
                + "10.42.1.300\",\"x\ny\",tcp,443,\n" + flow.repeat(10_000) + "no flow\n"));
        assertTrue(streams.err().contains("flows:30003:1: "), streams.err());
        assertTrue(streams.err().contains("flows:40005:1: "), streams.err());
    }

    @Test
    void saysWhatAHeaderMustName() throws IOException {
        assertEquals(ExitCode.WRONG_INPUT, simulate("from,to\n1,2\n"));
        assertTrue(streams.err().contains("src, protocol"), streams.err());
        assertEquals(ExitCode.WRONG_INPUT, simulate(""));
    }

    private int simulate(String flows, String... more) throws IOException {
        Path file = Files.writeString(scratch.resolve("flows"), flows);
        List<String> arguments = new ArrayList<>(
                List.of("simulate", "--env", environment.toString(), file.toString()));
        arguments.addAll(List.of(more));
        return CommandTree.of(streams.streams()).execute(arguments.toArray(String[]::new));
    }
}

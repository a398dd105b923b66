package dev.sekisho.simulator.log;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.log.LogFile;
import dev.sekisho.model.io.log.LogPiece;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LogRecordsTest {
    private static final String NSG = """
            {"category": "NetworkSecurityGroupFlowEvent", "properties": {"Version": 2, "flows": [
              {"rule": "UserRule_a", "flows": [{"mac": "M", "flowTuples": ["1542110437,10.0.0.62,203.0.113.51,50462,80,T,O,A,B,,,,"]}]},
              {"rule": "UserRule_b", "flows": [{"mac": "N", "flowTuples": ["1542110438,10.0.0.62,203.0.113.52,50463,81,T,O,D,B,,,,", "broken"]}]}]}}
            """;

    private static List<LoggedLine> lines(String text) {
        Diagnostics problems = new Diagnostics();
        List<LoggedLine> lines = new ArrayList<>();
        try (LogFile file = LogFile.of("log.json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            for (Optional<LogPiece> piece = file.next(); piece.isPresent(); piece = file.next()) {
                lines.addAll(LogRecords.read(piece.get(), problems));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertFalse(problems.hasErrors());
        return lines;
    }

    private static List<LogReading> read(String text) {
        return lines(text).stream().map(LoggedLine::reading).toList();
    }

    private static List<String> rules(List<LogReading> readings) {
        return readings.stream().flatMap(reading -> reading instanceof LogLine line
                ? line.get(LogField.RULE).stream()
                : Stream.empty()).toList();
    }

    @Test
    void everyTupleOfARecordIsALineAndABrokenOneSaysSo() {
        List<LogReading> readings = read("{\"records\": [" + NSG + "]}");
        assertEquals(List.of("UserRule_a", "UserRule_b"), rules(readings));
        assertInstanceOf(LogReading.Refused.class, readings.getLast());
    }

    @Test
    void recordsStandInAListInRecordsOrAlone() {
        assertEquals(read(NSG), read("[" + NSG + "]"));
        assertEquals(read(NSG), read("{\"records\": [" + NSG + "]}"));
    }

    @Test
    void recordsMayStandOneInEachLine() {
        String line = NSG.replace("\n", " ");
        assertEquals(List.of("UserRule_a", "UserRule_b", "UserRule_a", "UserRule_b"),
                rules(read(line + "\n\n" + line)));
    }

    @Test
    void everyLineIsWhereItStands() {
        List<String> text = NSG.lines().toList();
        assertEquals(
                List.of("2:" + (1 + text.get(1).indexOf("\"1542")), "3:" + (1 + text.get(2).indexOf("\"1542")),
                        "3:" + (1 + text.get(2).indexOf("\"broken"))),
                lines(NSG).stream().map(each -> each.at().line() + ":" + each.at().column()).toList());
        String line = NSG.replace("\n", " ");
        assertEquals(List.of(1, 1, 1, 3, 3, 3),
                lines(line + "\n\n" + line).stream().map(each -> each.at().line()).toList());
    }

    @Test
    void messagesTuplesAndRowsAreToldApart() {
        assertEquals(List.of("TCP", "UDP", "UDP"), read("""
                TCP request from 10.0.0.5:1 to 10.0.0.6:2. Action: Deny
                1542110437,10.0.0.62,203.0.113.51,50462,53,U,O,A,B,,,,
                1663146003599,10.0.0.6,52.239.184.180,23956,53,17,O,B,NX,0,0,0,0
                """).stream().map(reading -> ((LogLine) reading).get(LogField.PROTOCOL).orElse("")).toList());
        assertEquals(
                "{epochMillis=1788220800000, protocol=TCP, srcIp=10.0.0.5, dstIp=10.0.0.6, dstPort=2, action=Deny}",
                read("""
                        TimeGenerated [UTC],SourceIp,DestinationIp,DestinationPort,Protocol,Action
                        2026-09-01T00:00:00Z,10.0.0.5,10.0.0.6,2,TCP,Deny
                        """).getFirst().toString());
    }

    @Test
    void recordsOfOtherCategoriesArePassedOver() {
        assertEquals(List.of(new LogReading.PassedOver("a record of the category Administrative")),
                read("{\"category\": \"Administrative\"}"));
    }

    @Test
    void aRecordWithSeveralTuplesIsNoSingleLine() {
        assertInstanceOf(LogReading.Refused.class, LogFormat.RECORD.read(NSG));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damagedRecordsNeverThrow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder(NSG);
        for (int i = 0; i < 5; i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, "{}[],:\"0".charAt(random.nextInt(8)));
                default -> text.setCharAt(at, (char) random.nextInt(32, 127));
            }
        }
        LogRecords.read(text.toString()).forEach(Assertions::assertNotNull);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    static Optional<Path> corpus() {
        return Optional.ofNullable(System.getProperty("sekisho.corpus", System.getenv("SEKISHO_CORPUS")))
                .filter(text -> !text.isBlank()).map(Path::of).filter(Files::isDirectory);
    }

    static boolean hasCorpus() {
        return corpus().isPresent();
    }

    @Test
    @EnabledIf("hasCorpus")
    void realLogsAreReadWhole() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("logs-azfw", "logs-nsg-flow", "logs-vnet-flow")) {
            try (Stream<Path> found = Files.list(corpus().orElseThrow().resolve(folder))) {
                found.filter(file -> file.toString().contains(".json")).sorted().forEach(files::add);
            }
        }
        for (Path file : files) {
            List<LogReading> readings = read(Files.readString(file));
            assertFalse(readings.isEmpty(), file::toString);
            assertTrue(readings.stream().allMatch(LogLine.class::isInstance),
                    () -> file + ": " + readings.stream().filter(LogReading.Refused.class::isInstance).findFirst());
        }
    }
}

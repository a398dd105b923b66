package dev.sekisho.simulator.log;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.tree.SourceFile;
import java.io.IOException;
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

    private static List<LogReading> read(String text) {
        Diagnostics problems = new Diagnostics();
        List<LogReading> readings = LogRecords.read(SourceFile.of("log.json", text), problems);
        assertFalse(problems.hasErrors());
        return readings;
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

package dev.sekisho.model.io.flow;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FlowFileTest {
    private static final int BLOCK = 64;
    private static final String HEADER = "src,dst,protocol,port,fqdn,app\n";
    private static final List<String> CELLS = List.of("10.0.0.4", "tcp", " 443 ", "a.example", "", "", "\"10.0.0.5\"",
            "\"x,\ny\"", "\"\"", "\"a\"\"b\r\nc\"", "b\"c", "ü.example", "\u2003udp", "\t80",
            "one,two,three,four,five,six,seven");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsCsvAsTheLibraryDoesWhateverTheBlocks(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "port,src,x,protocol,dst,src\r\n" : HEADER);
        boolean quotes = random.nextBoolean();
        for (int i = 0; i < 200; i++) {
            text.append(pick(random, CELLS, quotes));
            for (int cells = random.nextInt(7); cells > 0; cells--) {
                text.append(',').append(pick(random, CELLS, quotes));
            }
            text.append(random.nextInt(3) == 0 ? "\r\n" : random.nextInt(9) == 0 ? "\n\n" : "\n");
        }
        if (random.nextBoolean()) {
            text.append("10.0.0.9,10.0.0.8");
        }
        assertEquals(byLibrary(text.toString()), read(text.toString(), BLOCK).rows);
        assertEquals(byLibrary(text.toString()), read(text.toString(), 1 << 18).rows);
    }

    private static String pick(SplittableRandom random, List<String> cells, boolean quotes) {
        String cell = cells.get(random.nextInt(cells.size()));
        return quotes ? cell : cell.replace("\"", "");
    }

    /// What the library says about the whole text at once.
    private static List<FlowRow> byLibrary(String text) throws IOException {
        List<FlowRow> rows = new ArrayList<>();
        try (CloseableIterator<CsvRecord> records = CsvFlows.records(text)) {
            List<String> header = records.next().getFields();
            while (records.hasNext()) {
                CsvRecord record = records.next();
                List<String> values = FlowRow.FIELDS.stream().map(header::indexOf)
                        .map(column -> column < 0 || column >= record.getFieldCount() ? ""
                                : record.getField(column).strip())
                        .toList();
                rows.add(new FlowRow(record.getStartingLineNumber(), values.get(0), values.get(1), values.get(2),
                        values.get(3), values.get(4), values.get(5)));
            }
        }
        return rows;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void readsJsonAsTheLibraryDoesWhateverTheBlocks(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> keys = List.of("src", "dst", "protocol", "port", "fqdn", "app", "x", "p\\u006frt");
        List<String> values = List.of("\"10.0.0.4\"", "443", "\" tcp\"", "\"\"", "null", "true", "0", "12.5",
                "\"\\u0061.example\"", "\"ü\"", "-1");
        StringBuilder text = new StringBuilder();
        List<FlowRow> expected = new ArrayList<>();
        for (int line = 1; line <= 200; line++) {
            if (random.nextInt(10) == 0) {
                text.append(random.nextBoolean() ? "\n" : " \r\n");
                continue;
            }
            String object = random.ints(random.nextInt(7), 0, keys.size()).distinct()
                    .mapToObj(key -> "\"" + keys.get(key) + "\"" + (random.nextBoolean() ? ": " : ":")
                            + (key == 6 && random.nextBoolean() ? "[1, {\"src\": 2}]"
                                    : values.get(random.nextInt(values.size()))))
                    .collect(Collectors.joining(random.nextBoolean() ? ", " : ",", "{", "}"));
            text.append(object).append(random.nextInt(5) == 0 ? " \r\n" : "\n");
            JsonNode node = JsonMapper.shared().readTree(object);
            List<String> read = FlowRow.FIELDS.stream().map(node::get)
                    .map(value -> value == null || value.isNull() ? "" : value.asString().strip()).toList();
            expected.add(new FlowRow(line, read.get(0), read.get(1), read.get(2), read.get(3), read.get(4),
                    read.get(5)));
        }
        String start = "{\"src\": \"1.1.1.1\"}\n";
        Read read = read(start + text, BLOCK);
        assertEquals(List.of(), read.problems);
        assertEquals(expected, read.rows.stream().skip(1).map(row -> at(row, row.line() - 1)).toList());
    }

    private static FlowRow at(FlowRow row, long line) {
        return new FlowRow(line, row.src(), row.dst(), row.protocol(), row.port(), row.fqdn(), row.app());
    }

    @Test
    void saysWhichLineIsNoJson() throws IOException {
        Read read = read("\ufeff\n {\"src\": 1}\n{\"src\": }\n[]\n{\"src\": []}\n{\"src\": 1} 2\n{\"port\": 1}", BLOCK);
        assertEquals(List.of("3: this is no JSON", "4: a line must hold one object",
                "5: 'src' must be a text or a number", "6: something follows the object"),
                read.problems.stream().map(problem -> problem.replaceFirst("(JSON).*", "$1")).toList());
        assertEquals(List.of(2L, 7L), read.rows.stream().map(FlowRow::line).toList());
    }

    @Test
    void aRecordMayBeLongerThanABlockButNotForEver() throws IOException {
        String longName = "a".repeat(10_000);
        Read read = read(HEADER + "10.0.0.4,,tcp,443," + longName + ",\n10.0.0.5,10.0.0.6,udp,53,,\n", BLOCK);
        assertEquals(List.of(longName, ""), read.rows.stream().map(FlowRow::fqdn).toList());
        Read endless = read(HEADER + "10.0.0.4,10.0.0.5,udp,53,,\n\"" + "b\n".repeat(1 << 23), 1 << 18);
        assertEquals(1, endless.rows.size());
        assertEquals(List.of("3: a record is longer than 16 MiB; this is no file of flows from here on"),
                endless.problems);
    }

    @Test
    void saysFromWhereOnAFileIsNoCsv() throws IOException {
        Read read = read(HEADER + "1,2\n\"a\"b,2\n3,4\n", 1 << 18);
        assertEquals(1, read.rows.size());
        assertTrue(read.problems.getFirst().startsWith("3: this is no CSV file from here on"), read.problems::toString);
    }

    @Test
    void readsAFileOfOneLineAndOneThatEndsInTheMiddle() throws IOException {
        assertEquals(List.of(), read("src,dst,protocol", BLOCK).rows);
        assertEquals(List.of("c"), read("\n\r\nsrc,dst,protocol\ra,b,c", BLOCK).rows.stream().map(FlowRow::protocol)
                .toList());
        assertEquals(List.of("c"), read("src,dst,protocol\na,b,c\r", BLOCK).rows.stream().map(FlowRow::protocol)
                .toList());
        assertThrows(IllegalArgumentException.class, () -> read("", BLOCK));
        assertThrows(IllegalArgumentException.class, () -> read("\n\n", BLOCK));
        assertThrows(IllegalArgumentException.class, () -> read("\"src\",protocol\n", BLOCK));
    }

    private static final class Read implements FlowSink {
        final List<FlowRow> rows = new ArrayList<>();
        final List<String> problems = new ArrayList<>();
        long lines;

        @Override
        public void flow(FlowFields fields) {
            rows.add(at(fields.row(), lines + fields.line()));
        }

        @Override
        public void broken(long line, String problem) {
            problems.add(lines + line + ": " + problem);
        }

        @Override
        public void ends(long line, String problem) {
            broken(line, problem);
        }
    }

    private static Read read(String text, int blockBytes) throws IOException {
        Read read = new Read();
        try (FlowFile file = FlowFile.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                blockBytes)) {
            FlowReader reader = file.reader();
            read.lines = file.firstLine() - 1;
            for (Optional<FlowBlock> block = file.next(); block.isPresent(); block = file.next()) {
                read.lines += reader.read(block.get(), read);
            }
        }
        return read;
    }
}

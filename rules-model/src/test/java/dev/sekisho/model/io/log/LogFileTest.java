package dev.sekisho.model.io.log;

import dev.sekisho.model.io.tree.Node;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LogFileTest {
    private static List<LogPiece> pieces(byte[] bytes) throws IOException {
        try (LogFile file = LogFile.of("log", new ByteArrayInputStream(bytes))) {
            List<LogPiece> pieces = new ArrayList<>();
            for (Optional<LogPiece> piece = file.next(); piece.isPresent(); piece = file.next()) {
                pieces.add(piece.get());
            }
            return pieces;
        }
    }

    private static List<LogPiece> pieces(String text) throws IOException {
        return pieces(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void linesOfJsonAndOfTextKeepTheirPlaces() throws IOException {
        LogPiece expected = new LogPiece.Lines("log", 1, List.of("", "{\"a\": 1}", "{\"b\"", "text"));
        assertEquals(List.of(expected), pieces("\n{\"a\": 1}\n{\"b\"\ntext"));
        assertEquals(List.of(new LogPiece.Lines("log", 1, List.of("TCP request", "UDP request"))),
                pieces("TCP request\nUDP request\n"));
    }

    @Test
    void manyLinesComeInPiecesThatFollowEachOther() throws IOException {
        int next = 1;
        for (LogPiece piece : pieces("1,2,3\n".repeat(10_001))) {
            LogPiece.Lines lines = assertInstanceOf(LogPiece.Lines.class, piece);
            assertEquals(next, lines.firstLine());
            next += lines.lines().size();
        }
        assertEquals(10_002, next);
    }

    @Test
    void jsonOverSeveralLinesIsOneDocument() throws IOException {
        LogPiece.Document document = assertInstanceOf(LogPiece.Document.class,
                pieces("{\n\"records\": [\n]}").getFirst());
        assertEquals("{\n\"records\": [\n]}", document.file().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void tablesHaveRowsWithThePlacesAndNamesOfTheirCells(String separator) throws IOException {
        String text = "TimeGenerated [UTC],SourceIp,Policy\n2026-11-01T00:00:00Z,10.0.0.4,\n,10.0.0.5,\"a\nb\"\n"
                .replace(",", separator);
        LogPiece.Rows rows = assertInstanceOf(LogPiece.Rows.class, pieces(text).getFirst());
        assertEquals(
                List.of("{TimeGenerated=2026-11-01T00:00:00Z, SourceIp=10.0.0.4}", "{SourceIp=10.0.0.5, Policy=a\nb}"),
                rows.rows().stream().map(LogFileTest::text).toList());
        assertEquals(List.of(2, 3), rows.rows().stream().map(row -> row.at().line()).toList());
    }

    private static String text(Node.Mapping row) {
        List<String> cells = new ArrayList<>();
        row.entries().forEach(entry -> cells
                .add(((Node.Scalar) entry.key()).text() + "=" + ((Node.Scalar) entry.value()).text()));
        return "{" + String.join(", ", cells) + "}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void byteOrderMarksAndGzipAreUnderstood(String charset) throws IOException {
        byte[] bytes = "\ufeffTCP request é".getBytes(Charset.forName(charset));
        List<LogPiece> expected = List.of(new LogPiece.Lines("log", 1, List.of("TCP request é")));
        assertEquals(expected, pieces(bytes));
        assertEquals(expected, pieces(gzip(bytes)));
    }

    @Test
    void anEmptyFileHasNoPieces() throws IOException {
        assertEquals(List.of(), pieces(""));
        assertEquals(List.of(), pieces(gzip(new byte[0])));
    }

    @Test
    void whatIsNoTextOrBreaksOffSaysSo() throws IOException {
        byte[] zipped = gzip("TCP request\n".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        assertTrue(problem(Arrays.copyOf(zipped, zipped.length / 2)).contains("gzip"));
        assertTrue(problem(new byte[]{'a', '\n', (byte) 0xc3, (byte) 0x28}).contains("UTF-8"));
        assertTrue(problem(new byte[]{0x1f, (byte) 0x8b, 0, 0, 0, 0, 0, 0, 0, 0}).contains("gzip"));
        assertTrue(problem("x".repeat((1 << 24) + 1).getBytes(StandardCharsets.UTF_8)).contains("16 MiB"));
    }

    private static String problem(byte[] bytes) {
        return String.valueOf(assertThrows(IOException.class, () -> pieces(bytes)).getMessage());
    }

    @Test
    void foldersAreSearchedForFilesOfLogs(@TempDir Path folder) throws IOException {
        Path hour = Files.createDirectories(folder.resolve("y=2026/h=01"));
        Path log = Files.writeString(hour.resolve("PT1H.json"), "{}");
        Path zipped = Files.writeString(folder.resolve("old.log.gz"), "");
        Files.writeString(folder.resolve("notes.md"), "");
        Files.writeString(folder.resolve(".hidden.json"), "");
        assertEquals(List.of(zipped, log), LogFolder.files(folder));
        assertEquals(List.of(folder.resolve("notes.md")), LogFolder.files(folder.resolve("notes.md")));
    }
}

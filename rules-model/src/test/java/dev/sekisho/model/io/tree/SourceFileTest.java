package dev.sekisho.model.io.tree;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.DiagnosticRenderer;
import dev.sekisho.model.diagnostic.Diagnostics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SourceFileTest {
    @TempDir
    Path folder;
    private final Diagnostics diagnostics = new Diagnostics();

    private Optional<String> read(String name, byte[] bytes) throws IOException {
        Path path = folder.resolve(name);
        Files.write(path, bytes);
        return SourceFile.read(path, diagnostics, 1000).map(SourceFile::text);
    }

    private void assertProblem(String place, String code, String problem) {
        Diagnostic only = diagnostics.all().getFirst();
        assertEquals(1, diagnostics.all().size(), diagnostics::toString);
        assertEquals(place + " " + code, only.at().line() + ":" + only.at().column() + " " + only.code());
        assertTrue(only.problem().contains(problem), only.problem());
    }

    @Test
    void aMissingFileIsNamedAsTheUserNamedIt() {
        Path path = folder.resolve("nowhere/cluster.yaml");
        assertTrue(SourceFile.read(path, diagnostics, 1000).isEmpty());
        assertProblem("1:1", "NO_SUCH_FILE", "there is no such file");
        String output = DiagnosticRenderer.render(diagnostics);
        assertTrue(output.startsWith(path + ":1:1: error: there is no such file\n"), output);
        assertTrue(output.contains("does not exist either"), output);
    }

    @Test
    void aFolderIsNoFile() {
        assertTrue(SourceFile.read(folder, diagnostics, 1000).isEmpty());
        assertProblem("1:1", "NOT_A_FILE", "this is a folder");
    }

    @Test
    void aLargeFileIsNotRead() throws IOException {
        Path path = folder.resolve("large.yaml");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(50L << 20);
        }
        assertTrue(SourceFile.read(path, diagnostics, SourceFile.YAML_LIMIT).isEmpty());
        assertProblem("1:1", "FILE_TOO_LARGE", "this file has 50.0 MiB; at most 8.0 MiB are read");
    }

    @Test
    void aFileOfTheLargestSizeIsRead() throws IOException {
        assertEquals(1000, read("edge.txt", "x".repeat(1000).getBytes(StandardCharsets.UTF_8)).orElseThrow().length());
        assertTrue(read("over.txt", "x".repeat(1001).getBytes(StandardCharsets.UTF_8)).isEmpty());
    }

    @Test
    void aBinaryFileIsCalledOne() throws IOException {
        assertTrue(read("b", new byte[]{'a', '\n', 'b', 0, 'c'}).isEmpty());
        assertProblem("2:2", "BINARY_FILE", "this is a binary file");
    }

    @Test
    void aByteThatIsNotUtf8HasItsPlace() throws IOException {
        assertTrue(read("l", "a: 1\nb: Zürich".getBytes(StandardCharsets.ISO_8859_1)).isEmpty());
        assertProblem("2:5", "NOT_UTF8", "byte 0xFC is not valid UTF-8 here");
        assertTrue(diagnostics.all().getFirst().remedy().contains("'ü'"));
    }

    @Test
    void aCutCharacterAtTheEndHasItsPlace() throws IOException {
        assertTrue(read("l", new byte[]{'a', '\n', (byte) 0xe6, (byte) 0x9d}).isEmpty());
        assertProblem("2:1", "NOT_UTF8", "byte 0xE6");
    }

    @Test
    void utf16WithAByteOrderMarkIsRead() throws IOException {
        assertEquals("{\"ä\": 1}",
                read("p.json", "\uFEFF{\"ä\": 1}".getBytes(StandardCharsets.UTF_16LE)).orElseThrow());
        assertEquals("{\"ä\": 2}",
                read("p.json", "\uFEFF{\"ä\": 2}".getBytes(StandardCharsets.UTF_16BE)).orElseThrow());
    }

    @Test
    void gzipIsUnpackedWithinTheSameLimit() throws IOException {
        assertEquals("small", read("s.gz", gzip("small".getBytes(StandardCharsets.UTF_8))).orElseThrow());
        assertTrue(read("bomb.gz", gzip(new byte[100_000])).isEmpty());
        assertProblem("1:1", "FILE_TOO_LARGE", "more than 1000 bytes");
    }

    @Test
    void halfAGzipFileIsReported() throws IOException {
        byte[] packed = gzip("some text".getBytes(StandardCharsets.UTF_8));
        assertTrue(read("d.gz", Arrays.copyOf(packed, packed.length - 6)).isEmpty());
        assertProblem("1:1", "UNREADABLE_FILE", "ends too early");
    }

    @Test
    void aGzipFileWhoseSumIsWrongIsReported() throws IOException {
        byte[] packed = gzip("some text".getBytes(StandardCharsets.UTF_8));
        packed[packed.length - 8] ^= 1;
        assertTrue(read("e.gz", packed).isEmpty());
        assertProblem("1:1", "UNREADABLE_FILE", "damaged");
    }

    @Test
    void problemsQuoteTheLineOfTheFile() throws IOException {
        Path path = folder.resolve("q.yaml");
        Files.writeString(path, "ok: 1\r\nbad: [\r\n");
        SourceFile.read(path, diagnostics, 1000).ifPresent(file -> YamlTree.read(file, diagnostics));
        String output = DiagnosticRenderer.render(diagnostics);
        assertTrue(output.contains(":2:7: error: the file ends too early"), output);
        assertTrue(output.contains("  | bad: [\n  |       ^\n"), output);
    }

    @Test
    void offsetsBecomeLinesAndColumns() {
        SourceFile file = SourceFile.of("f", "a😀b\r\nc\rd\n\ne");
        assertEquals("f:1:3", file.locationAt(3).toString());
        assertEquals("f:1:2", file.locationAt(1).toString());
        assertEquals("f:2:1", file.locationAt(6).toString());
        assertEquals("f:3:1", file.locationAt(8).toString());
        assertEquals("f:5:1", file.locationAt(11).toString());
        assertEquals("f:1:3", file.locationAtCodePoint(2).toString());
        assertEquals("f:2:1", file.locationAtCodePoint(5).toString());
        assertEquals("f:5:2", file.end().toString());
        assertEquals(Optional.of("a😀b"), file.line(1));
        assertEquals(Optional.of("c"), file.line(2));
        assertEquals(Optional.of(""), file.line(4));
        assertEquals(Optional.empty(), file.line(6));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }
}

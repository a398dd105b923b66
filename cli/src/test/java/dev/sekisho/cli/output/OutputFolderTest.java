package dev.sekisho.cli.output;

import dev.sekisho.generator.format.GeneratedMark;
import dev.sekisho.generator.format.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OutputFolderTest {
    private static final String OURS = "# " + new GeneratedMark("0.0.7", "payments, catalogue 2026-11-23") + "\n";

    @TempDir
    private Path scratch;

    @Test
    void writesFilesInFoldersThatItCreates() throws IOException {
        Path folder = scratch.resolve("out");
        WriteOutcome outcome = write(folder, files("b.tf", "b", "a/a.json", "a"), false);
        assertEquals(new WriteOutcome.Written(List.of(folder.resolve("b.tf"), folder.resolve("a/a.json"))), outcome);
        assertEquals(Map.of("out", "", "out/a", "", "out/a/a.json", OURS + "a\n", "out/b.tf", OURS + "b\n"), tree());
    }

    @Test
    void replacesAFileThatIsOurs() throws IOException {
        write(scratch, files("a", "before"), false);
        assertInstanceOf(WriteOutcome.Written.class, write(scratch, files("a", "after"), false));
        assertEquals(Map.of("a", OURS + "after\n"), tree());
    }

    @Test
    void doesNotReplaceAFileThatIsNotOursAndWritesNothingElseEither() throws IOException {
        Files.writeString(scratch.resolve("b"), "by hand");
        WriteOutcome outcome = write(scratch, files("a", "new", "b", "new", "c", "new"), false);
        assertEquals("not written by Sekisho, so not replaced: " + scratch.resolve("b"),
                assertInstanceOf(WriteOutcome.Refused.class, outcome).problem());
        assertEquals(Map.of("b", "by hand"), tree());
    }

    @Test
    void replacesAnyFileWhenItMust() throws IOException {
        Files.writeString(scratch.resolve("b"), "by hand");
        assertInstanceOf(WriteOutcome.Written.class, write(scratch, files("b", "new"), true));
        assertEquals(Map.of("b", OURS + "new\n"), tree());
    }

    @Test
    void takesAFileWithTheSameContentForOurs() throws IOException {
        Files.writeString(scratch.resolve("data.json"), "{}\n");
        assertInstanceOf(WriteOutcome.Written.class,
                new OutputFolder(scratch).write(List.of(OutputFile.of("data.json", "{}\n")), false));
    }

    @Test
    void namesTheFileThatStandsWhereTheFolderShouldBe() throws IOException {
        Path file = Files.writeString(scratch.resolve("file"), "by hand");
        WriteOutcome.Refused refused = assertInstanceOf(WriteOutcome.Refused.class,
                write(file.resolve("out"), files("a", "new"), false));
        assertTrue(refused.problem().startsWith("cannot write to " + file.resolve("out")), refused.problem());
        assertEquals(Map.of("file", "by hand"), tree());
    }

    @Test
    void leavesNothingBehindWhenALaterFileCannotBeWritten() throws IOException {
        Files.writeString(scratch.resolve("taken"), OURS);
        WriteOutcome outcome = write(scratch, files("a", "new", "sub/b", "new", "taken/c", "new"), false);
        assertInstanceOf(WriteOutcome.Refused.class, outcome);
        assertEquals(Map.of("taken", OURS), tree());
    }

    @Test
    void putsTheFormerFilesBackWhenAPlaceIsTakenByAFolder() throws IOException {
        write(scratch, files("a", "before"), false);
        Files.createDirectories(scratch.resolve("b/inside"));
        write(scratch, files("a", "after", "b", "after"), true);
        assertFalse(Files.exists(scratch.resolve("a/inside")));
        assertTrue(Files.isDirectory(scratch.resolve("b")), "a folder is never replaced by a file");
        assertEquals(OURS + "before\n", Files.readString(scratch.resolve("a")));
    }

    @Test
    void makesAScriptExecutable() {
        new OutputFolder(scratch).write(List.of(OutputFile.script("run.sh", OURS)), false);
        assertTrue(Files.isExecutable(scratch.resolve("run.sh")));
    }

    private static WriteOutcome write(Path folder, List<OutputFile> files, boolean force) {
        return new OutputFolder(folder).write(files, force);
    }

    private static List<OutputFile> files(String... pathsAndTexts) {
        List<OutputFile> files = new ArrayList<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.add(OutputFile.of(pathsAndTexts[i], OURS + pathsAndTexts[i + 1] + "\n"));
        }
        return files;
    }

    private Map<String, String> tree() throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (var paths = Files.walk(scratch)) {
            for (Path path : paths.filter(path -> !path.equals(scratch)).toList()) {
                String name = scratch.relativize(path).toString().replace('\\', '/');
                tree.put(name, Files.isDirectory(path) ? "" : Files.readString(path));
            }
        }
        return tree;
    }
}

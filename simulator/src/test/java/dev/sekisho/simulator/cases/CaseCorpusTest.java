package dev.sekisho.simulator.cases;

import dev.sekisho.model.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Runs every case file under `cases`, and the files that the system property `sekisho.cases` names, separated as paths
/// are.
class CaseCorpusTest {

    private static List<Path> givenFiles() {
        String given = System.getProperty("sekisho.cases", "");
        return given.isEmpty() ? List.of() : Stream.of(given.split(java.io.File.pathSeparator)).map(Path::of).toList();
    }

    @TestFactory
    Stream<DynamicTest> everyCasePasses() throws IOException {
        List<Path> files = new ArrayList<>(OwnCases.files());
        files.addAll(givenFiles());
        return files.stream().flatMap(file -> CaseFileReader.read(file, new Diagnostics()).stream())
                .map(entry -> DynamicTest.dynamicTest(entry.id(), () -> passes(entry)));
    }

    private static void passes(CaseEntry entry) {
        CaseResult result = CaseRunner.run(entry);
        assertEquals(CaseResult.Status.PASS, result.status(),
                () -> result.at() + ": " + result.differences() + result.problems());
    }

    @Test
    void theCorpusHasCasesOfEveryKindAndIdsOnce() throws IOException {
        List<String> ids = new ArrayList<>();
        TreeSet<CaseKind> kinds = new TreeSet<>();
        for (Path file : OwnCases.files()) {
            for (CaseEntry entry : CaseFileReader.read(file, new Diagnostics())) {
                ids.add(entry.id());
                if (entry instanceof CaseEntry.Readable(TestCase testCase)) {
                    kinds.add(testCase.kind());
                }
            }
        }
        assertEquals(List.of(CaseKind.values()), List.copyOf(kinds));
        assertEquals(ids.stream().distinct().toList(), ids);
        assertTrue(ids.size() >= 700, () -> "only " + ids.size());
    }
}

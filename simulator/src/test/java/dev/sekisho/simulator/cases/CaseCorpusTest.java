package dev.sekisho.simulator.cases;

import dev.sekisho.model.diagnostic.Diagnostics;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    private static List<Path> ownFiles() throws IOException, URISyntaxException {
        URI folder = Objects.requireNonNull(CaseCorpusTest.class.getResource("/cases")).toURI();
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private static List<Path> givenFiles() {
        String given = System.getProperty("sekisho.cases", "");
        return given.isEmpty() ? List.of() : Stream.of(given.split(java.io.File.pathSeparator)).map(Path::of).toList();
    }

    @TestFactory
    Stream<DynamicTest> everyCasePasses() throws IOException, URISyntaxException {
        List<Path> files = new ArrayList<>(ownFiles());
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
    void theCorpusHasCasesOfEveryKindAndIdsOnce() throws IOException, URISyntaxException {
        List<String> ids = new ArrayList<>();
        TreeSet<CaseKind> kinds = new TreeSet<>();
        for (Path file : ownFiles()) {
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

package dev.sekisho.simulator.cases;

import dev.sekisho.model.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Runs the cases of each file as one test. Mutation tests use these: they run a test anew for every mutant that it
/// reaches, and a test for every case would take them hours.
class CaseFilesTest {
    private static final Map<Path, List<CaseEntry>> READ = new ConcurrentHashMap<>();

    static Stream<Path> files() throws IOException {
        return OwnCases.files().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyCasePasses(Path file) {
        for (CaseEntry entry : READ.computeIfAbsent(file, path -> CaseFileReader.read(path, new Diagnostics()))) {
            CaseResult result = CaseRunner.run(entry);
            assertEquals(CaseResult.Status.PASS, result.status(), result::toString);
        }
    }
}

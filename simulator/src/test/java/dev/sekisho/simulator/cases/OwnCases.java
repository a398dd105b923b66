package dev.sekisho.simulator.cases;

import dev.sekisho.model.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The case files of this project.
final class OwnCases {
    static final Path FOLDER = Path.of("src", "test", "resources", "cases");

    private OwnCases() {}

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    /// Returns all cases in the order of files and lines.
    static List<TestCase> all() throws IOException {
        List<TestCase> cases = new ArrayList<>();
        for (Path file : files()) {
            for (CaseEntry entry : CaseFileReader.read(file, new Diagnostics())) {
                if (entry instanceof CaseEntry.Readable(TestCase testCase)) {
                    cases.add(testCase);
                }
            }
        }
        return cases;
    }
}

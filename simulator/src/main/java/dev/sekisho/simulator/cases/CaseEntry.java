package dev.sekisho.simulator.cases;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;

/// One item of a test file.
public sealed interface CaseEntry {
    /// The case's id; for a file that is no test file, the file's name.
    String id();

    /// A case that can be run.
    record Readable(TestCase testCase) implements CaseEntry {
        @Override
        public String id() {
            return testCase.id();
        }
    }

    /// A case that cannot be read.
    ///
    /// @param problems why not, at least one
    record Broken(String id, SourceLocation at, List<Diagnostic> problems) implements CaseEntry {
        public Broken {
            problems = List.copyOf(problems);
        }
    }
}

package dev.sekisho.simulator.cases;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;

/// What came of one case.
///
/// @param differences the keys whose answers are not the expected ones
/// @param problems why the case could not be run
public record CaseResult(String id, String title, SourceLocation at, Status status, List<Difference> differences,
        List<Diagnostic> problems) {

    /// Whether a case passed.
    public enum Status {
        PASS("pass"), FAIL("fail"), ERROR("error");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        /// Returns the name that reports use.
        public String text() {
            return text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /// An answer that is not the expected one.
    public record Difference(String key, String expected, String actual) {
        @Override
        public String toString() {
            return key + ": expected " + expected + ", but was " + actual;
        }
    }

    public CaseResult {
        differences = List.copyOf(differences);
        problems = List.copyOf(problems);
    }
}

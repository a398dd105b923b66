package dev.sekisho.cli.json;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;

/// A problem as programs read it.
///
/// @param at the place; absent for a problem that is in no file
/// @param help what to do about it, empty if there is nothing to say
public record DiagnosticRow(String severity, String code, String message, Optional<Place> at, String help) {

    /// A place in a file, counted from 1.
    public record Place(String file, int line, int column) {
        /// Returns the place, where there is one.
        public static Optional<Place> of(SourceLocation at) {
            return at.isKnown() ? Optional.of(new Place(at.file(), at.line(), at.column())) : Optional.empty();
        }
    }

    /// Returns one row for each problem.
    public static List<DiagnosticRow> of(List<Diagnostic> problems) {
        return problems.stream().map(DiagnosticRow::of).toList();
    }

    private static DiagnosticRow of(Diagnostic problem) {
        return new DiagnosticRow(problem.severity().toString(), problem.code(), problem.problem(),
                Place.of(problem.at()), problem.remedy());
    }
}

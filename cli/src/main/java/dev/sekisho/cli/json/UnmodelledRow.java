package dev.sekisho.cli.json;

import dev.sekisho.cli.json.DiagnosticRow.Place;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.io.shape.Unmodelled;
import java.util.Optional;

/// Something that was read and that no verdict takes into account, as programs read it.
///
/// @param pointer where it is in its file as a JSON pointer, empty where that is not known
/// @param property the property, absent for a whole resource
/// @param at the place in the file
public record UnmodelledRow(String pointer, String subject, Optional<String> property, String message,
        Optional<Place> at) {

    public static UnmodelledRow of(Unmodelled one) {
        return new UnmodelledRow(one.pointer(), one.subject(),
                one.property().isEmpty() ? Optional.empty() : Optional.of(one.property()), one.toString(),
                Place.of(one.at()));
    }

    /// Returns the row for a problem that says so of a property of Sekisho's own files.
    public static UnmodelledRow of(Diagnostic problem) {
        return new UnmodelledRow("", "", Optional.empty(), problem.problem(), Place.of(problem.at()));
    }
}

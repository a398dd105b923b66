package dev.sekisho.model.cluster;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Collects what the rules about a cluster find, each with the page that it rests on.
final class Findings {
    private final Function<String, SourceLocation> places;
    private final List<Diagnostic> found = new ArrayList<>();

    Findings(Function<String, SourceLocation> places) {
        this.places = places;
    }

    /// Adds an error where `broken` holds.
    ///
    /// @param source page and date that the rule comes from
    void error(boolean broken, String code, String path, String problem, String remedy, String source) {
        add(Severity.ERROR, broken, code, path, problem, remedy, source);
    }

    /// Adds a warning where `broken` holds.
    void warning(boolean broken, String code, String path, String problem, String remedy, String source) {
        add(Severity.WARNING, broken, code, path, problem, remedy, source);
    }

    List<Diagnostic> all() {
        return List.copyOf(found);
    }

    private void add(Severity severity, boolean broken, String code, String path, String problem, String remedy,
            String source) {
        if (broken) {
            found.add(new Diagnostic(severity, code, places.apply(path), problem + " (" + source + ")", remedy));
        }
    }
}

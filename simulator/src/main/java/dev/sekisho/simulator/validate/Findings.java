package dev.sekisho.simulator.validate;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.ValidationCode;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The findings of one validation. What two firewalls find in the policy that they share counts once.
final class Findings {
    private final Set<Diagnostic> found = new LinkedHashSet<>();

    void error(ValidationCode code, SourceLocation at, String problem, String remedy) {
        found.add(Diagnostic.error(code.name(), at, problem).withRemedy(remedy));
    }

    void warning(ValidationCode code, SourceLocation at, String problem, String remedy) {
        found.add(Diagnostic.warning(code.name(), at, problem).withRemedy(remedy));
    }

    /// Something worth knowing that is no finding.
    void note(String code, SourceLocation at, String problem, String remedy) {
        found.add(Diagnostic.note(code, at, problem).withRemedy(remedy));
    }

    void add(Diagnostic finding) {
        found.add(finding);
    }

    List<Diagnostic> inOrder() {
        return found.stream().sorted(Comparator.comparing(Diagnostic::at, SourceLocation.ORDER)).toList();
    }
}

package dev.sekisho.simulator.verdict;

import dev.sekisho.model.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What is written down while a verdict is being reached; it becomes the verdict's [Basis].
public final class Notes {
    private final boolean everyRule;
    private final Set<Assumption> assumptions = EnumSet.noneOf(Assumption.class);
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    /// Starts empty notes.
    ///
    /// @param everyRule whether steps tell about every rule that was consulted, not only about the one that decided
    public Notes(boolean everyRule) {
        this.everyRule = everyRule;
    }

    /// Tells whether steps are to tell about every rule.
    public boolean everyRule() {
        return everyRule;
    }

    /// Notes a reading that the verdict rests on.
    public void assume(Assumption assumption) {
        assumptions.add(assumption);
    }

    /// Notes readings that the verdict rests on.
    public void assume(Collection<Assumption> all) {
        assumptions.addAll(all);
    }

    /// Notes something that the operator should know.
    public void report(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    /// Notes a step.
    public void step(Step step) {
        steps.add(step);
    }

    /// Takes over everything that another verdict rests on.
    public void include(Basis basis) {
        assumptions.addAll(basis.assumptions());
        diagnostics.addAll(basis.diagnostics());
        steps.addAll(basis.steps());
    }

    /// Returns what was noted.
    public Basis basis() {
        return new Basis(assumptions, List.of(), diagnostics, steps);
    }
}

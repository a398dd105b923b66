package dev.sekisho.simulator.verdict;

import dev.sekisho.model.diagnostic.Diagnostic;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a verdict rests on.
///
/// @param assumptions readings of undecided rules, in the order of their numbers
/// @param possibilities the outcomes that remain, one for each side; empty unless the verdict is unknown
/// @param diagnostics what the operator should know: errors in what was described, warnings about the traffic
/// @param steps how the verdict was reached
public record Basis(Set<Assumption> assumptions, List<Possibility> possibilities, List<Diagnostic> diagnostics,
        List<Step> steps) {
    /// Rests on documented behaviour alone.
    public static final Basis NONE = new Basis(Set.of(), List.of(), List.of(), List.of());

    public Basis {
        assumptions = inOrder(assumptions);
        possibilities = List.copyOf(possibilities);
        diagnostics = List.copyOf(new LinkedHashSet<>(diagnostics));
        steps = List.copyOf(steps);
    }

    /// Returns the same basis with these outcomes left open.
    public Basis open(List<Possibility> outcomes) {
        return new Basis(assumptions, outcomes, diagnostics, steps);
    }

    /// Returns the same basis with its steps in another stage.
    public Basis inStage(String stage) {
        return new Basis(assumptions, possibilities, diagnostics, steps.stream()
                .map(step -> new Step(stage, step.text(), step.rules(), step.at(), step.parts())).toList());
    }

    private static Set<Assumption> inOrder(Collection<Assumption> assumptions) {
        return assumptions.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(assumptions));
    }
}

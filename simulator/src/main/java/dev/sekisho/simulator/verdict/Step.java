package dev.sekisho.simulator.verdict;

import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;

/// One step on the way to a verdict, in the order in which Azure takes it.
///
/// @param stage the part of the path, such as `route` or `network rules`
/// @param text what happened, one clause
/// @param rules numbers of the rules of behaviour that it follows, such as `R-1`
/// @param at where the deciding rule or route was written
/// @param parts what the step consists of
public record Step(String stage, String text, List<String> rules, SourceLocation at, List<Step> parts) {
    public Step {
        rules = List.copyOf(rules);
        parts = List.copyOf(parts);
    }

    /// Returns a step without parts that nobody wrote anywhere.
    public static Step of(String stage, String text, String... rules) {
        return new Step(stage, text, List.of(rules), SourceLocation.UNKNOWN, List.of());
    }

    /// Returns the same step with a place.
    public Step at(SourceLocation place) {
        return new Step(stage, text, rules, place, parts);
    }

    /// Returns the same step with these parts.
    public Step with(List<Step> newParts) {
        return new Step(stage, text, rules, at, newParts);
    }
}

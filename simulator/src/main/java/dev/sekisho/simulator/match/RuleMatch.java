package dev.sekisho.simulator.match;

import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.world.Truth;
import dev.sekisho.simulator.world.World;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a rule matches a flow: all of its fields, each with its reason.
///
/// @param fields every field in the order in which people read a rule
public record RuleMatch(List<FieldMatch> fields) {
    public RuleMatch {
        fields = List.copyOf(fields);
    }

    /// Returns whether the rule matches, as far as it is known.
    public Truth truth() {
        return fields.stream().map(FieldMatch::truth).reduce(Truth.YES, Truth::and);
    }

    /// Tells whether the rule matches in a world. Questions are asked only where every known field matches.
    public boolean holds(World world) {
        return truth() != Truth.NO && fields.stream().allMatch(field -> field.holds(world));
    }

    /// Returns the readings that the answer rests on in a world: those of a field whose fellows all match.
    public Set<Assumption> assumptions(World world) {
        Set<Assumption> assumptions = EnumSet.noneOf(Assumption.class);
        for (FieldMatch field : fields) {
            boolean othersHold = !field.assumptions().isEmpty()
                    && fields.stream().allMatch(other -> other == field || other.holds(world));
            if (othersHold) {
                assumptions.addAll(field.assumptions());
            }
        }
        return assumptions;
    }

    /// Returns the fields that do not match.
    public List<FieldMatch> missed() {
        return fields.stream().filter(field -> field.truth() == Truth.NO).toList();
    }

    @Override
    public String toString() {
        return switch (truth()) {
            case YES -> "matches";
            case NO -> "missed on " + missed().stream().map(f -> f.field() + " (" + f.reason() + ")")
                    .collect(Collectors.joining(", "));
            case UNKNOWN -> "may match: " + fields.stream().filter(f -> f.truth() == Truth.UNKNOWN)
                    .map(f -> f.field() + " (" + f.reason() + ")").collect(Collectors.joining(", "));
        };
    }
}

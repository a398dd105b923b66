package dev.sekisho.simulator.match;

import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.world.Truth;
import dev.sekisho.simulator.world.World;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a rule matches a flow: all of its fields, each with its reason.
///
/// @param fields every field in the order in which people read a rule
public record RuleMatch(List<FieldMatch> fields) {
    public RuleMatch {
        fields = List.copyOf(fields);
    }

    /// Returns a miss on the first field that alone settles it: one that does not match, whatever the reading. Nothing
    /// that the other fields say could change the answer or add to what it rests on.
    public static Optional<RuleMatch> settledBy(List<FieldMatch> fields) {
        for (FieldMatch field : fields) {
            if (field.truth() == Truth.NO && field.assumptions().isEmpty()) {
                return Optional.of(new RuleMatch(List.of(field)));
            }
        }
        return Optional.empty();
    }

    /// Returns whether the rule matches, as far as it is known.
    public Truth truth() {
        Truth truth = Truth.YES;
        for (FieldMatch field : fields) {
            truth = truth.and(field.truth());
        }
        return truth;
    }

    /// Tells whether the rule matches in a world. Questions are asked only where every known field matches.
    public boolean holds(World world) {
        return truth() != Truth.NO && fields.stream().allMatch(field -> field.holds(world));
    }

    /// Returns the readings that the answer rests on in a world: those of a field whose fellows all match. A field that
    /// misses by a reading counts too where its fellows match or miss by readings themselves. Questions are asked only
    /// where no fellow is known to miss.
    public Set<Assumption> assumptions(World world) {
        Set<Assumption> assumptions = Set.of();
        for (FieldMatch field : fields) {
            if (!field.assumptions().isEmpty() && othersHold(field, world)) {
                assumptions = assumptions.isEmpty() ? EnumSet.noneOf(Assumption.class) : assumptions;
                assumptions.addAll(field.assumptions());
            }
        }
        return assumptions;
    }

    private boolean othersHold(FieldMatch field, World world) {
        return fields.stream()
                .noneMatch(other -> other != field && other.truth() == Truth.NO && !bothMiss(field, other))
                && fields.stream()
                        .allMatch(other -> other == field || bothMiss(field, other) || other.holds(world));
    }

    private static boolean bothMiss(FieldMatch field, FieldMatch other) {
        return field.truth() == Truth.NO && other.truth() == Truth.NO && !other.assumptions().isEmpty();
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

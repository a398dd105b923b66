package dev.sekisho.simulator.match;

import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.world.Question;
import dev.sekisho.simulator.world.Truth;
import dev.sekisho.simulator.world.World;
import java.util.List;
import java.util.Set;

/// Whether one field of a rule matches.
///
/// @param truth whether it does, as far as it is known
/// @param open questions that decide an unknown field: it matches if one of them is answered yes
/// @param assumptions readings that this answer rests on; they count when all other fields match
/// @param reason why, one clause
public record FieldMatch(Field field, Truth truth, List<Question> open, Set<Assumption> assumptions, String reason) {
    public FieldMatch {
        open = List.copyOf(open);
        assumptions = Set.copyOf(assumptions);
        if ((truth == Truth.UNKNOWN) == open.isEmpty()) {
            throw new IllegalArgumentException("a field is unknown exactly when a question is open: " + reason);
        }
    }

    /// Returns a match.
    public static FieldMatch yes(Field field, String reason, Assumption... assumptions) {
        return new FieldMatch(field, Truth.YES, List.of(), Set.of(assumptions), reason);
    }

    /// Returns a miss.
    public static FieldMatch no(Field field, String reason, Assumption... assumptions) {
        return new FieldMatch(field, Truth.NO, List.of(), Set.of(assumptions), reason);
    }

    /// Returns an answer that depends on questions.
    public static FieldMatch unknown(Field field, List<Question> open, String reason) {
        return new FieldMatch(field, Truth.UNKNOWN, open, Set.of(), reason);
    }

    /// Returns the same answer with other assumptions.
    public FieldMatch assuming(Set<Assumption> others) {
        return new FieldMatch(field, truth, open, others, reason);
    }

    /// Tells whether the field matches in a world.
    public boolean holds(World world) {
        return switch (truth) {
            case YES -> true;
            case NO -> false;
            case UNKNOWN -> open.stream().anyMatch(world::holds);
        };
    }
}

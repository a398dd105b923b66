package dev.sekisho.simulator.exact.diagram;

import java.util.function.IntBinaryOperator;

/// A way to combine the values of two diagrams, with a memory of the pairs that it has combined.
///
/// An operation belongs to the [Diagrams] that it is first used with. Sets are diagrams with the values 0 and 1.
public final class Operation {
    /// The value of a diagram that decides nothing.
    public static final int UNDECIDED = 0;

    static final int NO_SHORTCUT = PairTable.ABSENT;

    private static final int NOTHING = ~0;
    private static final int EVERYTHING = ~1;

    private final IntBinaryOperator values;
    private final IntBinaryOperator shortcut;
    private final PairTable known = new PairTable();

    private Operation(IntBinaryOperator values, IntBinaryOperator shortcut) {
        this.values = values;
        this.shortcut = shortcut;
    }

    /// Combines value by value.
    public static Operation of(IntBinaryOperator values) {
        return new Operation(values, (_, _) -> NO_SHORTCUT);
    }

    /// Takes the first diagram's value, and where it is [#UNDECIDED] the second one's: rules in order.
    public static Operation orElse() {
        return new Operation((first, second) -> first == UNDECIDED ? second : first, (first, second) -> {
            if (first == ~UNDECIDED) {
                return second;
            }
            return first < 0 || first == second || second == ~UNDECIDED ? first : NO_SHORTCUT;
        });
    }

    /// Keeps the second diagram's values inside the first, a set, and decides nothing outside.
    public static Operation within() {
        return new Operation((inside, value) -> inside == 1 ? value : UNDECIDED, (set, function) -> {
            if (set == EVERYTHING) {
                return function;
            }
            return set == NOTHING || function == ~UNDECIDED ? ~UNDECIDED : NO_SHORTCUT;
        });
    }

    /// Keeps the second diagram's values outside the first, a set, and decides nothing inside.
    public static Operation outside() {
        return new Operation((inside, value) -> inside == 1 ? UNDECIDED : value, (set, function) -> {
            if (set == NOTHING) {
                return function;
            }
            return set == EVERYTHING || function == ~UNDECIDED ? ~UNDECIDED : NO_SHORTCUT;
        });
    }

    /// Unites two sets.
    public static Operation union() {
        return new Operation((one, other) -> one | other, (one, other) -> {
            if (one == EVERYTHING || other == NOTHING || one == other) {
                return one;
            }
            return one == NOTHING || other == EVERYTHING ? other : NO_SHORTCUT;
        });
    }

    /// Keeps what is in both sets.
    public static Operation intersection() {
        return new Operation((one, other) -> one & other, (one, other) -> {
            if (one == NOTHING || other == EVERYTHING || one == other) {
                return one;
            }
            return one == EVERYTHING || other == NOTHING ? other : NO_SHORTCUT;
        });
    }

    /// Keeps what is in the first set and not in the second.
    public static Operation difference() {
        return new Operation((one, other) -> one & ~other & 1, (one, other) -> {
            if (one == NOTHING || other == NOTHING) {
                return one;
            }
            return other == EVERYTHING || one == other ? NOTHING : NO_SHORTCUT;
        });
    }

    PairTable known() {
        return known;
    }

    int onValues(int one, int other) {
        return values.applyAsInt(one, other);
    }

    /// Returns what is clear without looking into the diagrams, or [#NO_SHORTCUT].
    int shortcut(int one, int other) {
        return shortcut.applyAsInt(one, other);
    }
}

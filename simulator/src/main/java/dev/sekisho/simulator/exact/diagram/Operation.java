package dev.sekisho.simulator.exact.diagram;

import java.util.function.IntBinaryOperator;

/// A way to combine the values of two diagrams, with a memory of the pairs that it has combined.
///
/// An operation belongs to the [Diagrams] that it is first used with.
public final class Operation {
    /// The value of a diagram that decides nothing.
    public static final int UNDECIDED = 0;

    private final IntBinaryOperator values;
    private final boolean firstDecides;
    private final PairTable known = new PairTable();

    private Operation(IntBinaryOperator values, boolean firstDecides) {
        this.values = values;
        this.firstDecides = firstDecides;
    }

    /// Combines value by value.
    public static Operation of(IntBinaryOperator values) {
        return new Operation(values, false);
    }

    /// Takes the first diagram's value, and where it is [#UNDECIDED] the second one's: rules in order.
    public static Operation orElse() {
        return new Operation((first, second) -> first == UNDECIDED ? second : first, true);
    }

    PairTable known() {
        return known;
    }

    int onValues(int one, int other) {
        return values.applyAsInt(one, other);
    }

    /// Tells whether the second diagram plays no part where the first has a value other than [#UNDECIDED].
    boolean firstDecides() {
        return firstDecides;
    }
}

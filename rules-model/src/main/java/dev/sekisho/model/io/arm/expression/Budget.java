package dev.sekisho.model.io.arm.expression;

import dev.sekisho.model.io.arm.value.Value;

/// Counts the work of one evaluation, so that no template takes forever or fills the memory.
///
/// A step is about one value that is made or looked at. Real templates of several megabytes take some hundred
/// thousand.
public final class Budget {
    /// The most steps of one template with everything nested in it.
    public static final long MOST_STEPS = 5_000_000;

    /// How deep evaluations may lie inside of each other: functions in functions, variables in variables, deployments
    /// in deployments.
    public static final int DEEPEST = 1_500;

    /// The deepest value that an expression may make.
    public static final int DEEPEST_VALUE = 300;

    /// The largest value that an expression may make, in single values.
    public static final long LARGEST_VALUE = 500_000;

    /// The longest text that an expression may make, in chars.
    public static final long LONGEST_TEXT = 8_000_000;

    /// What reporting a problem costs: its message compares names.
    static final long PROBLEM_STEPS = 500;

    private long left;
    private int depth;

    /// Ends an evaluation that has spent its budget.
    public static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Exhausted() {
            super("too much work", null, false, false);
        }
    }

    public Budget() {
        this(MOST_STEPS);
    }

    Budget(long steps) {
        left = steps;
    }

    /// @throws Exhausted if nothing is left
    public void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new Exhausted();
        }
    }

    /// Goes one level deeper; [#leave] comes back.
    ///
    /// @return whether that is still allowed
    public boolean enter() {
        spend(1);
        return ++depth <= DEEPEST;
    }

    /// Comes back from one level deeper.
    public void leave() {
        depth--;
    }

    /// Returns the value if it is not too large.
    <T extends Value> T check(T value) {
        if (value.depth() > DEEPEST_VALUE) {
            throw new Refusal("makes a value that is nested more than " + DEEPEST_VALUE + " levels deep");
        }
        if (value.size() > LARGEST_VALUE) {
            throw new Refusal("makes a value that is larger than a template can be");
        }
        return value;
    }
}

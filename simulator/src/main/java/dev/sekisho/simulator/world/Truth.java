package dev.sekisho.simulator.world;

/// Whether something holds, as far as it is known.
public enum Truth {
    NO, UNKNOWN, YES;

    /// Returns [#YES] or [#NO].
    public static Truth of(boolean value) {
        return value ? YES : NO;
    }

    /// Both must hold.
    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }
}

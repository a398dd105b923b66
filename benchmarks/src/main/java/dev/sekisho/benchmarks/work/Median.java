package dev.sekisho.benchmarks.work;

import java.util.List;

/// The middle of measurements, which a disturbance of some of them does not move.
public final class Median {
    private Median() {}

    /// The middle one, or halfway between the middle two.
    ///
    /// @throws IndexOutOfBoundsException if there are none
    public static double of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}

package dev.sekisho.benchmarks.peers;

import java.util.List;

/// What a side reached in all its rounds.
///
/// @param nanos time for one question, the median of the rounds
/// @param bestNanos the same, in the best round
/// @param bytes memory that lookups read
/// @param otherBytes memory that the side keeps besides
/// @param buildMillis time to make the table
public record Score(double nanos, double bestNanos, long bytes, long otherBytes, double buildMillis) {

    static Score of(List<Side.Made> made, List<Double> rounds) {
        return new Score(median(rounds), rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                made.getFirst().bytes(), made.getFirst().otherBytes(),
                median(made.stream().map(Side.Made::buildMillis).toList()));
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}

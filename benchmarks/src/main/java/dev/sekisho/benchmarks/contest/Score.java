package dev.sekisho.benchmarks.contest;

import dev.sekisho.benchmarks.work.Made;
import dev.sekisho.benchmarks.work.Median;
import java.util.List;

/// What a side reached in all its rounds.
///
/// @param nanos time for one question, the median of the rounds
/// @param bestNanos the same, in the best round
/// @param bytes memory that lookups read
/// @param otherBytes memory that the side keeps besides
/// @param buildMillis time to make the table
public record Score(double nanos, double bestNanos, long bytes, long otherBytes, double buildMillis) {

    static Score of(List<Made> made, List<Double> rounds) {
        return new Score(Median.of(rounds), rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                made.getFirst().bytes(), made.getFirst().otherBytes(),
                Median.of(made.stream().map(Made::buildMillis).toList()));
    }
}

package dev.sekisho.benchmarks.contest;

import java.util.Optional;
import java.util.OptionalDouble;

/// What came of a [Row].
///
/// @param peer name of the peer
/// @param theirs the peer's score; empty where it is not there or failed
/// @param ours our score; empty where we failed
/// @param sameAnswers whether both sides gave the same answers, or one of them gave none
public record Result(String question, OptionalDouble mark, String peer, Optional<Score> theirs, Optional<Score> ours,
        boolean sameAnswers) {

    /// The peer's time by ours, medians: above 1 where we are faster; empty where a side is missing.
    public OptionalDouble ratio() {
        return theirs.isPresent() && ours.isPresent()
                ? OptionalDouble.of(theirs.get().nanos() / ours.get().nanos())
                : OptionalDouble.empty();
    }
}

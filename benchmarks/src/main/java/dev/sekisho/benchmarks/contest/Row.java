package dev.sekisho.benchmarks.contest;

import java.util.Optional;
import java.util.OptionalDouble;

/// A question that a peer and we answer from the same inputs.
///
/// @param question what is asked, as the tables show it
/// @param peer empty where there is none to compare with
/// @param mark how many times faster than the peer we mean to be; empty where there is no mark
public record Row(String question, Optional<Contestant> peer, Contestant ours, OptionalDouble mark) {}

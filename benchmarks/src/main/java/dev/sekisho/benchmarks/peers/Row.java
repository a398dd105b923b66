package dev.sekisho.benchmarks.peers;

import java.nio.file.Path;
import java.util.OptionalDouble;

/// A question that a peer and we answer from the same files.
///
/// @param question what is asked, as the table shows it
/// @param peer name of the peer's program, which is also the name of its source
/// @param work which of our programs answers
/// @param table file with what is compiled
/// @param questions file with what is asked
/// @param mark how many times faster than the peer we mean to be; empty where there is no mark
public record Row(String question, String peer, String work, Path table, Path questions, OptionalDouble mark) {}

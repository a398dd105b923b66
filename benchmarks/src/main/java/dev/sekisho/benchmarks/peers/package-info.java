/// Compares the compiled engine with the leaders of its field, side by side in one run.
///
/// `benchmarks/peers` starts [Peers]. A [Row] names a question, the peer's program (C, below `src/peers`) and ours
/// ([OurSide], in a JVM of its own); both read the same files and print a [Measurement]. Inputs are seeded ([PrefixTables])
/// or read from files that the caller names ([PrefixFile]).
@NullMarked
package dev.sekisho.benchmarks.peers;

import org.jspecify.annotations.NullMarked;

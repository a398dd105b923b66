/// Compares the compiled engine with the leaders of its field, side by side in one run.
///
/// `benchmarks/peers` starts [Peers]; [Rows] are the questions, each with a peer: a program in C below `src/peers`, or one of our
/// own. `benchmarks.contest` lets them answer. [ResultFile] keeps what came of it, [ResultTable] shows it.
@NullMarked
package dev.sekisho.benchmarks.peers;

import org.jspecify.annotations.NullMarked;

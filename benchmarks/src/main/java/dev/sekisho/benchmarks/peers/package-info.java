/// Compares the compiled engine with the leaders of its field, side by side in one run.
///
/// `benchmarks/peers` starts [Peers]. A [Row] names a question and two [Contestant]s: a program in C below `src/peers`, or a
/// work of [JavaSide], in a JVM of its own. Both read the same files; a [Contest] lets them answer round by round. Inputs come
/// from `benchmarks.input`.
@NullMarked
package dev.sekisho.benchmarks.peers;

import org.jspecify.annotations.NullMarked;

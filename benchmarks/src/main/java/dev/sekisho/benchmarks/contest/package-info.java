/// Two programs that answer the same questions in turn, and what came of it.
///
/// Start at [Contest], which runs a [Row]: a question and two [Contestant]s, each a [Side] while it runs, over [InputFiles] that
/// both read. The [Result] holds the [Score] of either. Depends on `benchmarks.work` and `benchmarks.input`.
@NullMarked
package dev.sekisho.benchmarks.contest;

import org.jspecify.annotations.NullMarked;

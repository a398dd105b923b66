/// Our programs of the comparison: each reads the files that the peers read, makes its table and answers all questions.
///
/// [JavaSide] is started in a JVM of its own and opens one of the [Works], a [Subject]; what it says about its table is [Made].
/// Depends on `benchmarks.input` and on what is measured; knows no contest.
@NullMarked
package dev.sekisho.benchmarks.work;

import org.jspecify.annotations.NullMarked;

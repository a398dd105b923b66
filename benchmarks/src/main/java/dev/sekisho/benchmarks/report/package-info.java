/// Puts results before the reader: the charts and the tables of `docs/performance.md`, from the newest files below
/// `benchmarks/results`.
///
/// Start at [Report]. A test fails where the document does not show the results; [Report] writes it anew.
@NullMarked
package dev.sekisho.benchmarks.report;

import org.jspecify.annotations.NullMarked;

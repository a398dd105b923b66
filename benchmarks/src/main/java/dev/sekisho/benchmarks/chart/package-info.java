/// Draws charts as SVG that is the same on every machine: fixed places, no measured text, no clock. Colours follow the
/// reader's theme, light or dark.
///
/// Start at [LogChart]. Depends on nothing of ours.
@NullMarked
package dev.sekisho.benchmarks.chart;

import org.jspecify.annotations.NullMarked;

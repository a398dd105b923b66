/// How cost grows: with routes, rules, names and flows, and with the memory that a load reaches.
///
/// `benchmarks/growth` starts [Growth], which measures [GrowthPoint]s and writes them as CSV; `benchmarks.report` draws them.
/// What answers questions is run by `benchmarks.contest`.
@NullMarked
package dev.sekisho.benchmarks.growth;

import org.jspecify.annotations.NullMarked;

/// One record for each flow of a file: what the flow is, and what becomes of it.
///
/// Start at [RecordFormat]. Depends on the simulator's outcomes, the rules model's rows of flows, and the libraries for CSV
/// and JSON.
@NullMarked
package dev.sekisho.cli.record;

import org.jspecify.annotations.NullMarked;

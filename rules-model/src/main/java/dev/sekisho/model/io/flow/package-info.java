/// Files of flows, read in pieces by several threads: CSV with a header, and JSON lines.
///
/// Start at [FlowFile]. A [FlowReader] finds the [FlowFields] of each flow in the bytes of a piece, and [PlainFlow] makes numbers
/// of them; what is not written as nearly all flows are is read by the libraries and by [FlowRow], which say what everything
/// means. Nothing is kept of a piece that was read, so that files may be of any length. Depends on `traffic`, `address` and the
/// libraries for CSV and JSON.
@NullMarked
package dev.sekisho.model.io.flow;

import org.jspecify.annotations.NullMarked;

/// Files of flows, read one by one: CSV with a header, and JSON lines.
///
/// Start at [FlowLines]. Nothing is kept of a line that was handed out, so that files may be of any length. Depends on
/// `traffic`, `address` and the libraries for CSV and JSON.
@NullMarked
package dev.sekisho.model.io.flow;

import org.jspecify.annotations.NullMarked;

/// Many flows from a file through the compiled engine, on all cores, in the order of the file and in bounded memory.
///
/// Start at [FlowPipeline]. Decides nothing: flows are read by the rules model, judged by the simulator, and written by
/// `record`.
@NullMarked
package dev.sekisho.cli.simulate;

import org.jspecify.annotations.NullMarked;

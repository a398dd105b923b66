/// Many flows from a file through the compiled engine, on all cores, in the order of the file and in bounded memory.
///
/// Start at [FlowPipeline]; an [Evaluator] does the work of one thread. Decides nothing: flows are read by the rules model,
/// judged by the simulator, and written by `record`.
@NullMarked
package dev.sekisho.cli.simulate;

import org.jspecify.annotations.NullMarked;

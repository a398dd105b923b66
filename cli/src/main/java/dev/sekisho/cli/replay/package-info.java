/// Files of logs through the replay, on all cores and in bounded memory.
///
/// Start at [LogPipeline]. Decides nothing: files are taken apart by the rules model, their lines are read and judged by the
/// simulator.
@NullMarked
package dev.sekisho.cli.replay;

import org.jspecify.annotations.NullMarked;

/// Logged flows against an environment, or against two: what a change would have done to real traffic.
///
/// Start at [Replay]. A [LoggedFlow] is what a line of a log says; each thread counts with a [ReplayPart] of its own, and
/// [ReplayTally] puts their counts together. Stands on `log` for lines and on `compiled.engine` for verdicts.
@NullMarked
package dev.sekisho.simulator.replay;

import org.jspecify.annotations.NullMarked;

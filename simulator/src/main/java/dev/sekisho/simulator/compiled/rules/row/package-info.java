/// Which rule wins, where source and destination are settled: the rules that are left for a pair of classes make a *row*, and the
/// row and the class of the service choose the first of them.
///
/// Start at [RowNumbers], which numbers rows that decide the same alike, and keeps them as [FlatWinners] where they are few or as
/// [FoldedWinners] where many rows agree on which of their rules wins for which service. Depends on the numbering of
/// `compiled.rules.field` only.
@NullMarked
package dev.sekisho.simulator.compiled.rules.row;

import org.jspecify.annotations.NullMarked;

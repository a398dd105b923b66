/// First match over the classes of three fields: a source, a destination and a service.
///
/// Start at [Part], the answer of some rules of a list. There are two kinds. A [CrossProduct] (Srinivasan et al., 1998) has a row
/// for every pair of source and destination classes, as [DenseCells] where there are few and as [DisplacedCells], laid
/// over each other as Tarjan and Yao (1979) do, where nearly all are like their neighbours; [CrossProductBuilder] makes it, or gives up
/// where it would grow too large. A [PairTable] has rows for the pairs that its rules cover, in a [PerfectHash]. Rules come as
/// a [Cube] of class sets. Depends on `compiled.rules.field` and `compiled.rules.row`.
@NullMarked
package dev.sekisho.simulator.compiled.rules.table;

import org.jspecify.annotations.NullMarked;

/// Flows: one connection attempt, as its sender sees it.
///
/// Start at [Flow]. Depends on `address` and `name` only.
@NullMarked
package dev.sekisho.model.traffic;

import org.jspecify.annotations.NullMarked;

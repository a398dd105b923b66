/// Decision functions: for every flow of a space, what becomes of it and what decided.
///
/// Start at [Decisions], which makes them from [Ruling]s in order. Depends on `exact.space`, `exact.diagram`, `verdict` and
/// `world`; where rulings come from is none of its business.
@NullMarked
package dev.sekisho.simulator.exact.decision;

import org.jspecify.annotations.NullMarked;

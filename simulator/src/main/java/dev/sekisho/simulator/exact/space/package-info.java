/// The space of all flows: what one flow is told apart by, as ordered finite axes of classes that no rule in question tells
/// apart.
///
/// Start at [Region], a set of flows as people write it, and [FlowSpace], which turns regions into boxes of class numbers
/// and class numbers back into flows. Depends on `exact.diagram`, `world` and the rules model; knows no rules.
@NullMarked
package dev.sekisho.simulator.exact.space;

import org.jspecify.annotations.NullMarked;

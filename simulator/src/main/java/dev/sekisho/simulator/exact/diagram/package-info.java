/// Decision diagrams over ordered finite axes, each value of which is a number: functions of several numbers, held so
/// that equal functions are one node.
///
/// Start at [Diagrams]; [IndexSet] is a set of values of one axis. Knows nothing of flows, rules or Azure.
@NullMarked
package dev.sekisho.simulator.exact.diagram;

import org.jspecify.annotations.NullMarked;

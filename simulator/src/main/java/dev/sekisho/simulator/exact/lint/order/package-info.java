/// What rules do to each other by their order, over all flows: rules that never decide, that nobody would miss, that contradict
/// each other, or that let through what others would judge by name.
///
/// Start at [OrderFindings]; rules and what stands before and behind them are a [RuleList]. Depends on `exact.lint.finding`,
/// `exact.firewall`, `exact.decision`, `exact.diagram`, `exact.space` and the rules model.
@NullMarked
package dev.sekisho.simulator.exact.lint.order;

import org.jspecify.annotations.NullMarked;

/// Findings about firewall rules that hold for all flows: rules that never decide, rules that contradict each other, traps.
///
/// Start at [Linter], and at [LintCode] for what can be found. Depends on `exact.path`, `exact.firewall`, `exact.decision`,
/// `exact.space`, `validate` and the rules model.
@NullMarked
package dev.sekisho.simulator.exact.lint;

import org.jspecify.annotations.NullMarked;

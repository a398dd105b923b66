/// Findings about an environment that hold for all flows: what the validator finds, traps of single rules, and what rules do to
/// each other.
///
/// Start at [Linter]; what can be found is `exact.lint.finding`. Depends on `exact.lint.finding`, `exact.lint.order`,
/// `exact.lint.trap`, `exact.path`, `exact.firewall`, `exact.decision`, `exact.space`, `validate` and the rules model.
@NullMarked
package dev.sekisho.simulator.exact.lint;

import org.jspecify.annotations.NullMarked;

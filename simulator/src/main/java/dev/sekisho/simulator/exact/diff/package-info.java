/// The exact difference of two environments: every flow of which something else becomes.
///
/// Start at [EnvironmentDiff]. Depends on `exact.path`, `exact.firewall`, `exact.decision`, `exact.space` and the rules model.
@NullMarked
package dev.sekisho.simulator.exact.diff;

import org.jspecify.annotations.NullMarked;

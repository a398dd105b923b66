/// Effective routes of a subnet and the choice among them (`R-1` to `R-29`).
///
/// Start at [RouteInterpreter]. Depends on `view`, `verdict`, `world` and the rules model.
@NullMarked
package dev.sekisho.simulator.route;

import org.jspecify.annotations.NullMarked;

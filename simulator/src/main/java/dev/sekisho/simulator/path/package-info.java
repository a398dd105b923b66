/// The whole way of a flow: from a pod through source translation, security groups, routes, the firewall, and on to the
/// destination and back (`R-9`, `R-14` to `R-25`).
///
/// Start at [PathInterpreter]. Depends on `firewall`, `nsg`, `route`, `view`, `verdict`, `world` and the rules model.
@NullMarked
package dev.sekisho.simulator.path;

import org.jspecify.annotations.NullMarked;

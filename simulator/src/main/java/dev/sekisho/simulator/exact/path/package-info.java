/// What becomes of every flow in an environment: security groups, routes, peerings and firewalls as layers of one decision
/// function.
///
/// Start at [PathFunction]. The results are those of `simulator.path`, flow by flow; sources are the addresses that the
/// network sees, and whether allowed traffic is delivered behind the firewall is not asked here. Depends on
/// `exact.firewall`, `exact.decision`, `exact.space`, `path`, `nsg`, `route`, `view` and the rules model.
@NullMarked
package dev.sekisho.simulator.exact.path;

import org.jspecify.annotations.NullMarked;

/// What one firewall does with every flow: its rules as regions of flows, and the decision function that they make in order.
///
/// Start at [FirewallFunction]. The meaning is that of `simulator.firewall`, flow by flow. Depends on `exact.space`,
/// `exact.diagram`, `view`, `verdict`, `world` and the rules model.
@NullMarked
package dev.sekisho.simulator.exact.firewall;

import org.jspecify.annotations.NullMarked;

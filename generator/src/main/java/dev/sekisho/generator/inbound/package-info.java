/// Plans the ways in: the Services that are to be reached from outside, the security rules of the nodes, the DNAT rules, the
/// routes of the gateway.
///
/// Start at [InboundPlanner]. Depends on `naming` and the rules model; `plan` puts the result into a deployment plan.
@NullMarked
package dev.sekisho.generator.inbound;

import org.jspecify.annotations.NullMarked;

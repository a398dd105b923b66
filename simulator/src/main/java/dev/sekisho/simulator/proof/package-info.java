/// Proves that what a cluster needs is reachable in an environment: each need is evaluated as flows, from the edges of
/// its sources to the edges of its destinations and ports, through the literal interpreter.
///
/// Start at [ReachabilityProof]. The flows are samples, chosen where rules begin and end; [Samples] says which. Depends on
/// the rules model and on `path`, `verdict` and `view`.
@NullMarked
package dev.sekisho.simulator.proof;

import org.jspecify.annotations.NullMarked;

/// Proves that what a cluster needs is reachable in an environment, and says what is allowed beyond need: one flow of each
/// class that the environment's decision function tells apart is evaluated by the literal interpreter.
///
/// Start at [ReachabilityProof]; [NeedClasses] says which flows. Depends on the rules model, on `exact.decision` and
/// `exact.path`, and on `path`, `verdict` and `view`.
@NullMarked
package dev.sekisho.simulator.proof;

import org.jspecify.annotations.NullMarked;

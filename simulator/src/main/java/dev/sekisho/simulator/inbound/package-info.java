/// Proves that the Services of a cluster are reached from where their owner wants it, and from nowhere else.
///
/// Start at [InboundProof]. The answers are those of `exposure`; this package knows what was wanted. Depends on it, on `view` and
/// the rules model.
@NullMarked
package dev.sekisho.simulator.inbound;

import org.jspecify.annotations.NullMarked;

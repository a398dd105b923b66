/// The addresses that a name may stand for, and the classes of addresses that a description tells apart (`DNS-1`).
///
/// Start at [Destinations]. What rules of a firewall tell apart: [RuleSets]. Depends on `match`, `route`, `view`, `world` and the
/// rules model.
@NullMarked
package dev.sekisho.simulator.destination;

import org.jspecify.annotations.NullMarked;

/// The ways from a client to an entrance and back: straight, by a DNAT rule, an Application Gateway or a private endpoint, and
/// those to API servers.
///
/// Start at [Clients], which follows one client straight. Verdicts are those of `path`, `route` and `nsg`. Depends on them, on
/// `exposure.place`, `exposure.answer`, `exposure.entrance`, `view`, `verdict` and the rules model.
@NullMarked
package dev.sekisho.simulator.exposure.way;

import org.jspecify.annotations.NullMarked;

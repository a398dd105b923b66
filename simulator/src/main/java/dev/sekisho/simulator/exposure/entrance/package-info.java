/// What manifests and environments open for clients: load balancers, node ports and Ingresses, with the security rules that
/// Azure's cloud provider makes for them.
///
/// Start at [Entrance]; [Entrances] makes them of Services. Depends on `exposure.place`, `exposure.answer`, `path`, `nsg`, `view`
/// and the rules model.
@NullMarked
package dev.sekisho.simulator.exposure.entrance;

import org.jspecify.annotations.NullMarked;

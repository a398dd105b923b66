/// Where flows go, for every class of destinations: by the routes of a subnet, and from a firewall onward.
///
/// Start at [Way], which is what a route leads to, and [Leg], the way behind a firewall. [RoutePlan] chooses the route as Azure
/// does, [Network] says what follows from it, [LegPlan] does both from the firewall's own subnet; [NextSteps] is the same in
/// arrays. Depends on `compiled.clause` for its classes and on `view` and `EffectiveRoutes` for what is described.
@NullMarked
package dev.sekisho.simulator.compiled.way;

import org.jspecify.annotations.NullMarked;

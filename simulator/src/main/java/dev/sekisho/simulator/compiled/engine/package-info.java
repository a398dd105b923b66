/// The whole path of many flows, compiled: security groups, routes, every pass of the firewall, the way behind it.
///
/// Start at [FlowEngine]; a [FlowBatch] holds flows as arrays. The meaning is that of `path`, which evaluates what this
/// engine leaves open: wherever a rule *may* match because of something unknown, or a verdict rests on a reading that
/// depends on more than where the flow goes, the tables say "not here", and one flow is interpreted for all of its classes.
/// [EnginePlan] makes the tables from what the neighbours say: `compiled.clause` has the classes and the rules over them,
/// `compiled.filter` the security groups and firewalls, `compiled.way` the routes, and `compiled.distinction` what classes must
/// tell apart. Descriptions are resolved by `view`, by `EffectiveRoutes` and, for pods and names, by `path`; the tables evaluate no
/// rule by the code of the interpreter.
@NullMarked
package dev.sekisho.simulator.compiled.engine;

import org.jspecify.annotations.NullMarked;

/// The whole path of many flows, compiled: security groups, routes, every pass of the firewall, the way behind it.
///
/// Start at [FlowEngine]; a [FlowBatch] holds flows as arrays. The meaning is that of `path`, which evaluates what this
/// engine leaves open: wherever a rule *may* match because of something unknown, or a verdict rests on a reading that
/// depends on more than where the flow goes, the tables say "not here", and one flow is interpreted for all of its classes.
/// Descriptions are resolved by `view`, by `EffectiveRoutes` and, for pods and names, by `path`; the tables evaluate no rule by
/// the code of the interpreter. Depends on `compiled.rules` and `compiled.name` for its tables.
@NullMarked
package dev.sekisho.simulator.compiled.engine;

import org.jspecify.annotations.NullMarked;

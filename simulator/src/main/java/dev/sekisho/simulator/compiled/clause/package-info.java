/// Rules as sets, by how sure it is what they mean, and the classes over which they are compiled.
///
/// Start at [Clauses]: a rule's addresses ([AddressTerms]) and ports ([PortTerms]) become boxes of one certainty each, and what
/// cannot be told for certain is a box that defers to the interpreter. [FlowClasses] numbers everything that a flow may say, so
/// that a list of boxes becomes one [RuleTable]. Depends on `compiled.rules`, `compiled.name` and `view`; knows no firewall,
/// no route and no flow.
@NullMarked
package dev.sekisho.simulator.compiled.clause;

import org.jspecify.annotations.NullMarked;

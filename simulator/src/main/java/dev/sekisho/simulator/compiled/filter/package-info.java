/// What security groups and firewalls decide, compiled: their rules in Azure's order as lists of boxes.
///
/// Start at [FirewallPlan], which makes two lists of a firewall, each ending in a [Ruling], and at [SecurityGate], which asks the
/// groups that traffic meets on its way out of a subnet or into it; what these decide is numbered in [GateDecisions]. Depends
/// on `compiled.clause` and `view`; knows no routes.
@NullMarked
package dev.sekisho.simulator.compiled.filter;

import org.jspecify.annotations.NullMarked;

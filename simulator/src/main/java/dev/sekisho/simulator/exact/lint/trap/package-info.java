/// What is wrong with single rules, and with routes, security groups and subnets around a firewall, whatever other rules say.
///
/// Start at [RuleTraps] and [SubnetTraps]. Depends on `exact.lint.finding`, `exact.firewall`, `exact.space`, `view` and the
/// rules model.
@NullMarked
package dev.sekisho.simulator.exact.lint.trap;

import org.jspecify.annotations.NullMarked;

/// What the interpreter answers: one verdict for a route, a security group, a firewall and a whole path, each with what
/// it rests on.
///
/// Start at [PathVerdict]. Values only; nothing is evaluated here. Depends on the rules model.
@NullMarked
package dev.sekisho.simulator.verdict;

import org.jspecify.annotations.NullMarked;

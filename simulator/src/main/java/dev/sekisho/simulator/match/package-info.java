/// Whether a rule matches: field by field, with three values and the reason. One definition decides and explains.
///
/// Start at [RuleMatch]. Used by `firewall` and `nsg`; depends on `world`, `verdict` and the rules model.
@NullMarked
package dev.sekisho.simulator.match;

import org.jspecify.annotations.NullMarked;

/// Network security groups: which rule decides, with the default rules and the tags that depend on the subnet
/// (`NSG-1` to `NSG-12`).
///
/// Start at [NsgInterpreter]. Depends on `match`, `view`, `verdict`, `world` and the rules model.
@NullMarked
package dev.sekisho.simulator.nsg;

import org.jspecify.annotations.NullMarked;

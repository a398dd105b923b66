/// What an Azure Firewall does with one flow: threat intelligence, the three passes over the rules, intrusion detection,
/// source translation (`FW-1` to `FW-56`).
///
/// Start at [FirewallInterpreter]. Depends on `match`, `view`, `verdict`, `world` and the rules model.
@NullMarked
package dev.sekisho.simulator.firewall;

import org.jspecify.annotations.NullMarked;

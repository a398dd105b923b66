package dev.sekisho.simulator.compiled.filter;

import dev.sekisho.simulator.verdict.Action;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.Reason;
import dev.sekisho.simulator.verdict.RuleRef;
import dev.sekisho.simulator.verdict.Stage;
import java.util.Optional;
import java.util.Set;

/// What a firewall decides.
///
/// @param assumptions the readings that it rests on
/// @param carry how the firewall carries what it allows
public record Ruling(String firewall, Action action, Stage stage, Optional<RuleRef> rule, Optional<Reason> reason,
        Set<Assumption> assumptions, Carry carry) {

    /// How allowed traffic goes on.
    public enum Carry {
        /// It ends here.
        NOTHING,
        /// As packets, translated where the destination is public (`FW-53`).
        PACKETS,
        /// By a connection of the firewall's own (`FW-39`).
        CONNECTION
    }
}

package dev.sekisho.model.firewall;

import dev.sekisho.model.term.ResourceRef;
import java.util.List;

/// Where a firewall takes its rules from. A firewall with a policy uses the policy alone (`FW-5`).
public sealed interface FirewallRules {
    /// Rules of a policy.
    record Policy(ResourceRef policy) implements FirewallRules {}

    /// Rules written on the firewall itself, without groups and parent.
    ///
    /// @param collections collections of all three kinds in the order written
    /// @param settings settings of the firewall itself
    record Classic(List<RuleCollection> collections, PolicySettings settings) implements FirewallRules {
        public Classic {
            collections = List.copyOf(collections);
        }
    }
}

package dev.sekisho.simulator.verdict;

import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.Optional;

/// A rule that decided, by its names.
///
/// @param policy the policy; absent for rules written on the firewall itself
/// @param group the rule collection group; absent likewise
public record RuleRef(Optional<String> policy, Optional<String> group, String collection, String rule,
        SourceLocation at) {

    @Override
    public String toString() {
        return policy.map(p -> p + "/").orElse("") + group.map(g -> g + "/").orElse("") + collection + "/" + rule;
    }
}

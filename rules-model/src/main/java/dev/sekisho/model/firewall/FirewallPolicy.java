package dev.sekisho.model.firewall;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;
import java.util.Optional;

/// A firewall policy: rule collection groups and settings, and the parent that it builds on.
///
/// @param basePolicy the parent; its rules come first within each type (`FW-3`)
/// @param settings settings written on this policy itself; what is absent is inherited
public record FirewallPolicy(String name, Tier tier, Optional<ResourceRef> basePolicy,
        List<RuleCollectionGroup> ruleCollectionGroups, PolicySettings settings, SourceLocation at) {
    public FirewallPolicy {
        ruleCollectionGroups = List.copyOf(ruleCollectionGroups);
    }
}

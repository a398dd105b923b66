package dev.sekisho.model.firewall;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.term.Priority;
import java.util.List;

/// A group of collections, the unit of deployment of a policy's rules.
public record RuleCollectionGroup(String name, Priority priority, List<RuleCollection> ruleCollections,
        SourceLocation at) {
    public RuleCollectionGroup {
        ruleCollections = List.copyOf(ruleCollections);
    }
}

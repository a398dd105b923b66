package dev.sekisho.model.firewall;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.term.Priority;
import java.util.List;

/// A filter collection that holds network rules.
public record NetworkRuleCollection(String name, Priority priority, FilterAction action, List<NetworkRule> rules,
        SourceLocation at) implements RuleCollection {
    public NetworkRuleCollection {
        rules = List.copyOf(rules);
    }
}

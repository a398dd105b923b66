package dev.sekisho.model.firewall;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.term.Priority;
import java.util.List;

/// A filter collection that holds application rules.
public record ApplicationRuleCollection(String name, Priority priority, FilterAction action,
        List<ApplicationRule> rules,
        SourceLocation at) implements RuleCollection {
    public ApplicationRuleCollection {
        rules = List.copyOf(rules);
    }
}

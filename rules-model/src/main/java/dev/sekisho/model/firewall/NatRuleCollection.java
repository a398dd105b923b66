package dev.sekisho.model.firewall;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.term.Priority;
import java.util.List;

/// A collection of DNAT rules; its action is always `DNAT`.
public record NatRuleCollection(String name, Priority priority, List<NatRule> rules, SourceLocation at)
        implements
        RuleCollection {
    public NatRuleCollection {
        rules = List.copyOf(rules);
    }
}

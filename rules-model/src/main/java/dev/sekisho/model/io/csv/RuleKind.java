package dev.sekisho.model.io.csv;

import java.util.List;
import java.util.Optional;

/// The three kinds of rules, with the words that tables have for them.
enum RuleKind {
    NETWORK("NetworkRule", List.of("networkrule", "network", "networkrulecollection", "net")),
    APPLICATION("ApplicationRule", List.of("applicationrule", "application", "applicationrulecollection", "app")),
    NAT("NatRule", List.of("natrule", "nat", "dnat", "natrulecollection", "dnatrule",
            "firewallpolicynatrulecollection"));

    private final String azureName;
    private final List<String> words;

    RuleKind(String azureName, List<String> words) {
        this.azureName = azureName;
        this.words = words;
    }

    /// Returns the `ruleType` of Azure's API.
    String azureName() {
        return azureName;
    }

    /// Returns the `ruleCollectionType` of Azure's API.
    String collectionType() {
        return this == NAT ? "FirewallPolicyNatRuleCollection" : "FirewallPolicyFilterRuleCollection";
    }

    /// Returns the property of names that such a rule lets through.
    String names() {
        return this == APPLICATION ? "targetFqdns" : "destinationFqdns";
    }

    /// Returns the kind that a word means; a filter collection may hold two kinds, so its word means none.
    static Optional<RuleKind> of(String text) {
        return RuleColumn.word(text, values(), kind -> kind.words);
    }
}

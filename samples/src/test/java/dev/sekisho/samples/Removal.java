package dev.sekisho.samples;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import java.util.ArrayList;
import java.util.List;

/// An environment without one of its rules.
///
/// @param rule the rule that is missing, as `collection/rule`
record Removal(String rule, Environment environment) {

    /// One removal for each rule of each policy.
    static List<Removal> each(Environment environment) {
        List<Removal> removals = new ArrayList<>();
        for (FirewallPolicy policy : environment.firewallPolicies()) {
            for (RuleCollectionGroup group : policy.ruleCollectionGroups()) {
                for (RuleCollection collection : group.ruleCollections()) {
                    for (Rule rule : collection.rules()) {
                        removals.add(new Removal(collection.name() + "/" + rule.name(),
                                without(environment, policy, group, collection, rule)));
                    }
                }
            }
        }
        return removals;
    }

    private static Environment without(Environment environment, FirewallPolicy policy, RuleCollectionGroup group,
            RuleCollection collection, Rule rule) {
        List<RuleCollectionGroup> groups = policy.ruleCollectionGroups().stream()
                .map(each -> each == group
                        ? new RuleCollectionGroup(each.name(), each.priority(),
                                each.ruleCollections().stream().map(c -> c == collection ? without(c, rule) : c)
                                        .toList(),
                                each.at())
                        : each)
                .toList();
        FirewallPolicy smaller = new FirewallPolicy(policy.name(), policy.tier(), policy.basePolicy(), groups,
                policy.settings(), policy.at());
        return environment.withFirewallPolicies(
                environment.firewallPolicies().stream().map(p -> p == policy ? smaller : p).toList());
    }

    private static RuleCollection without(RuleCollection collection, Rule rule) {
        return switch (collection) {
            case NatRuleCollection nat -> new NatRuleCollection(nat.name(), nat.priority(),
                    nat.rules().stream().filter(r -> r != rule).toList(), nat.at());
            case NetworkRuleCollection network -> new NetworkRuleCollection(network.name(), network.priority(),
                    network.action(), network.rules().stream().filter(r -> r != rule).toList(), network.at());
            case ApplicationRuleCollection application -> new ApplicationRuleCollection(application.name(),
                    application.priority(), application.action(),
                    application.rules().stream().filter(r -> r != rule).toList(), application.at());
        };
    }
}

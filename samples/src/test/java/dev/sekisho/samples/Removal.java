package dev.sekisho.samples;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.SecurityRule;
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

    /// One removal for each rule of each security group and each route of each table, by the name of its group or table.
    static List<Removal> eachOfNetwork(Environment environment) {
        List<Removal> removals = new ArrayList<>();
        for (NetworkSecurityGroup group : environment.networkSecurityGroups()) {
            for (SecurityRule rule : group.securityRules()) {
                NetworkSecurityGroup smaller = new NetworkSecurityGroup(group.name(),
                        group.securityRules().stream().filter(r -> r != rule).toList(), group.at());
                removals.add(new Removal(group.name() + "/" + rule.name(), with(environment, environment
                        .networkSecurityGroups().stream().map(g -> g == group ? smaller : g).toList())));
            }
        }
        for (RouteTable table : environment.routeTables()) {
            for (Route route : table.routes()) {
                RouteTable smaller = new RouteTable(table.name(), table.disableBgpRoutePropagation(),
                        table.routes().stream().filter(r -> r != route).toList(), table.at());
                removals.add(new Removal(table.name() + "/" + route.name(), environment.withRouteTables(
                        environment.routeTables().stream().map(t -> t == table ? smaller : t).toList())));
            }
        }
        return removals;
    }

    private static Environment with(Environment old, List<NetworkSecurityGroup> groups) {
        return new Environment(old.virtualNetworks(), old.routeTables(), groups, old.firewalls(),
                old.firewallPolicies(), old.ipGroups(), old.privateEndpoints(), old.clusters(), old.serviceTags(),
                old.knowledge(), old.readings());
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

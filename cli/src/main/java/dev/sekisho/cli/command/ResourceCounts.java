package dev.sekisho.cli.command;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.FirewallRules;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.io.environment.Inspection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// How many resources of each kind an environment has, by the names that reports use.
final class ResourceCounts {
    private ResourceCounts() {}

    /// Counts what files describe, deployed or not; kinds that are absent count 0.
    static SequencedMap<String, Integer> of(Inspection inspection) {
        SequencedMap<String, Integer> counts = without(inspection.madeUp(), of(inspection.environment()));
        notDeployed(inspection).forEach((kind, count) -> counts.merge(kind, count, Integer::sum));
        return counts;
    }

    /// Counts what templates describe and do not deploy; kinds that are absent are left out.
    static SequencedMap<String, Integer> notDeployed(Inspection inspection) {
        SequencedMap<String, Integer> counts = without(inspection.notDeployed().madeUp(),
                of(inspection.notDeployed().resources()));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static SequencedMap<String, Integer> without(SequencedMap<String, Integer> madeUp,
            SequencedMap<String, Integer> counts) {
        madeUp.forEach((kind, count) -> counts.computeIfPresent(kind, (_, all) -> all - count));
        return counts;
    }

    /// Counts everything; kinds that are absent count 0.
    static SequencedMap<String, Integer> of(Environment environment) {
        List<RuleCollectionGroup> groups = environment.firewallPolicies().stream()
                .map(FirewallPolicy::ruleCollectionGroups).flatMap(List::stream).toList();
        List<RuleCollection> collections = new ArrayList<>();
        groups.forEach(group -> collections.addAll(group.ruleCollections()));
        environment.firewalls().stream().flatMap(ResourceCounts::classic).forEach(collections::add);

        SequencedMap<String, Integer> counts = new LinkedHashMap<>();
        counts.put("azureFirewalls", environment.firewalls().size());
        counts.put("firewallPolicies", environment.firewallPolicies().size());
        counts.put("ruleCollectionGroups", groups.size());
        counts.put("ruleCollections", collections.size());
        counts.put("natRules", rules(collections, NatRuleCollection.class));
        counts.put("networkRules", rules(collections, NetworkRuleCollection.class));
        counts.put("applicationRules", rules(collections, ApplicationRuleCollection.class));
        counts.put("ipGroups", environment.ipGroups().size());
        counts.put("routeTables", environment.routeTables().size());
        counts.put("routes", environment.routeTables().stream().mapToInt(table -> table.routes().size()).sum());
        counts.put("networkSecurityGroups", environment.networkSecurityGroups().size());
        counts.put("securityRules", environment.networkSecurityGroups().stream()
                .mapToInt(group -> group.securityRules().size()).sum());
        counts.put("virtualNetworks", environment.virtualNetworks().size());
        counts.put("subnets", environment.virtualNetworks().stream()
                .mapToInt(network -> network.subnets().size()).sum());
        counts.put("peerings", environment.virtualNetworks().stream()
                .mapToInt(network -> network.peerings().size()).sum());
        counts.put("privateEndpoints", environment.privateEndpoints().size());
        counts.put("privateLinkServices", environment.waysIn().privateLinkServices().size());
        counts.put("applicationGateways", environment.waysIn().applicationGateways().size());
        counts.put("clusters", environment.clusters().size());
        counts.put("serviceTags", environment.serviceTags().names().size());
        return counts;
    }

    private static Stream<RuleCollection> classic(Firewall firewall) {
        return switch (firewall.rules()) {
            case FirewallRules.Policy _ -> Stream.empty();
            case FirewallRules.Classic classic -> classic.collections().stream();
        };
    }

    private static int rules(List<RuleCollection> collections, Class<? extends RuleCollection> kind) {
        return collections.stream().filter(kind::isInstance).mapToInt(collection -> collection.rules().size()).sum();
    }
}

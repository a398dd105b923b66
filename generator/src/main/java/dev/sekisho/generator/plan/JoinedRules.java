package dev.sekisho.generator.plan;

import dev.sekisho.generator.plan.DeploymentPlan.Carrier;
import dev.sekisho.generator.plan.DeploymentPlan.FirewallPlan;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.need.EgressNeed;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts fewer rules that mean the same in the place of a plan's. Whoever joins them proves that they do; here they get
/// descriptions that say for which needs they are, as [RuleBook] gives them, and the needs learn who serves them.
public final class JoinedRules {
    private final DeploymentPlan plan;
    private final Map<String, List<String>> servedBy;
    private final Map<String, List<EgressNeed>> needsOf;
    private final Set<String> described;

    /// @param servedBy for each need the rules that serve it, `group/collection/rule`; none where something else does
    private JoinedRules(DeploymentPlan plan, Map<String, List<String>> servedBy) {
        this.plan = plan;
        this.servedBy = servedBy;
        this.needsOf = needsOf(plan, servedBy);
        this.described = plan.firewall().stream().flatMap(firewall -> firewall.policy().ruleCollectionGroups().stream())
                .flatMap(group -> group.ruleCollections().stream())
                .flatMap(collection -> collection.rules().stream()).map(Rule::description)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Map<String, List<EgressNeed>> needsOf(DeploymentPlan plan, Map<String, List<String>> servedBy) {
        Map<String, Set<EgressNeed>> needs = new LinkedHashMap<>();
        for (EgressNeed need : plan.needs().needs()) {
            servedBy.getOrDefault(need.id(), List.of())
                    .forEach(rule -> needs.computeIfAbsent(rule, _ -> new LinkedHashSet<>()).add(need));
        }
        return needs.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                entry -> List.copyOf(entry.getValue())));
    }

    /// Returns a plan with other rules.
    ///
    /// @param groups what stands in the policy in place of the plan's groups
    /// @param ipGroups the IP groups that they refer to
    /// @param servedBy for each need, by its id, the rules that serve it, as `group/collection/rule`
    public static DeploymentPlan in(DeploymentPlan plan, List<RuleCollectionGroup> groups, List<IpGroup> ipGroups,
            Map<String, List<String>> servedBy) {
        return new JoinedRules(plan, servedBy).plan(groups, ipGroups);
    }

    private DeploymentPlan plan(List<RuleCollectionGroup> groups, List<IpGroup> ipGroups) {
        List<RuleCollectionGroup> told = groups.stream().map(group -> new RuleCollectionGroup(group.name(),
                group.priority(), group.ruleCollections().stream().map(list -> told(group, list)).toList(),
                group.at())).toList();
        return plan.withRules(plan.firewall().map(firewall -> new FirewallPlan(with(firewall.policy(), told), ipGroups,
                firewall.dnsProxyRequired())), plan.carriers().stream().map(this::served).toList());
    }

    private static FirewallPolicy with(FirewallPolicy policy, List<RuleCollectionGroup> groups) {
        return new FirewallPolicy(policy.name(), policy.tier(), policy.basePolicy(), groups, policy.settings(),
                policy.at());
    }

    private Carrier served(Carrier carrier) {
        return switch (carrier.mechanism()) {
            case APPLICATION_RULE, NETWORK_RULE -> new Carrier(carrier.needId(), carrier.mechanism(),
                    servedBy.getOrDefault(carrier.needId(), List.of()), carrier.reason());
            case PRIVATE_ENDPOINT, SERVICE_ENDPOINT, LOCAL, UNFILTERED -> carrier;
        };
    }

    private RuleCollection told(RuleCollectionGroup group, RuleCollection collection) {
        return switch (collection) {
            case NatRuleCollection nat -> nat;
            case NetworkRuleCollection network -> new NetworkRuleCollection(network.name(), network.priority(),
                    network.action(), network.rules().stream()
                            .map(rule -> new NetworkRule(rule.name(), description(group, collection, rule),
                                    rule.protocols(), rule.sources(), rule.destinations(), rule.destinationPorts(),
                                    rule.at()))
                            .toList(),
                    network.at());
            case ApplicationRuleCollection application -> new ApplicationRuleCollection(application.name(),
                    application.priority(), application.action(), application.rules().stream()
                            .map(rule -> new ApplicationRule(rule.name(), description(group, collection, rule),
                                    rule.protocols(), rule.sources(), rule.targetFqdns(), rule.targetUrls(),
                                    rule.fqdnTags(), rule.webCategories(), rule.destinationAddresses(),
                                    rule.terminateTls(), rule.at()))
                            .toList(),
                    application.at());
        };
    }

    /// What the plan wrote stays; what stands for several rules is described anew.
    private String description(RuleCollectionGroup group, RuleCollection collection, Rule rule) {
        List<EgressNeed> needs = needsOf.getOrDefault(
                group.name() + "/" + collection.name() + "/" + rule.name(), List.of());
        return described.contains(rule.description()) || needs.isEmpty()
                ? rule.description()
                : Description.of(needs);
    }
}

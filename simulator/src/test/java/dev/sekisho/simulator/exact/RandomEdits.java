package dev.sekisho.simulator.exact;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.FilterAction;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.term.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Edits of one rule or one collection, as people make them: a rule is removed, added, moved or given another side, name or
/// port; a collection gets another action or another priority.
public final class RandomEdits {
    private final SplittableRandom random;

    public RandomEdits(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /// Returns the environment after one edit; everything that the edit does not touch is the same object.
    ///
    /// @param others where new rules and parts of rules come from
    public Environment edit(Environment environment, Environment others) {
        List<FirewallPolicy> policies = new ArrayList<>(environment.firewallPolicies());
        int chosen = random.nextInt(policies.size());
        FirewallPolicy policy = policies.get(chosen);
        List<RuleCollectionGroup> groups = new ArrayList<>(policy.ruleCollectionGroups());
        int place = random.nextInt(groups.size());
        RuleCollectionGroup group = groups.get(place);
        List<RuleCollection> collections = new ArrayList<>(group.ruleCollections());
        int which = random.nextInt(collections.size());
        collections.set(which, edit(collections.get(which), others));
        groups.set(place, new RuleCollectionGroup(group.name(), group.priority(), collections, group.at()));
        policies.set(chosen, new FirewallPolicy(policy.name(), policy.tier(), policy.basePolicy(), groups,
                policy.settings(), policy.at()));
        return environment.withFirewallPolicies(policies);
    }

    private RuleCollection edit(RuleCollection collection, Environment others) {
        boolean renumbered = random.nextInt(8) == 0;
        Priority priority = renumbered ? new Priority(100 + random.nextInt(60_000)) : collection.priority();
        boolean flipped = random.nextInt(8) == 0;
        return switch (collection) {
            case NatRuleCollection nat ->
                new NatRuleCollection(nat.name(), priority, edit(nat.rules(), of(NatRule.class, others)), nat.at());
            case NetworkRuleCollection network -> new NetworkRuleCollection(network.name(), priority,
                    action(network.action(), flipped), edit(network.rules(), of(NetworkRule.class, others)),
                    network.at());
            case ApplicationRuleCollection application -> new ApplicationRuleCollection(application.name(), priority,
                    action(application.action(), flipped),
                    edit(application.rules(), of(ApplicationRule.class, others)), application.at());
        };
    }

    private static FilterAction action(FilterAction action, boolean flipped) {
        return flipped ? action == FilterAction.ALLOW ? FilterAction.DENY : FilterAction.ALLOW : action;
    }

    private static <R extends Rule> List<R> of(Class<R> kind, Environment environment) {
        return environment.firewallPolicies().stream().flatMap(policy -> policy.ruleCollectionGroups().stream())
                .flatMap(group -> group.ruleCollections().stream()).flatMap(list -> list.rules().stream())
                .filter(kind::isInstance).map(kind::cast).toList();
    }

    private <R extends Rule> List<R> edit(List<R> rules, List<R> others) {
        List<R> edited = new ArrayList<>(rules);
        int at = random.nextInt(rules.size() + 1);
        boolean behind = at == rules.size();
        switch (random.nextInt(behind || others.isEmpty() ? 1 : 4)) {
            case 0 -> {
                if (!others.isEmpty()) {
                    edited.add(at, others.get(random.nextInt(others.size())));
                }
            }
            case 1 -> edited.remove(at);
            case 2 -> edited.add(random.nextInt(edited.size()), edited.remove(at));
            default -> edited.set(at, mixed(edited.get(at), others.get(random.nextInt(others.size()))));
        }
        return edited;
    }

    /// The rule with one part of another.
    @SuppressWarnings("unchecked")
    private <R extends Rule> R mixed(R rule, R other) {
        int part = random.nextInt(3);
        return (R) switch (rule) {
            case NatRule _ -> other;
            case NetworkRule own when other instanceof NetworkRule given -> new NetworkRule(own.name(),
                    own.description(), own.protocols(), part == 0 ? given.sources() : own.sources(),
                    part == 1 ? given.destinations() : own.destinations(),
                    part == 2 ? given.destinationPorts() : own.destinationPorts(), own.at());
            case ApplicationRule own when other instanceof ApplicationRule given -> new ApplicationRule(own.name(),
                    own.description(), part == 0 ? given.protocols() : own.protocols(),
                    part == 1 ? given.sources() : own.sources(),
                    part == 2 ? given.targetFqdns() : own.targetFqdns(), own.targetUrls(), own.fqdnTags(),
                    own.webCategories(), own.destinationAddresses(), own.terminateTls(), own.at());
            case NetworkRule _,ApplicationRule _ -> other;
        };
    }
}

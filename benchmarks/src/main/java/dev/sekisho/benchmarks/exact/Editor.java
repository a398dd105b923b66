package dev.sekisho.benchmarks.exact;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.simulator.compiled.rules.RuleBox;
import java.util.ArrayList;
import java.util.List;

/// A large policy under the hands of an editor, who changes one network rule at a time and leaves the other rules alone.
final class Editor {
    private Environment environment;

    Editor(LargePolicy policy) {
        this.environment = policy.environment();
    }

    Environment environment() {
        return environment;
    }

    /// Writes another rule, with its addresses as literals, in the place of a network rule.
    void change(int rule, RuleBox box) {
        FirewallPolicy policy = environment.firewallPolicies().getFirst();
        RuleCollectionGroup group = policy.ruleCollectionGroups().getFirst();
        List<RuleCollection> collections = new ArrayList<>(group.ruleCollections());
        int before = 0;
        int place = 0;
        while (before + collections.get(place).rules().size() <= rule) {
            before += collections.get(place++).rules().size();
        }
        NetworkRuleCollection collection = (NetworkRuleCollection) collections.get(place);
        List<NetworkRule> rules = new ArrayList<>(collection.rules());
        rules.set(rule - before, LargePolicy.literally("edited-" + rule, box));
        collections.set(place, new NetworkRuleCollection(collection.name(), collection.priority(), collection.action(),
                rules, collection.at()));
        environment = environment.withFirewallPolicies(List.of(new FirewallPolicy(policy.name(), policy.tier(),
                policy.basePolicy(), List.of(new RuleCollectionGroup(group.name(), group.priority(), collections,
                        group.at())),
                policy.settings(), policy.at())));
    }
}

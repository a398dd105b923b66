package dev.sekisho.simulator.exact.optimise;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.FirewallRules;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The rule collections of an environment, wherever they are, and the same environment with others in their place.
final class RuleLists {
    private RuleLists() {}

    /// How lists of filter rules are rewritten; the rules of one list have one action.
    interface Rewriting {
        List<NetworkRule> network(NetworkRuleCollection collection);

        List<ApplicationRule> application(ApplicationRuleCollection collection);
    }

    static Stream<RuleCollection> all(Environment environment) {
        return Stream.concat(
                environment.firewallPolicies().stream().flatMap(policy -> policy.ruleCollectionGroups().stream())
                        .flatMap(group -> group.ruleCollections().stream()),
                environment.firewalls().stream().flatMap(firewall -> switch (firewall.rules()) {
                    case FirewallRules.Policy _ -> Stream.empty();
                    case FirewallRules.Classic classic -> classic.collections().stream();
                }));
    }

    /// Rewrites every collection; one that loses all of its rules is left out.
    static Environment rewrite(Environment environment, Rewriting rewriting) {
        UnaryOperator<List<RuleCollection>> lists = collections -> {
            List<RuleCollection> rewritten = new ArrayList<>();
            for (RuleCollection collection : collections) {
                RuleCollection with = rewrite(collection, rewriting);
                if (!with.rules().isEmpty() || collection.rules().isEmpty()) {
                    rewritten.add(with);
                }
            }
            return rewritten;
        };
        List<FirewallPolicy> policies = environment.firewallPolicies().stream()
                .map(policy -> new FirewallPolicy(policy.name(), policy.tier(), policy.basePolicy(),
                        policy.ruleCollectionGroups().stream()
                                .map(group -> new RuleCollectionGroup(group.name(), group.priority(),
                                        lists.apply(group.ruleCollections()), group.at()))
                                .toList(),
                        policy.settings(), policy.at()))
                .toList();
        List<Firewall> firewalls = environment.firewalls().stream().map(firewall -> switch (firewall.rules()) {
            case FirewallRules.Policy _ -> firewall;
            case FirewallRules.Classic classic -> new Firewall(firewall.name(), firewall.tier(),
                    new FirewallRules.Classic(lists.apply(classic.collections()), classic.settings()),
                    firewall.privateIp(), firewall.publicIps(), firewall.virtualNetwork(), firewall.dualStack(),
                    firewall.forcedTunneling(), firewall.remotePeerings(), firewall.at());
        }).toList();
        return environment.withFirewalls(firewalls).withFirewallPolicies(policies);
    }

    private static RuleCollection rewrite(RuleCollection collection, Rewriting rewriting) {
        return switch (collection) {
            case NatRuleCollection nat -> nat;
            case NetworkRuleCollection network -> new NetworkRuleCollection(network.name(), network.priority(),
                    network.action(), rewriting.network(network), network.at());
            case ApplicationRuleCollection application -> new ApplicationRuleCollection(application.name(),
                    application.priority(), application.action(), rewriting.application(application),
                    application.at());
        };
    }
}

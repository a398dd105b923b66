package dev.sekisho.simulator.exact.optimise;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.NetworkDestinations;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.SourceSide;
import java.util.List;
import java.util.function.Predicate;

/// Leaves out rules, and entries of lists that other entries cover.
///
/// @param needless the rules to leave out
record Shortening(Predicate<Rule> needless) implements RuleLists.Rewriting {

    static Environment ipGroups(Environment environment) {
        return environment.withIpGroups(environment.ipGroups().stream()
                .map(group -> new IpGroup(group.name(), Terms.addresses(group.members()), group.at())).toList());
    }

    @Override
    public List<NetworkRule> network(NetworkRuleCollection collection) {
        return collection.rules().stream().filter(needless.negate())
                .map(rule -> new NetworkRule(rule.name(), rule.description(), rule.protocols(),
                        sources(rule.sources()),
                        new NetworkDestinations(Terms.addresses(rule.destinations().addresses()),
                                rule.destinations().ipGroups(), Terms.names(rule.destinations().fqdns())),
                        Terms.ports(rule.destinationPorts()), rule.at()))
                .toList();
    }

    @Override
    public List<ApplicationRule> application(ApplicationRuleCollection collection) {
        return collection.rules().stream().filter(needless.negate())
                .map(rule -> new ApplicationRule(rule.name(), rule.description(), rule.protocols(),
                        sources(rule.sources()), Terms.names(rule.targetFqdns()), rule.targetUrls(), rule.fqdnTags(),
                        rule.webCategories(), rule.destinationAddresses(), rule.terminateTls(), rule.at()))
                .toList();
    }

    private static SourceSide sources(SourceSide side) {
        return new SourceSide(Terms.addresses(side.addresses()), side.ipGroups());
    }
}

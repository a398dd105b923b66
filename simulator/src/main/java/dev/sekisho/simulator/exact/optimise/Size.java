package dev.sekisho.simulator.exact.optimise;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.Rule;
import java.util.Collection;
import java.util.List;

/// How large the rules of an environment are.
///
/// @param rules of all policies and firewalls
/// @param ipGroups of the environment
/// @param entries addresses, groups, names, ports and protocols that rules list, and members of groups
/// @param characters what these take as text with the names and descriptions, in any format at least
public record Size(int rules, int ipGroups, int entries, long characters) {
    /// Quotation marks and a comma.
    private static final int AROUND_ENTRY = 3;

    static Size of(Environment environment) {
        int rules = 0;
        int entries = 0;
        long characters = 0;
        for (Rule rule : RuleLists.all(environment).<Rule>flatMap(list -> list.rules().stream()).toList()) {
            rules++;
            characters += rule.name().length() + rule.description().length();
            for (Collection<?> list : lists(rule)) {
                entries += list.size();
                characters += characters(list);
            }
        }
        for (IpGroup group : environment.ipGroups()) {
            entries += group.members().size();
            characters += group.name().length() + characters(group.members());
        }
        return new Size(rules, environment.ipGroups().size(), entries, characters);
    }

    static long characters(Collection<?> list) {
        return list.stream().mapToLong(entry -> entry.toString().length() + AROUND_ENTRY).sum();
    }

    private static List<Collection<?>> lists(Rule rule) {
        return switch (rule) {
            case NatRule nat -> List.of(nat.protocols(), nat.sources().addresses(), nat.sources().ipGroups(),
                    nat.destinationAddresses(), nat.destinationPorts());
            case NetworkRule network -> List.of(network.protocols(), network.sources().addresses(),
                    network.sources().ipGroups(), network.destinations().addresses(),
                    network.destinations().ipGroups(), network.destinations().fqdns(), network.destinationPorts());
            case ApplicationRule application -> List.of(application.protocols(), application.sources().addresses(),
                    application.sources().ipGroups(), application.targetFqdns(), application.targetUrls(),
                    application.fqdnTags(), application.webCategories(), application.destinationAddresses());
        };
    }

    @Override
    public String toString() {
        return rules + " rules, " + ipGroups + " IP groups, " + entries + " entries, " + characters + " characters";
    }
}

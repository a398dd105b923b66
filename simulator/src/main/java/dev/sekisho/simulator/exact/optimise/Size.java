package dev.sekisho.simulator.exact.optimise;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.Rule;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/// How large the rules of an environment are.
///
/// @param rules of all policies and firewalls
/// @param ipGroups of the environment
/// @param entries addresses, groups, names, ports and protocols that rules list, and members of groups
/// @param bytes what these take as text in UTF-8 with the names and descriptions, in any format at least
public record Size(int rules, int ipGroups, int entries, long bytes) {
    /// Quotation marks and a comma.
    private static final int AROUND_ENTRY = 3;

    /// Measures an environment.
    public static Size of(Environment environment) {
        int rules = 0;
        int entries = 0;
        long bytes = 0;
        for (Rule rule : RuleLists.all(environment).<Rule>flatMap(list -> list.rules().stream()).toList()) {
            rules++;
            bytes += bytes(rule.name()) + bytes(rule.description());
            for (Collection<?> list : lists(rule)) {
                entries += list.size();
                bytes += bytes(list);
            }
        }
        for (IpGroup group : environment.ipGroups()) {
            entries += group.members().size();
            bytes += bytes(group.name()) + bytes(group.members());
        }
        return new Size(rules, environment.ipGroups().size(), entries, bytes);
    }

    static long bytes(Collection<?> list) {
        return list.stream().mapToLong(entry -> bytes(entry.toString()) + AROUND_ENTRY).sum();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
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
        return rules + " rules, " + ipGroups + " IP groups, " + entries + " entries, " + bytes + " bytes";
    }
}

package dev.sekisho.simulator.validate;

import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import java.util.List;

/// About how many bytes a group has as the JSON that Azure measures: the texts of its rules and the keys around them.
final class GroupSize {
    private static final int KEYS_OF_COLLECTION = 150;
    private static final int KEYS_OF_RULE = 180;
    private static final int QUOTES_AND_COMMA = 3;

    private GroupSize() {}

    static long bytes(RuleCollectionGroup group) {
        long bytes = group.name().length();
        for (RuleCollection collection : group.ruleCollections()) {
            bytes += KEYS_OF_COLLECTION + collection.name().length();
            for (Rule rule : collection.rules()) {
                bytes += KEYS_OF_RULE + rule.name().length() + rule.description().length()
                        + texts(rule.sources().addresses()) + texts(rule.sources().ipGroups()) + own(rule);
            }
        }
        return bytes;
    }

    private static long own(Rule rule) {
        return switch (rule) {
            case NetworkRule network -> texts(network.destinations().addresses())
                    + texts(network.destinations().ipGroups()) + texts(network.destinations().fqdns())
                    + texts(network.destinationPorts()) + texts(network.protocols());
            case NatRule nat -> texts(nat.destinationAddresses()) + texts(nat.destinationPorts())
                    + texts(nat.protocols()) + texts(List.of(nat.target(), nat.translatedPort()));
            case ApplicationRule application -> texts(application.targetFqdns()) + texts(application.targetUrls())
                    + texts(application.fqdnTags()) + texts(application.webCategories())
                    + texts(application.destinationAddresses()) + 40L * application.protocols().size();
        };
    }

    private static long texts(List<?> entries) {
        return entries.stream().mapToLong(entry -> entry.toString().length() + QUOTES_AND_COMMA).sum();
    }
}

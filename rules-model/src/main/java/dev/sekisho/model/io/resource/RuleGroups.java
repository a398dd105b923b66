package dev.sekisho.model.io.resource;

import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Firewall policies as the API had them until 2020: `ruleGroups` whose rules are what are rule collections today, and
/// whose conditions are today's rules.
public final class RuleGroups {
    private static final String OLD_TYPE = "Microsoft.Network/firewallPolicies/ruleGroups";
    private static final String TYPE = "Microsoft.Network/firewallPolicies/ruleCollectionGroups";

    private RuleGroups() {}

    /// Returns a rule group in today's form, and any other resource as it is.
    public static AzureResource current(AzureResource resource) {
        return resource.is(OLD_TYPE)
                ? new AzureResource(resource.at(), TYPE, resource.name(),
                        resource.id().map(id -> id.replaceFirst("(?i)/ruleGroups/", "/ruleCollectionGroups/")),
                        group(resource.body()))
                : resource;
    }

    private static Node.Mapping group(Node.Mapping body) {
        List<Node.Entry> entries = new ArrayList<>();
        for (Node.Entry entry : body.entries()) {
            boolean isLevel = entry.key().text().equalsIgnoreCase("properties");
            if (isLevel && entry.value() instanceof Node.Mapping properties) {
                entries.add(new Node.Entry(entry.key(), group(properties)));
            } else if (entry.key().text().equalsIgnoreCase("rules")
                    && entry.value() instanceof Node.Sequence(var at, List<Node> rules)) {
                entries.add(named("ruleCollections", entry, new Node.Sequence(at, rules.stream()
                        .map(rule -> rule instanceof Node.Mapping mapping ? collection(mapping) : rule).toList())));
            } else {
                entries.add(entry);
            }
        }
        return new Node.Mapping(body.at(), entries);
    }

    private static Node collection(Node.Mapping rule) {
        List<Node.Entry> entries = new ArrayList<>();
        List<Node.Entry> translation = rule.entries().stream()
                .filter(entry -> entry.key().text().toLowerCase(Locale.ROOT).startsWith("translated")).toList();
        for (Node.Entry entry : rule.entries()) {
            switch (entry.key().text().toLowerCase(Locale.ROOT)) {
                case "ruletype" -> entries.add(named("ruleCollectionType", entry,
                        entry.value() instanceof Node.Scalar scalar ? today(scalar, "Rule", "RuleCollection")
                                : entry.value()));
                case "ruleconditions" -> entries.add(named("rules", entry,
                        entry.value() instanceof Node.Sequence(var at, List<Node> conditions)
                                ? new Node.Sequence(at,
                                        conditions.stream().map(one -> condition(one, List.of())).toList())
                                : entry.value()));
                case "rulecondition" -> entries.add(named("rules", entry,
                        new Node.Sequence(entry.value().at(), List.of(condition(entry.value(), translation)))));
                default -> {
                    if (!translation.contains(entry)) {
                        entries.add(entry);
                    }
                }
            }
        }
        return new Node.Mapping(rule.at(), entries);
    }

    private static Node condition(Node condition, List<Node.Entry> translation) {
        if (!(condition instanceof Node.Mapping mapping)) {
            return condition;
        }
        List<Node.Entry> entries = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            boolean tells = entry.key().text().equalsIgnoreCase("ruleConditionType");
            entries.add(tells && entry.value() instanceof Node.Scalar scalar
                    ? named("ruleType", entry, translation.isEmpty() ? today(scalar, "RuleCondition", "Rule")
                            : new Node.Scalar(scalar.at(), "NatRule", scalar.style()))
                    : entry);
        }
        entries.addAll(translation);
        return new Node.Mapping(mapping.at(), entries);
    }

    private static Node.Scalar today(Node.Scalar word, String oldEnd, String newEnd) {
        int stem = word.text().length() - oldEnd.length();
        boolean ends = stem >= 0 && word.text().regionMatches(true, stem, oldEnd, 0, oldEnd.length());
        return ends ? new Node.Scalar(word.at(), word.text().substring(0, stem) + newEnd, word.style()) : word;
    }

    private static Node.Entry named(String name, Node.Entry entry, Node value) {
        return new Node.Entry(new Node.Scalar(entry.key().at(), name, entry.key().style()), value);
    }
}

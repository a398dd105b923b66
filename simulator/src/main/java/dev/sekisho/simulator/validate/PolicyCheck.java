package dev.sekisho.simulator.validate;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.ValidationCode;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.term.Priority;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Checks what a policy is on its own: names, priorities, parents (`FW-6`, `FW-7`, `FW-61`).
final class PolicyCheck {
    private static final Pattern RESOURCE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,79}(?<![-.])");
    private static final Pattern COLLECTION_NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_.-]{0,78}[A-Za-z0-9_])?");

    private final Findings findings;

    private PolicyCheck(Findings findings) {
        this.findings = findings;
    }

    static void check(FirewallPolicy policy, Environment environment, Findings findings) {
        PolicyCheck check = new PolicyCheck(findings);
        check.name(RESOURCE_NAME, "policy", policy.name(), policy.at());
        check.groups(policy);
        check.parents(policy, environment);
        LimitCheck.check(policy, findings);
    }

    private void groups(FirewallPolicy policy) {
        List<RuleCollectionGroup> groups = policy.ruleCollectionGroups();
        for (RuleCollectionGroup group : groups) {
            name(RESOURCE_NAME, "group", group.name(), group.at());
            priority(group.priority(), "group '" + group.name() + "'", group.at());
            collections(group.ruleCollections());
        }
        for (RuleCollectionGroup group : Repeated.by(RuleCollectionGroup::priority, groups)) {
            duplicatePriority("group", group.name(), group.priority(), group.at());
        }
        for (RuleCollectionGroup group : Repeated.by(g -> folded(g.name()), groups)) {
            duplicateName("group", group.name(), "policy", group.at());
        }
        collectionNames(groups.stream().flatMap(group -> group.ruleCollections().stream()).toList(), "policy",
                findings);
    }

    /// Checks that no two collections of a policy or classic firewall have the same name.
    static void collectionNames(List<RuleCollection> collections, String holder, Findings findings) {
        for (RuleCollection collection : Repeated.<RuleCollection>by(c -> folded(c.name()), collections)) {
            new PolicyCheck(findings).duplicateName("rule collection", collection.name(), holder, collection.at());
        }
    }

    /// Checks the collections of one group, or of a classic firewall.
    static void collections(List<RuleCollection> collections, Findings findings) {
        new PolicyCheck(findings).collections(collections);
    }

    private void collections(List<RuleCollection> collections) {
        record Place(Class<?> type, Priority priority) {}
        for (RuleCollection collection : collections) {
            name(COLLECTION_NAME, "rule collection", collection.name(), collection.at());
            priority(collection.priority(), "rule collection '" + collection.name() + "'", collection.at());
            for (Rule rule : Repeated.<Rule>by(Rule::name, collection.rules())) {
                duplicateName("rule", rule.name(), "collection", rule.at());
            }
        }
        for (RuleCollection collection : Repeated.<RuleCollection>by(c -> new Place(c.getClass(), c.priority()),
                collections)) {
            duplicatePriority("rule collection", collection.name(), collection.priority(), collection.at());
        }
    }

    private void parents(FirewallPolicy policy, Environment environment) {
        Set<String> seen = new HashSet<>(Set.of(folded(policy.name())));
        Optional<FirewallPolicy> parent = parentOf(policy, environment);
        int levels = 0;
        while (parent.isPresent()) {
            levels++;
            if (!seen.add(folded(parent.get().name()))) {
                findings.error(ValidationCode.CYCLIC_PARENT, policy.at(),
                        "following the parents of the policy '" + policy.name() + "' leads in a circle",
                        "remove one basePolicy");
                return;
            }
            sameCollections(policy, parent.get());
            if (parent.get().tier().compareTo(policy.tier()) > 0) {
                findings.error(ValidationCode.TIER, policy.at(), "the policy '" + policy.name() + "' is "
                        + policy.tier() + ", but its parent '" + parent.get().name() + "' is " + parent.get().tier(),
                        "");
            }
            parent = parentOf(parent.get(), environment);
        }
        if (levels > 1) {
            findings.warning(ValidationCode.PARENT_DEPTH, policy.at(),
                    "the policy '" + policy.name() + "' has " + levels
                            + " levels of parents; Azure documents one",
                    "");
        }
        policy.basePolicy().filter(ref -> find(ref.name(), environment).isEmpty())
                .ifPresent(ref -> findings.error(ValidationCode.UNKNOWN_REFERENCE, policy.at(),
                        "the parent '" + ref.name() + "' of the policy '" + policy.name() + "' is not described", ""));
    }

    private void sameCollections(FirewallPolicy policy, FirewallPolicy parent) {
        Set<String> names = parent.ruleCollectionGroups().stream().flatMap(group -> group.ruleCollections().stream())
                .map(collection -> folded(collection.name())).collect(Collectors.toSet());
        policy.ruleCollectionGroups().stream().flatMap(group -> group.ruleCollections().stream())
                .filter(collection -> names.contains(folded(collection.name())))
                .forEach(collection -> findings.warning(ValidationCode.DUPLICATE_NAME, collection.at(),
                        "the parent '" + parent.name() + "' has a rule collection named '" + collection.name()
                                + "' too",
                        "rename one, so that logs tell them apart"));
    }

    private static Optional<FirewallPolicy> parentOf(FirewallPolicy policy, Environment environment) {
        return policy.basePolicy().flatMap(ref -> find(ref.name(), environment));
    }

    private static Optional<FirewallPolicy> find(String name, Environment environment) {
        return environment.firewallPolicies().stream().filter(policy -> policy.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private void name(Pattern pattern, String kind, String name, SourceLocation at) {
        if (!pattern.matcher(name).matches()) {
            findings.error(ValidationCode.NAME, at, "'" + name + "' is no name for a " + kind,
                    "use at most 80 letters, digits, '_', '.' and '-', beginning with a letter or digit and not ending in"
                            + " '-' or '.'");
        }
    }

    private void priority(Priority priority, String what, SourceLocation at) {
        if (priority.value() < Priority.MIN || priority.value() > Priority.MAX_FIREWALL) {
            findings.error(ValidationCode.PRIORITY_RANGE, at, "the " + what + " has priority " + priority,
                    "write a number from " + Priority.MIN + " to " + Priority.MAX_FIREWALL);
        }
    }

    private void duplicatePriority(String kind, String name, Priority priority, SourceLocation at) {
        findings.error(ValidationCode.DUPLICATE_PRIORITY, at,
                "the " + kind + " '" + name + "' has the priority " + priority + " of another one beside it",
                "give each its own priority, so that the order is certain");
    }

    private void duplicateName(String kind, String name, String holder, SourceLocation at) {
        if (!name.isEmpty()) {
            findings.error(ValidationCode.DUPLICATE_NAME, at,
                    "the " + holder + " has another " + kind + " named '" + name + "'", "rename one of them");
        }
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

package dev.sekisho.generator.plan;

import dev.sekisho.generator.naming.AzureNames;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.FilterAction;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.term.Priority;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes permissions as rules: one rule for what one unit opens from the same sources on the same ports, in one
/// collection for each kind of rule of each feature, in one group for each area.
///
/// | group | priority | collections |
/// |---|---|---|
/// | `rcg-<cluster>-core` | 10000 | `rc-<cluster>-core-network`, `rc-<cluster>-core-application` |
/// | `rcg-<cluster>-features` | 11000 | two for each feature: `rc-<cluster>-monitor-application`, … |
/// | `rcg-<cluster>-dependencies` | 12000 | `rc-<cluster>-dependencies-network`, `…-application` |
///
/// Inside a group network collections count from 1000, application collections from 20000, in steps of 100.
final class RuleBook {
    private static final int FIRST_NETWORK_PRIORITY = 1_000;
    private static final int FIRST_APPLICATION_PRIORITY = 20_000;
    private static final int STEP = 100;
    private static final SourceLocation GENERATED = SourceLocation.UNKNOWN;

    private final String cluster;
    private final IpGroups ipGroups;
    private final RuleText text;
    private final List<RuleCollectionGroup> groups = new ArrayList<>();
    private final Map<Permission, String> writtenAs = new IdentityHashMap<>();

    private RuleBook(ClusterIntent intent) {
        this.cluster = intent.name();
        this.ipGroups = new IpGroups(cluster);
        this.text = new RuleText(ipGroups, Sources.of(intent));
    }

    /// Writes permissions, none of which is redundant.
    static RuleBook write(ClusterIntent intent, List<Permission> permissions) {
        RuleBook book = new RuleBook(intent);
        List<RuleDraft> drafts = RuleDraft.of(permissions);
        book.shareSources(drafts);
        for (Units.Area area : Units.Area.values()) {
            book.group(area, drafts.stream().filter(draft -> draft.area() == area).toList());
        }
        return book;
    }

    private void shareSources(List<RuleDraft> drafts) {
        Map<List<IpPrefix>, Integer> uses = new LinkedHashMap<>();
        drafts.forEach(draft -> uses.merge(draft.sources(), 1, Integer::sum));
        uses.forEach((prefixes, rules) -> ipGroups.share(prefixes, prefixes.size() == 1 ? "nodes" : "nodes-and-pods",
                rules));
    }

    private void group(Units.Area area, List<RuleDraft> drafts) {
        if (drafts.isEmpty()) {
            return;
        }
        Map<String, List<RuleDraft>> network = new LinkedHashMap<>();
        Map<String, List<RuleDraft>> application = new LinkedHashMap<>();
        for (RuleDraft draft : drafts) {
            String collection = area == Units.Area.FEATURES ? draft.unit() : area.word();
            (draft.isByName() ? application : network).computeIfAbsent(collection, _ -> new ArrayList<>()).add(draft);
        }
        String name = AzureNames.of("rcg", cluster, area.word());
        AzureNames names = AzureNames.scope();
        List<RuleCollection> collections = new ArrayList<>();
        Priorities priorities = new Priorities(FIRST_NETWORK_PRIORITY);
        network.forEach((word, members) -> collections.add(networkCollection(name,
                names.next("rc", cluster, word, "network"), priorities.next(), members)));
        Priorities later = new Priorities(FIRST_APPLICATION_PRIORITY);
        application.forEach((word, members) -> collections.add(applicationCollection(name,
                names.next("rc", cluster, word, "application"), later.next(), members)));
        groups.add(new RuleCollectionGroup(name, new Priority(area.priority()), collections, GENERATED));
    }

    private RuleCollection networkCollection(String group, String name, Priority priority, List<RuleDraft> drafts) {
        AzureNames names = AzureNames.scope();
        List<NetworkRule> rules = new ArrayList<>();
        for (RuleDraft draft : drafts) {
            NetworkRule rule = text.networkRule(draft, names);
            rules.add(rule);
            remember(group, name, rule, draft);
        }
        return new NetworkRuleCollection(name, priority, FilterAction.ALLOW, rules, GENERATED);
    }

    private RuleCollection applicationCollection(String group, String name, Priority priority,
            List<RuleDraft> drafts) {
        AzureNames names = AzureNames.scope();
        List<ApplicationRule> rules = new ArrayList<>();
        for (RuleDraft draft : drafts) {
            ApplicationRule rule = text.applicationRule(draft, names);
            rules.add(rule);
            remember(group, name, rule, draft);
        }
        return new ApplicationRuleCollection(name, priority, FilterAction.ALLOW, rules, GENERATED);
    }

    private void remember(String group, String collection, Rule rule, RuleDraft draft) {
        String reference = group + "/" + collection + "/" + rule.name();
        draft.permissions().forEach(permission -> writtenAs.put(permission, reference));
    }

    /// The groups, by priority.
    List<RuleCollectionGroup> groups() {
        return List.copyOf(groups);
    }

    /// The IP groups that the rules refer to.
    List<IpGroup> ipGroups() {
        return ipGroups.all();
    }

    /// The rule that a permission was written in: `group/collection/rule`.
    String writtenAs(Permission permission) {
        String reference = writtenAs.get(permission);
        if (reference == null) {
            throw new IllegalArgumentException("no rule was written for " + permission);
        }
        return reference;
    }

    /// Counts priorities with room between them; beyond the highest that Azure takes it stays out of range, which the
    /// check of the limits reports.
    private static final class Priorities {
        private int next;

        Priorities(int first) {
            this.next = first;
        }

        Priority next() {
            Priority priority = new Priority(next);
            next += STEP;
            return priority;
        }
    }
}

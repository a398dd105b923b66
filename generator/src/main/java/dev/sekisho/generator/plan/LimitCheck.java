package dev.sekisho.generator.plan;

import dev.sekisho.generator.inbound.InboundPlan;
import dev.sekisho.generator.plan.DeploymentPlan.FirewallPlan;
import dev.sekisho.generator.plan.DeploymentPlan.RoutingPlan;
import dev.sekisho.model.cluster.ApiServer;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.term.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// Compares a plan with what Azure takes (`FW-60`, `FW-61`, `R-17`).
///
/// Only what the plan itself brings is counted; what the policy holds already comes on top.
final class LimitCheck {
    private static final int GROUPS = 60;
    private static final int COLLECTIONS = 2_000;
    private static final long PAIRS = 20_000;
    private static final long GROUP_BYTES = 2_000_000;
    private static final int IP_GROUPS_ADVISED = 200;
    private static final int IP_GROUPS = 600;
    private static final int NETWORK_NAMES_ADVISED = 1_000;
    private static final int ROUTES = 400;
    private static final int PUBLIC_ADDRESSES = 250;
    private static final int NAT_DESTINATIONS = 250;
    private static final int SECURITY_RULES = 1_000;
    private static final int AUTHORIZED_RANGES = 200;
    private static final int AUTHORIZED_RANGES_INTEGRATED = 2_000;
    // What the API's syntax adds around each rule and each entry of a list.
    private static final int BYTES_PER_RULE = 250;
    private static final int BYTES_PER_ENTRY = 8;

    private final ClusterIntent intent;
    private final List<Diagnostic> found = new ArrayList<>();

    private LimitCheck(ClusterIntent intent) {
        this.intent = intent;
    }

    /// Returns an error for each limit that is passed and a warning for each advice that is not followed.
    static List<Diagnostic> of(ClusterIntent intent, List<FirewallPlan> firewalls, List<RoutingPlan> routings,
            Optional<InboundPlan> inbound, int authorizedRanges) {
        LimitCheck check = new LimitCheck(intent);
        firewalls.forEach(check::firewall);
        routings.forEach(routing -> check.atMost(ROUTES, routing.table().routes().size(),
                "routes in one route table (R-17)", "use fewer public addresses on the firewall"));
        inbound.ifPresent(check::inbound);
        intent.network().firewall().ifPresent(firewall -> check.atMost(PUBLIC_ADDRESSES, firewall.publicIps().size(),
                "public addresses of one firewall (FW-60)", "use a NAT gateway on the firewall's subnet"));
        check.atMost(intent.cluster().apiServer().access() == ApiServer.Access.VNET_INTEGRATION
                ? AUTHORIZED_RANGES_INTEGRATED
                : AUTHORIZED_RANGES, authorizedRanges, "authorized ranges of the API server [aks-authorized-ips]",
                "join neighbouring ranges");
        return List.copyOf(check.found);
    }

    private void inbound(InboundPlan inbound) {
        String fewer = "let Services share an ingress controller";
        List<SecurityRule> rules = inbound.securityGroup().securityRules();
        atMost(SECURITY_RULES, rules.size(), "rules of one network security group", fewer);
        rules.stream().map(rule -> rule.priority().value()).filter(value -> value > Priority.MAX_SECURITY_RULE)
                .findFirst().ifPresent(value -> atMost(Priority.MAX_SECURITY_RULE, value,
                        "the highest priority of a security rule (NSG-1)", fewer));
        int destinations = inbound.rules().map(group -> sum(group.ruleCollections(),
                rule -> rule instanceof NatRule ? 1 : 0)).orElse(0L).intValue();
        atMost(NAT_DESTINATIONS,
                destinations + (destinations == 0 ? 0
                        : intent.network().firewall().map(firewall -> firewall.publicIps().size()).orElse(0)),
                "public addresses and DNAT destinations of one firewall (FW-60)", fewer);
    }

    private void firewall(FirewallPlan firewall) {
        List<RuleCollectionGroup> groups = firewall.policy().ruleCollectionGroups();
        String fewer = "split the dependencies among several clusters or firewalls";
        atMost(GROUPS, groups.size(), "rule collection groups of one policy (FW-60)", fewer);
        List<RuleCollection> collections = groups.stream().flatMap(group -> group.ruleCollections().stream()).toList();
        atMost(COLLECTIONS, collections.size(), "rule collections of one policy (FW-60)", fewer);
        collections.stream().map(RuleCollection::priority).filter(p -> p.value() > Priority.MAX_FIREWALL).findFirst()
                .ifPresent(priority -> atMost(Priority.MAX_FIREWALL, priority.value(),
                        "the highest priority of a collection (FW-61)", "switch off features"));
        atMost(PAIRS, sum(collections, LimitCheck::pairs),
                "pairs of source and destination in the network rules of one firewall (FW-60)",
                "join neighbouring prefixes of the dependencies");
        for (RuleCollectionGroup group : groups) {
            atMost(GROUP_BYTES, sum(group.ruleCollections(), LimitCheck::bytes),
                    "bytes in the group " + group.name() + ", by estimate (FW-60)", fewer);
        }
        atMost(IP_GROUPS, firewall.ipGroups().size(), "IP groups of one policy (FW-60)", fewer);
        if (firewall.ipGroups().size() > IP_GROUPS_ADVISED) {
            advise(firewall.ipGroups().size() + " IP groups are more than the 200 that older pages allow (FW-60)");
        }
        firewall.ipGroups().forEach(group -> atMost(IpGroups.MOST_ENTRIES, group.members().size(),
                "entries of the IP group " + group.name() + " (FW-60)", fewer));
        long names = sum(collections, rule -> rule instanceof NetworkRule network
                ? network.destinations().fqdns().size()
                : 0);
        if (names > NETWORK_NAMES_ADVISED) {
            advise(names + " names in network rules are more than the 1,000 that are advised (FW-60)");
        }
    }

    private static long sum(List<RuleCollection> collections, ToLongFunction<Rule> measure) {
        return collections.stream().flatMap(collection -> collection.rules().stream()).mapToLong(measure).sum();
    }

    private static long pairs(Rule rule) {
        return switch (rule) {
            case NetworkRule network -> (long) sides(network) * (network.destinations().addresses().size()
                    + network.destinations().ipGroups().size() + network.destinations().fqdns().size());
            case ApplicationRule _,NatRule _ -> 0;
        };
    }

    private static int sides(Rule rule) {
        return rule.sources().addresses().size() + rule.sources().ipGroups().size();
    }

    private static long bytes(Rule rule) {
        long common = BYTES_PER_RULE + rule.name().length() + rule.description().length()
                + bytes(rule.sources().addresses()) + bytes(rule.sources().ipGroups());
        return common + switch (rule) {
            case NetworkRule network -> bytes(network.destinations().addresses())
                    + bytes(network.destinations().ipGroups()) + bytes(network.destinations().fqdns())
                    + bytes(network.destinationPorts());
            case ApplicationRule application ->
                bytes(application.targetFqdns()) + bytes(application.protocols()) + bytes(application.fqdnTags());
            case NatRule _ -> 0;
        };
    }

    private static long bytes(List<?> entries) {
        return entries.stream().mapToLong(entry -> entry.toString().length() + BYTES_PER_ENTRY).sum();
    }

    private void atMost(long limit, long count, String what, String remedy) {
        if (count > limit) {
            found.add(Diagnostic.error("LIMIT", intent.at(),
                    String.format(Locale.ROOT, "%,d is above the limit of %,d for %s", count,
                            limit, what))
                    .withRemedy(remedy));
        }
    }

    private void advise(String problem) {
        found.add(Diagnostic.warning("LIMIT", intent.at(), problem));
    }
}

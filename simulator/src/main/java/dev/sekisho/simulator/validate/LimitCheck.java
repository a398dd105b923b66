package dev.sekisho.simulator.validate;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpRange;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.ValidationCode;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.PolicySettings;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.simulator.view.FirewallView;
import java.util.List;

/// Checks numbers against Azure's limits (`FW-60`).
final class LimitCheck {
    private static final int MOST_GROUPS = 60;
    private static final int MOST_GROUP_BYTES = 2 * 1024 * 1024;
    private static final int MOST_COLLECTIONS = 2_000;
    private static final int MOST_UNIQUE = 20_000;
    private static final int MOST_DNAT = 250;
    private static final int MOST_PUBLIC_IPS = 250;
    private static final int MOST_DNS_SERVERS = 15;
    private static final int MANY_NETWORK_NAMES = 1_000;
    private static final int MANY_IP_GROUPS = 200;
    private static final int MOST_IP_GROUPS = 600;
    private static final int MOST_GROUP_ENTRIES = 5_000;

    private LimitCheck() {}

    static void check(FirewallPolicy policy, Findings findings) {
        atMost(MOST_GROUPS, policy.ruleCollectionGroups().size(),
                "rule collection groups in the policy '" + policy.name() + "'", policy.at(), findings);
        for (RuleCollectionGroup group : policy.ruleCollectionGroups()) {
            atMost(MOST_GROUP_BYTES, GroupSize.bytes(group), "bytes (about) in the group '" + group.name() + "'",
                    group.at(), findings);
        }
        servers(policy.settings(), "the policy '" + policy.name() + "'", policy.at(), findings);
    }

    private static void servers(PolicySettings settings, String holder, SourceLocation at, Findings findings) {
        settings.dns().ifPresent(
                dns -> atMost(MOST_DNS_SERVERS, dns.servers().size(), "DNS servers in " + holder, at, findings));
    }

    static void check(FirewallView view, Findings findings) {
        Firewall firewall = view.firewall();
        String holder = "the firewall '" + firewall.name() + "'";
        FirewallNumbers numbers = FirewallNumbers.of(view);
        atMost(MOST_UNIQUE, numbers.uniqueSourceDestination(),
                "pairs of source and destination in the network rules of " + holder, firewall.at(), findings);
        atMost(MOST_DNAT, numbers.dnatCount(), "public addresses and DNAT destinations of " + holder, firewall.at(),
                findings);
        atMost(MOST_PUBLIC_IPS, firewall.publicIps().size(), "public addresses of " + holder, firewall.at(), findings);
        List<NetworkRuleCollection> network = view.collections().stream().map(ordered -> ordered.collection())
                .filter(NetworkRuleCollection.class::isInstance).map(NetworkRuleCollection.class::cast).toList();
        atMost(MOST_COLLECTIONS, network.size(), "network rule collections of " + holder, firewall.at(), findings);
        atMost(MOST_COLLECTIONS, view.collections().size() - network.size(),
                "NAT and application rule collections of " + holder, firewall.at(), findings);
        long names = network.stream().flatMap(collection -> collection.rules().stream()).map(NetworkRule::destinations)
                .mapToLong(destinations -> destinations.fqdns().size()).sum();
        if (names > MANY_NETWORK_NAMES) {
            findings.warning(ValidationCode.LIMIT, firewall.at(), holder + " has " + names
                    + " names in network rules; Microsoft recommends at most " + MANY_NETWORK_NAMES, "");
        }
    }

    static void check(IpGroup group, Findings findings) {
        atMost(MOST_GROUP_ENTRIES, group.members().size(), "entries in the IP group '" + group.name() + "'", group.at(),
                findings);
        group.members().stream().flatMap(member -> member.known().stream()).forEach(term -> {
            boolean wrong = switch (term) {
                case AddressTerm.Any _,AddressTerm.Tag _ -> {
                    findings.error(ValidationCode.ADDRESS, group.at(),
                            "the IP group '" + group.name() + "' holds " + term
                                    + ", but an IP group holds addresses, prefixes and ranges",
                            "");
                    yield false;
                }
                case AddressTerm.Prefix(IpPrefix prefix) -> !prefix.isIpv4();
                case AddressTerm.Range(IpRange range) -> !range.isIpv4();
            };
            if (wrong) {
                findings.error(ValidationCode.IPV6, group.at(),
                        "the IP group '" + group.name() + "' holds " + term + ", but IP groups know IPv4 only", "");
            }
        });
    }

    static void checkIpGroupCount(Environment environment, Findings findings) {
        int count = environment.ipGroups().size();
        if (count > MANY_IP_GROUPS && count <= MOST_IP_GROUPS) {
            findings.warning(ValidationCode.LIMIT, environment.ipGroups().get(MANY_IP_GROUPS).at(), "there are " + count
                    + " IP groups; Microsoft's pages say " + MANY_IP_GROUPS + " or " + MOST_IP_GROUPS, "");
        } else if (count > MOST_IP_GROUPS) {
            atMost(MOST_IP_GROUPS, count, "IP groups", environment.ipGroups().get(MOST_IP_GROUPS).at(), findings);
        }
    }

    /// Reports a number above a limit.
    static void atMost(long limit, long number, String what, SourceLocation at, Findings findings) {
        if (number > limit) {
            findings.error(ValidationCode.LIMIT, at, "there are " + number + " " + what + "; Azure allows " + limit,
                    "");
        }
    }
}

package dev.sekisho.generator.plan;

import dev.sekisho.generator.plan.DeploymentPlan.PrivateEndpointPlan;
import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.cluster.NetworkIntent.FirewallIntent;
import dev.sekisho.model.cluster.OutboundType;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.NeedTarget;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an operator should know about the mechanisms that were chosen, each with the rule or page it rests on. What belongs
/// to a fact of the catalogue comes with the needs.
final class MechanismWarnings {
    private static final PortSet FILTERED_BY_NAME = PortSet.of(80, 443, 1433);
    private static final PortSet SMTP = PortSet.of(25);

    private final ClusterIntent intent;
    private final Set<Diagnostic> found = new LinkedHashSet<>();

    MechanismWarnings(ClusterIntent intent) {
        this.intent = intent;
    }

    List<Diagnostic> all() {
        return List.copyOf(found);
    }

    /// Adds what another check found.
    void add(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    /// About private networks behind the firewall's.
    void beyond(Set<IpPrefix> networks) {
        if (intent.network().firewall().isPresent() && !networks.isEmpty()) {
            warn(intent.at(), "ROUTE_BEYOND_FIREWALL", "the firewall's network must have a route to "
                    + String.join(", ", networks.stream().map(IpPrefix::toString).toList())
                    + ", through its gateway or a peering; the proof presumes it (R-5, R-21)",
                    "look at the effective routes of AzureFirewallSubnet");
        }
    }

    /// About the way out.
    void wayOut(WayOut wayOut, boolean usesFirewall) {
        OutboundType type = intent.cluster().outboundType();
        switch (wayOut) {
            case WayOut.ThroughFirewall(var firewall) -> {
                if (!usesFirewall) {
                    note("NO_RULE_NEEDED", "no rule is needed: " + (intent.cluster().isNetworkIsolated()
                            ? "nodes of a network isolated cluster start from a private registry, and all it must "
                                    + "reach is inside the network [aks-network-isolated-concept]"
                            : "all that the cluster must reach is inside the network"), "");
                } else if (type != OutboundType.USER_DEFINED_ROUTING) {
                    warn(intent.at(), "OUTBOUND_TYPE_OVERRIDDEN", "the default route to " + firewall.name()
                            + " wins over outbound type " + type + ", and AKS neither checks nor knows that path "
                            + "[aks-outbound-types, aks-limit-egress]", "use outboundType: userDefinedRouting");
                }
            }
            case WayOut.Unfiltered(String reason) -> {
                note("UNFILTERED", "no rule and no route is written; " + reason + " [aks-outbound-types]",
                        "to filter, use outboundType: userDefinedRouting with a firewall");
                intent.network().firewall().ifPresent(firewall -> warn(intent.at(), "FIREWALL_UNUSED",
                        firewall.name() + " is not used: outbound type " + type
                                + " has a network of its own, where no firewall can stand [aks-nat-gateway]",
                        "use outboundType: userDefinedRouting"));
            }
            case WayOut.Closed(String reason, String _) -> note("NO_RULE_NEEDED",
                    "no rule and no route is needed: " + reason + ", nodes start from a private registry, and all "
                            + "that the cluster must reach is inside the network [aks-network-isolated-concept]",
                    "");
        }
    }

    /// About alternatives that were passed over for a wider one.
    void passedOver(EgressNeed need, Decision.ByRules rules) {
        if (!rules.passedOver().isEmpty()) {
            warn(Mechanisms.placeOf(intent, need), "WIDER_DESTINATION", need.id() + " is opened to "
                    + list(rules.permissions().stream().map(Object::toString).distinct().toList()) + " because "
                    + String.join("; ", rules.passedOver()), "");
        }
    }

    /// About rules that are to be written.
    void rules(List<Permission> kept, FirewallIntent firewall) {
        boolean byName = false;
        for (Permission permission : kept) {
            if (permission instanceof Permission.ByAddress byAddress) {
                networkRule(byAddress);
                byName |= byAddress.target() instanceof NeedTarget.Name;
            }
        }
        if (byName) {
            clientDns(firewall);
        }
    }

    private void clientDns(FirewallIntent firewall) {
        String must = "network rules by name match only where nodes and firewall resolve alike";
        String remedy = "set the DNS server of " + intent.network().vnet().name() + " to " + firewall.privateIp()
                + ", and network.dnsServers: [" + firewall.privateIp() + "]";
        if (!Resolution.isFirewall(intent.network(), firewall)) {
            warn(intent.at(), "CLIENT_DNS", must + ", and the network asks other servers (FW-21, DNS-1)", remedy);
        } else if (intent.network().dnsServers().isEmpty()) {
            note("CLIENT_DNS", must + ", so the network is taken to ask the firewall (FW-21, DNS-1)", remedy);
        }
    }

    private void networkRule(Permission.ByAddress permission) {
        EgressNeed need = permission.need();
        SourceLocation at = Mechanisms.placeOf(intent, need);
        boolean tcp = permission.protocol() == NetworkProtocol.TCP || permission.protocol() == NetworkProtocol.ANY;
        switch (permission.target()) {
            case NeedTarget.Anywhere _ -> warn(at, "ANY_DESTINATION",
                    need.id() + " is open to every address, because nothing narrower is known [FW-15]",
                    "give its addresses");
            case NeedTarget.Address(var prefix) -> {
                if (AddressSet.of(prefix).overlaps(WellKnownRanges.PRIVATE)) {
                    warn(at, "ASYMMETRIC_RETURN", need.id() + ": the firewall keeps the source address towards "
                            + prefix
                            + ", so replies must come back through it (FW-53)",
                            "route the cluster's ranges to the firewall on that side");
                }
            }
            case NeedTarget.Tag(var tag) -> {
                if (tcp && permission.ports().overlaps(FILTERED_BY_NAME)) {
                    warn(at, "NAMES_HIDDEN", need.id() + ": the network rule for " + tag + " on "
                            + permission.ports() + " is decided before any application rule, so names behind it are "
                            + "neither filtered nor logged (FW-20)", "");
                }
            }
            case NeedTarget.Name(var _) -> {
                // What there is to say concerns all of them together.
            }
        }
        boolean outside = Permission.isPublic(permission.target());
        if (tcp && outside && permission.ports().overlaps(SMTP)) {
            warn(at, "SMTP_BLOCKED", need.id() + ": the platform may block TCP 25 to the Internet whatever the rules "
                    + "say (FW-55)", "send mail over port 587");
        }
        if (permission.protocol() == NetworkProtocol.ICMP && outside) {
            warn(at, "ICMP_UNDELIVERABLE", need.id() + ": the firewall cannot translate ICMP to the Internet, only "
                    + "private destinations answer (FW-19)", "probe it over TCP");
        }
    }

    /// About permissions that need no rule of their own because a wider one gives them.
    void covered(List<Redundancy.Dropped> dropped) {
        Map<String, Set<String>> byWider = new LinkedHashMap<>();
        for (Redundancy.Dropped one : dropped) {
            for (Permission wider : one.givenBy()) {
                if (!wider.toString().equals(one.permission().toString())) {
                    byWider.computeIfAbsent(wider.need().id() + " opens " + wider, _ -> new LinkedHashSet<>())
                            .add(one.permission().toString());
                }
            }
        }
        byWider.forEach((wider, names) -> note("COVERED", wider + ", which lets through "
                + list(List.copyOf(names)) + " too: no rule of their own is written", ""));
    }

    /// About private endpoints.
    void endpoints(PrivateEndpoints endpoints, List<PrivateEndpointPlan> plans) {
        endpoints.existing().forEach(endpoint -> warn(Mechanisms.placeOf(intent, endpoint.first()),
                "PRIVATE_ENDPOINT_EXISTS", endpoint.first().id() + ": "
                        + endpoint.address().map(Object::toString).orElse("") + " is not in "
                        + PrivateEndpoints.subnet(intent).name() + " (" + PrivateEndpoints.subnet(intent).prefix()
                        + "), so the endpoint is taken to exist, with its zones " + list(endpoint.zones())
                        + " linked (R-19)",
                "to have it created, give its subnet as network.privateEndpointSubnet"));
        plans.stream().filter(plan -> plan.address().isEmpty()).forEach(plan -> note("ENDPOINT_ADDRESS",
                plan.name() + " gets its address from Azure; until then the proof uses a free one of "
                        + plan.subnet() + ", whose route is the same for all (R-19)",
                "give privateIp: to fix it"));
    }

    /// About the place of the groups in the policy.
    void priorities(List<Integer> priorities, String policy) {
        note("GROUP_PRIORITIES", "the groups take the priorities " + list(priorities.stream().map(Object::toString)
                .toList()) + " in " + policy + ", and two groups never share one (FW-6)",
                "change them where another cluster's groups are in the same policy");
    }

    private static String list(List<String> words) {
        int shown = 8;
        return words.size() <= shown
                ? String.join(", ", words)
                : String.join(", ", words.subList(0, shown)) + " and " + (words.size() - shown) + " more";
    }

    private void warn(SourceLocation at, String code, String problem, String remedy) {
        found.add(Diagnostic.warning(code, at, problem).withRemedy(remedy));
    }

    private void note(String code, String problem, String remedy) {
        found.add(Diagnostic.note(code, intent.at(), problem).withRemedy(remedy));
    }
}

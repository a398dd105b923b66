package dev.sekisho.generator.plan;

import dev.sekisho.generator.inbound.InboundPlan;
import dev.sekisho.generator.inbound.InboundPlanner;
import dev.sekisho.generator.naming.AzureNames;
import dev.sekisho.generator.plan.DeploymentPlan.Carrier;
import dev.sekisho.generator.plan.DeploymentPlan.FirewallPlan;
import dev.sekisho.generator.plan.DeploymentPlan.InternalLoadBalancerPlan;
import dev.sekisho.generator.plan.DeploymentPlan.Mechanism;
import dev.sekisho.generator.plan.DeploymentPlan.PrivateEndpointPlan;
import dev.sekisho.generator.plan.DeploymentPlan.RoutingPlan;
import dev.sekisho.generator.plan.DeploymentPlan.ServiceEndpointPlan;
import dev.sekisho.generator.plan.PrivateEndpoints.Endpoint;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.cluster.NetworkIntent.FirewallIntent;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.PolicySettings;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.need.ClusterNeeds;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.NeedTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Plans what is to be deployed so that a cluster reaches what it must, and no more.
///
/// The mechanism of each need is chosen first ([Mechanisms]); what has to be rules is freed of redundancy
/// ([Redundancy]) and written down ([RuleBook]); routes, endpoints and settings follow. The same input gives the same plan.
public final class Planner {
    private static final int LONGEST_SERVICE_NAME = 63;

    private final ClusterIntent intent;
    private final ClusterNeeds needs;
    private final WayOut wayOut;
    private final PrivateEndpoints endpoints;
    private final Map<Endpoint, PrivateEndpointPlan> endpointPlans;
    private final Map<EgressNeed, Decision> decisions = new LinkedHashMap<>();
    private final MechanismWarnings warnings;

    private Planner(ClusterIntent intent, ClusterNeeds needs) {
        this.intent = intent;
        this.needs = needs;
        this.wayOut = WayOut.of(intent);
        this.endpoints = PrivateEndpoints.of(intent, needs.needs());
        this.endpointPlans = endpoints.plans();
        this.warnings = new MechanismWarnings(intent);
    }

    /// Returns the plan for a cluster.
    ///
    /// @param catalogueDate date of the facts that the needs come from, ISO form
    /// @param problems gets an error for each need that no mechanism can serve and each limit that is passed; there is no
    ///        plan then
    public static Optional<DeploymentPlan> plan(ClusterIntent intent, ClusterNeeds needs, String catalogueDate,
            Diagnostics problems) {
        List<Diagnostic> errors = new ArrayList<>();
        DeploymentPlan plan = new Planner(intent, needs).plan(catalogueDate, errors);
        problems.addAll(errors);
        return errors.isEmpty() ? Optional.of(plan) : Optional.empty();
    }

    private DeploymentPlan plan(String catalogueDate, List<Diagnostic> errors) {
        Mechanisms mechanisms = new Mechanisms(intent, needs.needs(), wayOut, endpoints, endpointPlans);
        List<Permission> permissions = new ArrayList<>();
        for (EgressNeed need : needs.needs()) {
            Decision decision = mechanisms.decide(need);
            decisions.put(need, decision);
            switch (decision) {
                case Decision.ByRules rules -> {
                    permissions.addAll(rules.permissions());
                    warnings.passedOver(need, rules);
                }
                case Decision.Impossible(Diagnostic why) -> errors.add(why);
                case Decision.WithoutRule _ -> {
                    // Nothing to write in the firewall.
                }
            }
        }
        warnings.wayOut(wayOut, isRouted(permissions));
        Redundancy redundancy = Redundancy.remove(permissions);
        RuleBook book = RuleBook.write(intent, redundancy.kept());
        Optional<InboundPlan> inbound = InboundPlanner.plan(intent,
                intent.network().firewall().map(one -> Surroundings.firewallSubnet(one.privateIp())).stream().toList(),
                isRouted(permissions));
        Optional<RuleCollectionGroup> entries = inbound.flatMap(InboundPlan::rules);
        inbound.ifPresent(plan -> plan.warnings().forEach(warnings::add));
        Optional<FirewallPlan> firewall = intent.network().firewall()
                .filter(_ -> !permissions.isEmpty() || entries.isPresent())
                .map(wanted -> firewall(wanted, book, redundancy, entries));
        Optional<RoutingPlan> routing = wayOut instanceof WayOut.ThroughFirewall(var through) && isRouted(permissions)
                ? Optional.of(Routing.through(through, intent))
                : Optional.empty();
        warnings.beyond(RoutesBeyond.of(needs, Surroundings.of(intent.network())));
        warnings.endpoints(endpoints, List.copyOf(endpointPlans.values()));
        LimitCheck.of(intent, firewall.stream().toList(), routing.stream().toList(), inbound,
                ClusterOptions.authorizedRanges(intent, wayOut).size()).forEach(found -> {
                    if (found.severity() == Severity.ERROR) {
                        errors.add(found);
                    } else {
                        warnings.add(found);
                    }
                });
        return new DeploymentPlan(intent, needs, catalogueDate, firewall, routing,
                List.copyOf(endpointPlans.values()), endpoints.zones(), serviceEndpoints(),
                ClusterOptions.of(intent, wayOut), internalLoadBalancer(), inbound,
                new Carriers(redundancy, book).of(decisions), warnings.all());
    }

    // An isolated cluster that reaches everything inside the network is not routed to the firewall.
    private boolean isRouted(List<Permission> permissions) {
        return wayOut instanceof WayOut.ThroughFirewall
                && (!permissions.isEmpty() || !intent.cluster().isNetworkIsolated());
    }

    private FirewallPlan firewall(FirewallIntent wanted, RuleBook book, Redundancy redundancy,
            Optional<RuleCollectionGroup> entries) {
        List<RuleCollectionGroup> groups = Stream.concat(entries.stream(), book.groups().stream()).toList();
        List<Permission> kept = redundancy.kept();
        String policy = policyName(wanted);
        warnings.rules(kept, wanted);
        warnings.covered(redundancy.dropped());
        warnings.priorities(groups.stream().map(group -> group.priority().value()).toList(), policy);
        boolean byName = kept.stream().anyMatch(permission -> permission instanceof Permission.ByAddress byAddress
                && byAddress.target() instanceof NeedTarget.Name);
        return new FirewallPlan(policy(wanted, policy, groups), book.ipGroups(), byName);
    }

    private static FirewallPolicy policy(FirewallIntent firewall, String name, List<RuleCollectionGroup> groups) {
        return new FirewallPolicy(name, firewall.tier(), Optional.empty(), groups, PolicySettings.NONE,
                SourceLocation.UNKNOWN);
    }

    /// Returns the name of a firewall's policy: the one given, or one made from the firewall's.
    static String policyName(FirewallIntent firewall) {
        return firewall.policyName().orElseGet(() -> AzureNames.of(firewall.name(), "policy"));
    }

    private List<ServiceEndpointPlan> serviceEndpoints() {
        Map<String, List<String>> servedNeeds = new LinkedHashMap<>();
        decisions.forEach((need, decision) -> {
            if (decision instanceof Decision.WithoutRule served
                    && served.mechanism() == Mechanism.SERVICE_ENDPOINT) {
                served.by().forEach(place -> servedNeeds.computeIfAbsent(place, _ -> new ArrayList<>())
                        .add(need.id()));
            }
        });
        List<ServiceEndpointPlan> plans = new ArrayList<>();
        servedNeeds.forEach((place, ids) -> {
            int slash = place.lastIndexOf('/');
            plans.add(new ServiceEndpointPlan(place.substring(0, slash), place.substring(slash + 1), ids));
        });
        return List.copyOf(plans);
    }

    private InternalLoadBalancerPlan internalLoadBalancer() {
        String name = AzureNames.scope(LONGEST_SERVICE_NAME).next(intent.name(), "internal")
                .toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
        return new InternalLoadBalancerPlan(Character.isLetter(name.charAt(0)) ? name : "s" + name.substring(1),
                intent.network().nodeSubnet().name());
    }
}

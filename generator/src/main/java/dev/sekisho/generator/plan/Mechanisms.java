package dev.sekisho.generator.plan;

import dev.sekisho.generator.plan.DeploymentPlan.Mechanism;
import dev.sekisho.generator.plan.DeploymentPlan.PrivateEndpointPlan;
import dev.sekisho.generator.plan.PrivateEndpoints.Endpoint;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.cluster.Dependency;
import dev.sekisho.model.cluster.Feature;
import dev.sekisho.model.cluster.OutboundType;
import dev.sekisho.model.cluster.SubnetIntent;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.EgressNeed.Layer;
import dev.sekisho.model.need.NeedTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Chooses the mechanism that serves each need.
final class Mechanisms {
    private final ClusterIntent intent;
    private final WayOut wayOut;
    private final Sources sources;
    private final Surroundings surroundings;
    private final PrivateEndpoints endpoints;
    private final Set<Fqdn> behindEndpoints;
    private final Optional<List<IpPrefix>> fqdnTag;
    private final Map<Endpoint, PrivateEndpointPlan> endpointPlans;

    Mechanisms(ClusterIntent intent, List<EgressNeed> needs, WayOut wayOut, PrivateEndpoints endpoints,
            Map<Endpoint, PrivateEndpointPlan> endpointPlans) {
        this.intent = intent;
        this.wayOut = wayOut;
        this.sources = Sources.of(intent);
        this.surroundings = Surroundings.of(intent.network());
        this.endpoints = endpoints;
        this.behindEndpoints = endpoints.hosts();
        this.endpointPlans = endpointPlans;
        this.fqdnTag = intent.options().fqdnTag() ? Optional.of(fqdnTagSources(needs)) : Optional.empty();
    }

    private List<IpPrefix> fqdnTagSources(List<EgressNeed> needs) {
        return needs.stream().filter(need -> need.coveredByFqdnTag() && !need.layers().contains(Layer.LOCAL))
                .flatMap(need -> sources.prefixes(need.sources()).stream()).distinct().sorted().toList();
    }

    /// Decides how a need is served.
    Decision decide(EgressNeed need) {
        if (PrivateEndpoints.isServed(need)) {
            return behindEndpoints(endpoints.serving(need));
        }
        if (need.via() == Via.SERVICE_ENDPOINT && need.serviceEndpoint().isPresent()) {
            return serviceEndpoint(need, need.serviceEndpoint().get());
        }
        if (need.layers().contains(Layer.LOCAL)) {
            return direct(need.alternatives().getFirst());
        }
        return switch (wayOut) {
            case WayOut.ThroughFirewall(var firewall) ->
                throughFirewall(need, new RuleChoice(firewall, sources, fqdnTag));
            case WayOut.Unfiltered(String reason) -> withoutFirewall(need)
                    .orElseGet(() -> new Decision.WithoutRule(Mechanism.UNFILTERED, List.of(), reason));
            case WayOut.Closed(String reason, String remedy) -> withoutFirewall(need)
                    .orElseGet(() -> impossible(need, "NO_WAY_OUT", reason, remedy));
        };
    }

    private Decision behindEndpoints(List<Endpoint> serving) {
        List<String> names = new ArrayList<>();
        serving.forEach(endpoint -> Optional.ofNullable(endpointPlans.get(endpoint))
                .ifPresent(plan -> names.add(plan.name())));
        String reason = names.isEmpty()
                ? "its private endpoint exists already, and its route wins over the default route (R-19)"
                : "the route of its private endpoint wins over the default route (R-19)";
        return new Decision.WithoutRule(Mechanism.PRIVATE_ENDPOINT, names, reason);
    }

    private Decision serviceEndpoint(EgressNeed need, String service) {
        if (wayOut instanceof WayOut.Closed(String reason, String remedy)
                && intent.cluster().outboundType() == OutboundType.BLOCK) {
            return impossible(need, "NO_WAY_OUT", reason, remedy);
        }
        List<String> by = sources.subnets(need.sources()).stream().map(SubnetIntent::name)
                .map(subnet -> subnet + "/" + service).toList();
        return new Decision.WithoutRule(Mechanism.SERVICE_ENDPOINT, by,
                "the route of the service endpoint wins over the default route (R-4)");
    }

    private static Decision local(String reason) {
        return new Decision.WithoutRule(Mechanism.LOCAL, List.of(), reason);
    }

    private Optional<Decision> withoutFirewall(EgressNeed need) {
        List<NeedTarget> targets = need.alternatives().getFirst();
        return outside(targets).isEmpty() ? Optional.of(direct(targets)) : Optional.empty();
    }

    private Decision throughFirewall(EgressNeed need, RuleChoice choice) {
        List<RuleChoice.Obstacle> obstacles = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        for (List<NeedTarget> alternative : need.alternatives()) {
            List<NeedTarget> outside = outside(alternative);
            if (outside.isEmpty()) {
                return direct(alternative);
            }
            Optional<RuleChoice.Obstacle> obstacle = choice.obstacle(need, outside);
            if (obstacle.isEmpty()) {
                return new Decision.ByRules(choice.permissions(need, outside), passedOver);
            }
            obstacles.add(obstacle.get());
            passedOver.add(obstacle.get().problem());
        }
        RuleChoice.Obstacle first = obstacles.getFirst();
        return impossible(need, first.code(), String.join("; ", passedOver), first.remedy());
    }

    /// The targets that neither a closer route nor a private endpoint takes.
    private List<NeedTarget> outside(List<NeedTarget> targets) {
        return targets.stream().filter(target -> switch (target) {
            case NeedTarget.Address(var prefix) -> surroundings.directRoute(prefix).isEmpty();
            case NeedTarget.Name(var pattern) -> pattern.exactName().filter(behindEndpoints::contains).isEmpty();
            case NeedTarget.Tag _,NeedTarget.Anywhere _ -> true;
        }).toList();
    }

    private Decision direct(List<NeedTarget> targets) {
        for (NeedTarget target : targets) {
            if (target instanceof NeedTarget.Name(var pattern)) {
                List<Endpoint> behind = pattern.exactName().flatMap(endpoints::behind).stream().toList();
                if (!behind.isEmpty()) {
                    return behindEndpoints(behind);
                }
            }
        }
        return local(targets.stream().filter(NeedTarget.Address.class::isInstance).map(NeedTarget.Address.class::cast)
                .flatMap(address -> surroundings.directRoute(address.prefix()).stream()).findFirst()
                .map(route -> "it lies " + route).orElse("it stays inside the virtual network"));
    }

    private Decision impossible(EgressNeed need, String code, String problem, String remedy) {
        return new Decision.Impossible(Diagnostic.error(code, placeOf(intent, need),
                need.id() + " cannot be served: " + problem).withRemedy(remedy));
    }

    /// Where the user wrote what brings a need.
    static SourceLocation placeOf(ClusterIntent intent, EgressNeed need) {
        Optional<SourceLocation> place = Units.isDependency(need)
                ? intent.dependencies().stream().filter(d -> d.name().equals(Units.of(need))).map(Dependency::at)
                        .findFirst()
                : intent.cluster().features().stream().filter(f -> f.name().equals(need.group())).map(Feature::at)
                        .findFirst();
        return place.orElse(intent.at());
    }
}

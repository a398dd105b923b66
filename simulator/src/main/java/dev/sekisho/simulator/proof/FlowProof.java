package dev.sekisho.simulator.proof;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.verdict.FirewallVerdict;
import dev.sekisho.simulator.verdict.HopType;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.PathVerdict;
import dev.sekisho.simulator.verdict.RouteVerdict;
import dev.sekisho.simulator.verdict.RuleRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one flow contributes to the proof of a need.
///
/// @param verdict reachable, bypassesFirewall, unknown or blocked
/// @param by what let it through
/// @param assumptions what the verdict rests on
record FlowProof(ProofVerdict verdict, Optional<String> by, Optional<RuleRef> rule, Witness witness,
        List<Presumption> assumptions) {

    static FlowProof of(EgressNeed need, Flow flow, boolean pod, PathVerdict path, Environment environment) {
        List<Presumption> assumptions = new ArrayList<>(
                path.basis().assumptions().stream().map(Presumption::of).toList());
        path.route().flatMap(RouteVerdict::routeName).filter(PodRoutes.NAME::equals)
                .ifPresent(_ -> assumptions.add(Presumption.POD_ROUTES));
        Optional<RuleRef> rule = path.firewall().flatMap(FirewallVerdict::rule)
                .filter(_ -> path.result() == PathResult.ALLOW);
        ProofVerdict verdict = judge(need, path, environment);
        Optional<String> by = verdict == ProofVerdict.REACHABLE || verdict == ProofVerdict.BYPASSES_FIREWALL
                ? Optional.of(rule.map(RuleRef::toString).orElseGet(() -> way(path)))
                : Optional.empty();
        return new FlowProof(verdict, by, rule, new Witness(flow, pod, outcome(path), Optional.of(path)), assumptions);
    }

    /// Traffic that the cluster's own pod network carries.
    ///
    /// @param assumptions what that network is presumed to have
    static FlowProof amongPods(ProofSource source, Flow flow, List<Presumption> assumptions) {
        return new FlowProof(ProofVerdict.REACHABLE, Optional.of("the cluster's pod network"), Optional.empty(),
                new Witness(flow, source.pod(), "stays in the cluster's pod network", Optional.empty()), assumptions);
    }

    private static ProofVerdict judge(EgressNeed need, PathVerdict path, Environment environment) {
        return switch (path.result()) {
            case UNKNOWN, HANDED_TO -> ProofVerdict.UNKNOWN;
            case DENY, DROPPED_BY_NSG, DROPPED_BY_ROUTE, DROPPED_BY_PEERING -> ProofVerdict.BLOCKED;
            case ALLOW -> !path.arrives() || missesEndpoint(need, path, environment)
                    ? ProofVerdict.BLOCKED : ProofVerdict.REACHABLE;
            case BYPASSES_FIREWALL, PLATFORM -> {
                if (!path.arrives() || missesEndpoint(need, path, environment)) {
                    yield ProofVerdict.BLOCKED;
                }
                yield mayBypass(need, path, environment) ? ProofVerdict.REACHABLE : ProofVerdict.BYPASSES_FIREWALL;
            }
        };
    }

    /// A need over a private endpoint is met at the endpoint only.
    private static boolean missesEndpoint(EgressNeed need, PathVerdict path, Environment environment) {
        return need.via() == Via.PRIVATE_ENDPOINT
                && path.destination().filter(address -> isEndpoint(address, environment))
                        .isEmpty();
    }

    private static boolean isEndpoint(IpAddress address, Environment environment) {
        return environment.privateEndpoints().stream().map(PrivateEndpoint::addresses)
                .anyMatch(addresses -> addresses.contains(address));
    }

    /// Around the firewall is right for what is local, for endpoints where they are asked for, and where there is no
    /// firewall at all.
    private static boolean mayBypass(EgressNeed need, PathVerdict path, Environment environment) {
        Optional<HopType> hop = path.route().map(RouteVerdict::nextHopType);
        // The overlay of a cluster carries pod traffic without any route.
        boolean local = path.result() == PathResult.PLATFORM || hop.map(FlowProof::staysInside).orElse(true);
        return environment.firewalls().isEmpty() || need.via() == Via.PRIVATE_ENDPOINT
                || need.layers().contains(EgressNeed.Layer.LOCAL) && local
                || need.via() == Via.SERVICE_ENDPOINT && hop.filter(HopType.SERVICE_ENDPOINT::equals).isPresent();
    }

    private static boolean staysInside(HopType hop) {
        return switch (hop) {
            case VIRTUAL_NETWORK, VNET_LOCAL, VNET_PEERING, VNET_GLOBAL_PEERING, INTERFACE_ENDPOINT, PLATFORM -> true;
            case VIRTUAL_APPLIANCE, INTERNET, SERVICE_ENDPOINT, VIRTUAL_NETWORK_GATEWAY, NONE, UNKNOWN -> false;
        };
    }

    private static String way(PathVerdict path) {
        return path.firewall()
                .map(firewall -> "the firewall's " + firewall.stage().map(Object::toString).orElse("rules"))
                .or(() -> path.route().map(FlowProof::route))
                .orElse(path.result() == PathResult.PLATFORM ? "the host itself" : "the cluster's overlay");
    }

    private static String route(RouteVerdict route) {
        return "route "
                + route.routeName().or(() -> route.matchedPrefix().map(Object::toString)).orElse("of the platform")
                + " to " + route.nextHopType();
    }

    private static String outcome(PathVerdict path) {
        StringBuilder text = new StringBuilder(path.result().text());
        path.firewall().ifPresent(firewall -> {
            firewall.rule().ifPresent(rule -> text.append(" by ").append(rule));
            firewall.reason().ifPresent(reason -> text.append(" (").append(reason).append(')'));
        });
        if (path.firewall().isEmpty()) {
            path.route().ifPresent(route -> text.append(" by ").append(route(route)));
            path.nsg().flatMap(nsg -> nsg.rule()).filter(_ -> path.result() == PathResult.DROPPED_BY_NSG)
                    .ifPresent(rule -> text.append(" rule ").append(rule));
        }
        path.delivery().ifPresent(delivery -> text.append(", then ").append(delivery));
        path.basis().possibilities().forEach(possibility -> text.append("; ").append(possibility));
        return text.toString();
    }
}

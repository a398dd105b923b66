package dev.sekisho.simulator.compiled.way;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.term.Entry;
import dev.sekisho.simulator.route.EffectiveRoute;
import dev.sekisho.simulator.route.EffectiveRoutes;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.Basis;
import dev.sekisho.simulator.verdict.HopType;
import dev.sekisho.simulator.verdict.RouteSource;
import dev.sekisho.simulator.verdict.RouteVerdict;
import dev.sekisho.simulator.view.Attached;
import dev.sekisho.simulator.view.EndpointAddress;
import dev.sekisho.simulator.view.ServiceEndpointView;
import dev.sekisho.simulator.view.ServiceNames;
import dev.sekisho.simulator.view.SubnetView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The routes of one subnet, asked once for each class of destinations while the engine is made. Exceptions to the longest
/// prefix are settled here (`R-1` to `R-6`, `R-12`, `R-19`); the engine sees the outcome alone.
public final class RoutePlan {
    private final SubnetView view;
    private final EffectiveRoutes routes;
    private final boolean learnsDefault;
    private final boolean overridesLearned;

    /// A route that was chosen.
    ///
    /// @param nextHop the appliance as the route names it, for that hop type alone
    public record Chosen(RouteVerdict route, Set<Assumption> assumptions, Optional<Entry<IpAddress>> nextHop) {}

    /// Takes the effective routes of a subnet.
    public RoutePlan(SubnetView view) {
        this.view = view;
        this.routes = EffectiveRoutes.of(view);
        this.learnsDefault = routes.routes().stream()
                .anyMatch(route -> isLearned(route) && route.prefix().equals(Ipv4Prefix.ALL));
        this.overridesLearned = view.routeTable() instanceof Attached.Described<RouteTable>(RouteTable table)
                && table.routes().stream().anyMatch(Route::hasBgpOverride);
    }

    /// Every prefix that routes or their exceptions name.
    public List<IpPrefix> prefixes() {
        List<IpPrefix> prefixes = new ArrayList<>();
        routes.routes().forEach(route -> prefixes.add(route.prefix()));
        for (ServiceEndpointView endpoint : view.serviceEndpoints()) {
            endpoint.prefixes().ifPresent(prefixes::addAll);
            prefixes.addAll(endpoint.elsewhere());
        }
        view.privateEndpoints().forEach(endpoint -> prefixes.add(endpoint.address().toPrefix()));
        return prefixes;
    }

    /// Whether the subnet has endpoints of services whose addresses are not known.
    public boolean hasUnknownServices() {
        return view.serviceEndpoints().stream().anyMatch(endpoint -> endpoint.prefixes().isEmpty());
    }

    /// Whether something about the routes is not known, so that the way of a flow or of its replies may be in question.
    public boolean isUncertain() {
        return view.routeTable() instanceof Attached.Undescribed<RouteTable> || !routes.unknown().isEmpty()
                || hasRivals();
    }

    /// Whether it is not known of some public address whether it belongs to a service with an endpoint in the subnet.
    public boolean hasUncertainServices() {
        return view.serviceEndpoints().stream()
                .anyMatch(endpoint -> endpoint.prefixes().isEmpty() || !endpoint.elsewhere().isEmpty());
    }

    /// Whether two user routes of one prefix are equals.
    private boolean hasRivals() {
        List<EffectiveRoute> own = routes.routes().stream().filter(RoutePlan::isUser).toList();
        return own.stream().map(route -> List.of(route.prefix(), route.rank())).distinct().count() < own.size();
    }

    /// The names that lead to services whose addresses are not known.
    public List<FqdnPattern> namesOfUnknownServices() {
        return view.serviceEndpoints().stream().filter(endpoint -> endpoint.prefixes().isEmpty())
                .flatMap(endpoint -> ServiceNames.endings(endpoint.endpoint().service()).stream())
                .map(ending -> new FqdnPattern(true, ending)).toList();
    }

    /// The route towards an address that is not the host's; nothing where only the interpreter can tell.
    ///
    /// @param named whether the address has a name that is not one of [#namesOfUnknownServices]
    public Optional<Chosen> choose(IpAddress destination, boolean named) {
        if (view.routeTable() instanceof Attached.Undescribed<RouteTable>) {
            return Optional.empty();
        }
        List<EffectiveRoute> candidates = new ArrayList<>();
        routes.routes().stream().filter(route -> route.prefix().contains(destination)).forEach(candidates::add);
        boolean user = candidates.stream().anyMatch(RoutePlan::isUser);
        for (ServiceEndpointView endpoint : view.serviceEndpoints()) {
            if (!named && endpoint.prefixes().isEmpty() && WellKnownRanges.PUBLIC.contains(destination)
                    || covers(endpoint.elsewhere(), destination)
                            && !covers(endpoint.prefixes().orElse(List.of()), destination)) {
                return Optional.empty();
            }
        }
        Optional<Chosen> service = serviceEndpoint(destination, user);
        if (service.isPresent()) {
            return view.readings().serviceEndpointOverridable() ? Optional.empty() : service;
        }
        if (candidates.stream().anyMatch(RoutePlan::beatsLearned)) {
            candidates.removeIf(RoutePlan::isLearned);
        }
        boolean learned = candidates.stream().anyMatch(RoutePlan::isLearned);
        boolean toEndpoint = view.privateEndpoints().stream().map(EndpointAddress::address)
                .anyMatch(destination::equals);
        boolean open = learned && overridesLearned || toEndpoint && replacesEndpoint(candidates, destination)
                || mayBeUnknown(destination);
        return open ? Optional.empty() : best(candidates);
    }

    /// A service endpoint of the subnet wins over every route (`R-4`).
    private Optional<Chosen> serviceEndpoint(IpAddress destination, boolean userRoute) {
        Optional<IpPrefix> longest = view.serviceEndpoints().stream()
                .flatMap(endpoint -> endpoint.prefixes().orElse(List.of()).stream())
                .filter(prefix -> prefix.contains(destination))
                .reduce((one, other) -> other.length() > one.length() ? other : one);
        return longest.map(prefix -> new Chosen(
                new RouteVerdict(HopType.SERVICE_ENDPOINT, Optional.of(prefix), RouteSource.DEFAULT, Optional.empty(),
                        Optional.empty(), Basis.NONE),
                userRoute ? Set.of(Assumption.R_4) : Set.of(), Optional.empty()));
    }

    /// A user route that may replace a private endpoint's route (`R-19`).
    private boolean replacesEndpoint(List<EffectiveRoute> candidates, IpAddress destination) {
        boolean routed = view.privateEndpoints().stream().anyMatch(
                endpoint -> endpoint.address().equals(destination) && endpoint.policies().routeTables());
        return candidates.stream().anyMatch(route -> isUser(route) && (routed || route.prefix().isSingleAddress()));
    }

    /// A route whose prefix is not known; one with a tag leads to public addresses only.
    private boolean mayBeUnknown(IpAddress destination) {
        return routes.unknown().stream().anyMatch(route -> WellKnownRanges.PUBLIC.contains(destination)
                || !(route.destination() instanceof Entry.Known<Route.Destination>));
    }

    /// The longest prefix, then user before BGP before system, then rank (`R-1`, `R-2`, `R-12`).
    private Optional<Chosen> best(List<EffectiveRoute> candidates) {
        EffectiveRoute best = candidates.getFirst();
        for (EffectiveRoute rival : candidates) {
            if (compare(rival, best) > 0) {
                best = rival;
            }
        }
        EffectiveRoute chosen = best;
        boolean tie = candidates.stream().anyMatch(rival -> rival != chosen && isUser(rival)
                && compare(rival, chosen) == 0
                && !(rival.hop() == chosen.hop() && rival.nextHopIp().equals(chosen.nextHopIp())));
        if (tie) {
            return Optional.empty();
        }
        boolean reserved = chosen.hop() == HopType.NONE && !isUser(chosen) && learnsDefault;
        return Optional.of(new Chosen(new RouteVerdict(chosen.hop(), Optional.of(chosen.prefix()), chosen.source(),
                chosen.nextHopIp().flatMap(Entry::known), isUser(chosen) ? chosen.name() : Optional.empty(),
                Basis.NONE), reserved ? Set.of(Assumption.R_6) : Set.of(), chosen.nextHopIp()));
    }

    private static int compare(EffectiveRoute one, EffectiveRoute other) {
        int byLength = Integer.compare(one.prefix().length(), other.prefix().length());
        int bySource = Integer.compare(precedence(one), precedence(other));
        return byLength != 0 ? byLength : bySource != 0 ? bySource : Integer.compare(one.rank(), other.rank());
    }

    private static int precedence(EffectiveRoute route) {
        return isUser(route) ? 2 : isLearned(route) ? 1 : 0;
    }

    private static boolean isUser(EffectiveRoute route) {
        return route.source() == RouteSource.USER;
    }

    private static boolean isLearned(EffectiveRoute route) {
        return route.source() == RouteSource.VIRTUAL_NETWORK_GATEWAY;
    }

    /// `R-3`.
    private static boolean beatsLearned(EffectiveRoute route) {
        return route.source() == RouteSource.DEFAULT && switch (route.hop()) {
            case VIRTUAL_NETWORK, VNET_PEERING, VNET_GLOBAL_PEERING, SERVICE_ENDPOINT, INTERFACE_ENDPOINT -> true;
            case VNET_LOCAL, VIRTUAL_APPLIANCE, INTERNET, VIRTUAL_NETWORK_GATEWAY, NONE, PLATFORM, UNKNOWN -> false;
        };
    }

    private static boolean covers(List<IpPrefix> prefixes, IpAddress address) {
        return prefixes.stream().anyMatch(prefix -> prefix.contains(address));
    }
}

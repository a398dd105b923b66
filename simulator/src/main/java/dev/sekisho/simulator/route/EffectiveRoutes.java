package dev.sekisho.simulator.route;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.model.address.Ipv6Prefix;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.simulator.verdict.HopType;
import dev.sekisho.simulator.verdict.RouteSource;
import dev.sekisho.simulator.view.Attached;
import dev.sekisho.simulator.view.EndpointAddress;
import dev.sekisho.simulator.view.PeeringView;
import dev.sekisho.simulator.view.SubnetView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every route of a subnet: those that Azure adds, those that the gateway learned, those that the operator wrote.
///
/// Service endpoints are not here, because they do not take part in the choice (`R-4`).
///
/// @param routes every route with a known prefix, whether or not it wins for some destination
/// @param unknown user routes whose prefixes are not known
public record EffectiveRoutes(List<EffectiveRoute> routes, List<Route> unknown) {
    /// Reserved ranges whose traffic goes nowhere unless something says otherwise (`R-5`).
    private static final List<Ipv4Prefix> RESERVED = List.of(Ipv4Prefix.parse("10.0.0.0/8"),
            Ipv4Prefix.parse("172.16.0.0/12"), Ipv4Prefix.parse("192.168.0.0/16"), Ipv4Prefix.parse("100.64.0.0/10"));
    private static final int RESERVED_RANK = 0;
    private static final int PEERING_RANK = 1;
    private static final int NETWORK_RANK = 2;
    private static final int ENDPOINT_RANK = 3;

    public EffectiveRoutes {
        routes = List.copyOf(routes);
        unknown = List.copyOf(unknown);
    }

    /// Returns the routes of a subnet.
    public static EffectiveRoutes of(SubnetView view) {
        Optional<RouteTable> table = view.routeTable() instanceof Attached.Described<RouteTable>(RouteTable t)
                ? Optional.of(t)
                : Optional.empty();
        UserRoutes user = UserRoutes.of(table.map(RouteTable::routes).orElse(List.of()), view.serviceTags());
        List<EffectiveRoute> routes = new ArrayList<>(user.known());
        if (!table.map(RouteTable::disableBgpRoutePropagation).orElse(false)) {
            view.gatewayRoutes().forEach(prefix -> routes.add(EffectiveRoute.learned(prefix)));
        }
        addSystemRoutes(view, overridesDefault(user.known()), routes);
        return new EffectiveRoutes(routes, user.unknown());
    }

    /// Returns the prefixes of the user routes that override what BGP says about anything inside of them (`R-26`).
    public static List<IpPrefix> overridingPrefixes(SubnetView view) {
        if (!(view.routeTable() instanceof Attached.Described<RouteTable>(RouteTable table))) {
            return List.of();
        }
        List<Route> routes = table.routes().stream().filter(Route::hasBgpOverride).toList();
        return UserRoutes.of(routes, view.serviceTags()).known().stream().map(EffectiveRoute::prefix).toList();
    }

    /// Tells whether the gateway announces a default route to the subnet.
    boolean learnsDefault() {
        return routes.stream().anyMatch(route -> route.isLearned() && route.prefix().equals(Ipv4Prefix.ALL));
    }

    private static void addSystemRoutes(SubnetView view, boolean defaultOverridden, List<EffectiveRoute> routes) {
        List<IpPrefix> ranges = view.network().addressSpace();
        ranges.forEach(range -> routes.add(EffectiveRoute.system(range, HopType.VIRTUAL_NETWORK, NETWORK_RANK)));
        for (PeeringView peering : view.peerings()) {
            HopType hop = peering.peering().global() ? HopType.VNET_GLOBAL_PEERING : HopType.VNET_PEERING;
            peering.remoteAddressSpace().forEach(range -> routes.add(new EffectiveRoute(
                    Optional.of(peering.peering().name()), RouteSource.DEFAULT, range, hop, Optional.empty(),
                    PEERING_RANK, peering.peering().at())));
        }
        for (EndpointAddress endpoint : view.privateEndpoints()) {
            routes.add(new EffectiveRoute(Optional.of(endpoint.endpoint().name()), RouteSource.DEFAULT,
                    endpoint.address().toPrefix(), HopType.INTERFACE_ENDPOINT, Optional.empty(), ENDPOINT_RANK,
                    endpoint.endpoint().at()));
        }
        if (!defaultOverridden) {
            RESERVED.stream().filter(reserved -> ranges.stream().noneMatch(range -> range.contains(reserved)))
                    .forEach(reserved -> routes.add(EffectiveRoute.system(reserved, HopType.NONE, RESERVED_RANK)));
        }
        routes.add(EffectiveRoute.system(Ipv4Prefix.ALL, HopType.INTERNET, RESERVED_RANK));
        routes.add(EffectiveRoute.system(Ipv6Prefix.ALL, HopType.INTERNET, RESERVED_RANK));
    }

    /// A user-defined default route takes the reserved routes away (`R-6`).
    private static boolean overridesDefault(List<EffectiveRoute> user) {
        return user.stream().anyMatch(route -> route.prefix().equals(Ipv4Prefix.ALL));
    }
}

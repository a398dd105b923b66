package dev.sekisho.simulator.route;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.servicetag.ServiceTags;
import dev.sekisho.model.term.Entry;
import dev.sekisho.simulator.verdict.HopType;
import dev.sekisho.simulator.verdict.RouteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The user-defined routes of a route table, with service tags expanded to their prefixes (`R-12`).
///
/// @param known routes whose prefixes are known, in the order written
/// @param unknown routes of which only deployment or missing tag data will tell the prefixes
public record UserRoutes(List<EffectiveRoute> known, List<Route> unknown) {
    public UserRoutes {
        known = List.copyOf(known);
        unknown = List.copyOf(unknown);
    }

    /// Expands routes as they are written.
    public static UserRoutes of(List<Route> routes, ServiceTags tags) {
        List<EffectiveRoute> known = new ArrayList<>();
        List<Route> unknown = new ArrayList<>();
        for (Route route : routes) {
            if (!isAccepted(route.nextHop())) {
                continue;
            }
            switch (route.destination()) {
                case Entry.Known<Route.Destination>(Route.Destination.Prefix(IpPrefix prefix)) ->
                    known.add(effective(route, prefix, EffectiveRoute.EXPLICIT));
                case Entry.Known<Route.Destination>(Route.Destination.Tag(ServiceTagName tag)) -> {
                    Optional<AddressSet> addresses = tags.find(tag);
                    if (addresses.isEmpty()) {
                        unknown.add(route);
                    } else {
                        addresses.get().prefixes()
                                .forEach(prefix -> known.add(effective(route, prefix, tag.specificity())));
                    }
                }
                case Entry.Unknown<Route.Destination> _ -> unknown.add(route);
                case Entry.Malformed<Route.Destination> _ -> {}
            }
        }
        return new UserRoutes(known, unknown);
    }

    /// Returns the type of a next hop in the words of effective routes.
    public static HopType hop(NextHop nextHop) {
        return switch (nextHop) {
            case NextHop.VirtualAppliance _ -> HopType.VIRTUAL_APPLIANCE;
            case NextHop.Platform.VNET_LOCAL -> HopType.VNET_LOCAL;
            case NextHop.Platform.VIRTUAL_NETWORK_GATEWAY -> HopType.VIRTUAL_NETWORK_GATEWAY;
            case NextHop.Platform.INTERNET -> HopType.INTERNET;
            case NextHop.Platform.NONE -> HopType.NONE;
        };
    }

    /// Returns the address of an appliance.
    public static Optional<Entry<IpAddress>> address(NextHop nextHop) {
        return nextHop instanceof NextHop.VirtualAppliance(Entry<IpAddress> address)
                ? Optional.of(address)
                : Optional.empty();
    }

    /// A route that Azure would refuse is no route.
    private static boolean isAccepted(NextHop nextHop) {
        return !(nextHop instanceof NextHop.VirtualAppliance(Entry.Malformed<IpAddress> _));
    }

    private static EffectiveRoute effective(Route route, IpPrefix prefix, int rank) {
        return new EffectiveRoute(Optional.of(route.name()), RouteSource.USER, prefix, hop(route.nextHop()),
                address(route.nextHop()), rank, route.at());
    }
}

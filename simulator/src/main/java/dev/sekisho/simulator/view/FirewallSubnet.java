package dev.sekisho.simulator.view;

import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.term.Entry;
import java.util.List;
import java.util.Optional;

/// What the routes of a firewall's own subnet mean for the firewall (`R-21`).
public final class FirewallSubnet {
    /// The name that Azure demands.
    public static final String NAME = "AzureFirewallSubnet";

    private static final Entry<Route.Destination> DEFAULT = Entry.of(new Route.Destination.Prefix(Ipv4Prefix.ALL));

    private FirewallSubnet() {}

    /// Tells whether the default route of a subnet leads to the Internet, as far as it is described.
    ///
    /// @param subnet the subnet; one that is not described has no table
    public static boolean sendsToInternet(VirtualNetwork network, Optional<Subnet> subnet, List<RouteTable> tables) {
        Optional<RouteTable> table = subnet.flatMap(Subnet::routeTable)
                .flatMap(reference -> tables.stream().filter(t -> reference.names(t.name())).findFirst());
        Optional<Route> own = table.flatMap(t -> t.routes().stream()
                .filter(route -> route.destination().equals(DEFAULT)).findFirst());
        if (own.isPresent()) {
            return own.get().nextHop() == NextHop.Platform.INTERNET;
        }
        boolean learns = !table.map(RouteTable::disableBgpRoutePropagation).orElse(false);
        return !(learns && network.gatewayRoutes().contains(Ipv4Prefix.ALL));
    }
}

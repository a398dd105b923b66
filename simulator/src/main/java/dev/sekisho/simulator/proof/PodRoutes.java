package dev.sekisho.simulator.proof;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.cluster.NetworkPlugin;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.ClusterNetwork;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.term.Entry;
import java.util.ArrayList;
import java.util.List;

/// The routes that AKS itself writes into a kubenet cluster's table, one for each node's pods (`R-22`). They exist only
/// once nodes do, so an environment that is still a plan does not list them.
final class PodRoutes {
    /// The name of each presumed route.
    static final String NAME = "written-by-aks";

    private PodRoutes() {}

    /// Returns the environment with a route for the pods of each kubenet cluster, where its table has none yet.
    static Environment presumed(Environment environment) {
        List<RouteTable> tables = environment.routeTables().stream().map(table -> withPods(table, environment))
                .toList();
        return environment.withRouteTables(tables);
    }

    /// Tells whether the environment lacks routes to the pods of a cluster that needs them.
    static boolean areMissing(Environment environment, ClusterNetwork cluster) {
        return cluster.networkPlugin() == NetworkPlugin.KUBENET
                && cluster.podCidrs().stream().anyMatch(pods -> environment.routeTables().stream()
                        .filter(table -> isOf(table, cluster, environment)).flatMap(table -> table.routes().stream())
                        .noneMatch(route -> isWithin(route, pods)));
    }

    private static RouteTable withPods(RouteTable table, Environment environment) {
        List<Route> routes = new ArrayList<>(table.routes());
        for (ClusterNetwork cluster : environment.clusters()) {
            if (cluster.networkPlugin() == NetworkPlugin.KUBENET && isOf(table, cluster, environment)) {
                cluster.podCidrs().stream().filter(pods -> table.routes().stream().noneMatch(r -> isWithin(r, pods)))
                        .map(PodRoutes::route).forEach(routes::add);
            }
        }
        return new RouteTable(table.name(), table.disableBgpRoutePropagation(), routes, table.at());
    }

    private static boolean isOf(RouteTable table, ClusterNetwork cluster, Environment environment) {
        return environment.virtualNetworks().stream().flatMap(network -> network.subnets().stream())
                .filter(subnet -> subnet.routeTable().filter(ref -> ref.names(table.name())).isPresent())
                .flatMap((Subnet subnet) -> subnet.prefixes().stream()).anyMatch(cluster.nodeSubnets()::contains);
    }

    private static boolean isWithin(Route route, IpPrefix pods) {
        return route.destination().known()
                .filter(destination -> destination instanceof Route.Destination.Prefix(IpPrefix prefix)
                        && pods.contains(prefix))
                .isPresent();
    }

    private static Route route(IpPrefix pods) {
        return new Route(NAME, Entry.of(new Route.Destination.Prefix(pods)), NextHop.Platform.VNET_LOCAL, false,
                SourceLocation.UNKNOWN);
    }
}

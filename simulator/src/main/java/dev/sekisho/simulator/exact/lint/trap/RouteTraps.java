package dev.sekisho.simulator.exact.lint.trap;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.simulator.exact.lint.finding.Finding;
import dev.sekisho.simulator.exact.lint.finding.LintCode;
import dev.sekisho.simulator.view.Attached;
import dev.sekisho.simulator.view.EndpointAddress;
import dev.sekisho.simulator.view.SubnetView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the routes of one subnet do that they do not seem to do.
///
/// @param nodes whether nodes of a described cluster are in the subnet
record RouteTraps(SubnetView view, RouteTable table, boolean nodes, List<Finding> findings) {
    private static final int HOST_ROUTE = 32;
    private static final int NARROW = 16;
    private static final List<IpAddress> PLATFORM = List.of(IpAddress.parse("168.63.129.16"),
            IpAddress.parse("169.254.169.254"));

    static List<Finding> of(SubnetView view, Environment environment) {
        if (!(view.routeTable() instanceof Attached.Described<RouteTable>(RouteTable table))) {
            return List.of();
        }
        boolean nodes = environment.clusters().stream().flatMap(cluster -> cluster.nodeSubnets().stream())
                .anyMatch(view.subnet().prefixes()::contains);
        RouteTraps traps = new RouteTraps(view, table, nodes, new ArrayList<>());
        traps.serviceEndpoints();
        view.privateEndpoints().forEach(traps::privateEndpoint);
        table.routes().forEach(traps::route);
        return traps.findings();
    }

    static Optional<IpPrefix> prefix(Route route) {
        return route.destination().known()
                .flatMap(destination -> destination instanceof Route.Destination.Prefix(IpPrefix prefix)
                        ? Optional.of(prefix) : Optional.empty());
    }

    private static boolean isToAppliance(Route route) {
        return route.nextHop() instanceof NextHop.VirtualAppliance;
    }

    /// A service endpoint wins over the default route to the firewall (`R-4`).
    private void serviceEndpoints() {
        boolean byAppliance = table.routes().stream().anyMatch(route -> isToAppliance(route)
                && prefix(route).filter(prefix -> AddressSet.of(prefix).containsAll(AddressSet.ALL_IPV4)).isPresent());
        if (byAppliance) {
            view.serviceEndpoints().forEach(endpoint -> add(LintCode.SERVICE_ENDPOINT_BYPASS, view.subnet().at(),
                    "subnet " + view.name() + ": traffic to " + endpoint.endpoint().service()
                            + " takes the service endpoint, past the firewall"));
        }
    }

    /// A user route wins over the host route of a private endpoint where it is one itself, or where the endpoint's subnet allows
    /// it and the route is no wider than the network (`R-19`).
    private void privateEndpoint(EndpointAddress endpoint) {
        for (Route route : table.routes()) {
            Optional<IpPrefix> prefix = prefix(route).filter(found -> found.contains(endpoint.address()));
            if (prefix.isEmpty() || !isToAppliance(route) || prefix.get().length() == 0) {
                continue;
            }
            boolean hostRoute = prefix.get().length() == HOST_ROUTE;
            boolean inNetwork = endpoint.networkAddressSpace().stream().anyMatch(range -> range.contains(prefix.get()));
            if (hostRoute && !endpoint.policies().routeTables()) {
                add(LintCode.PRIVATE_ENDPOINT_ROUTE, route.at(), "route " + route.name()
                        + ": it takes over the host route of the private endpoint " + endpoint.endpoint().name()
                        + ", whose subnet does not have route tables enabled");
            } else if (!hostRoute && !(endpoint.policies().routeTables() && inNetwork)) {
                add(LintCode.PRIVATE_ENDPOINT_BYPASS, route.at(), "route " + route.name()
                        + ": traffic to the private endpoint " + endpoint.endpoint().name() + " at "
                        + endpoint.address() + " does not take it");
            }
        }
    }

    private void route(Route route) {
        Optional<IpPrefix> destination = prefix(route);
        if (destination.isEmpty()) {
            return;
        }
        IpPrefix prefix = destination.get();
        if (nodes && prefix.length() == 0 && prefix.isIpv4() && route.nextHop() == NextHop.Platform.INTERNET) {
            add(LintCode.DEFAULT_ROUTE, route.at(), "route " + route.name()
                    + ": a cluster with userDefinedRouting is refused where 0.0.0.0/0 leads to the Internet");
        }
        PLATFORM.stream().filter(address -> prefix.length() >= NARROW && prefix.contains(address))
                .forEach(address -> add(LintCode.PLATFORM_ROUTE, route.at(), "route " + route.name() + ": " + address
                        + " is reached at the host, whatever routes say"));
        boolean redirects = isToAppliance(route) && prefix.length() > 0
                && view.subnet().prefixes().stream().anyMatch(own -> prefix.contains(own) && !staysLocal(own)
                        && view.network().addressSpace().stream()
                                .anyMatch(range -> range.contains(own) && range.length() <= prefix.length()));
        if (redirects) {
            add(LintCode.OWN_SUBNET_REDIRECTED, route.at(), "route " + route.name() + ": traffic inside the subnet "
                    + view.name() + " takes it too");
        }
    }

    private boolean staysLocal(IpPrefix own) {
        return table.routes().stream().filter(route -> route.nextHop() == NextHop.Platform.VNET_LOCAL)
                .anyMatch(route -> prefix(route).filter(own::equals).isPresent());
    }

    private void add(LintCode code, SourceLocation at, String text) {
        findings.add(new Finding(code.name(), code.severity(), text, code.fix(), at, "", List.of(), Optional.empty()));
    }
}

package dev.sekisho.generator.plan;

import dev.sekisho.generator.naming.AzureNames;
import dev.sekisho.generator.plan.DeploymentPlan.RoutingPlan;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.model.address.Ipv6Prefix;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.cluster.NetworkIntent.FirewallIntent;
import dev.sekisho.model.cluster.SubnetIntent;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.term.Entry;
import java.util.ArrayList;
import java.util.List;

/// The routes that lead a cluster's traffic to its firewall: a default route, and past the firewall its own public
/// addresses (`R-24`, `R-25`). Routes learned from a gateway are kept out, because they would be longer than the default
/// route (`R-13`).
final class Routing {
    private static final SourceLocation GENERATED = SourceLocation.UNKNOWN;

    private Routing() {}

    static RoutingPlan through(FirewallIntent firewall, ClusterIntent intent) {
        AzureNames names = AzureNames.scope();
        List<Route> routes = new ArrayList<>();
        IpPrefix everything = firewall.privateIp().isIpv4() ? Ipv4Prefix.ALL : Ipv6Prefix.ALL;
        routes.add(route(names.next("default-to-firewall"), everything,
                new NextHop.VirtualAppliance(Entry.of(firewall.privateIp()))));
        firewall.publicIps().stream().distinct().map(IpAddress::toPrefix).forEach(address -> routes.add(route(
                names.next("firewall-public", address.first().toString().replaceAll("[.:]+", "-")), address,
                NextHop.Platform.INTERNET)));
        return new RoutingPlan(new RouteTable(AzureNames.of("rt", intent.name()), true, routes, GENERATED),
                Sources.of(intent).all().stream().map(SubnetIntent::name).toList());
    }

    private static Route route(String name, IpPrefix prefix, NextHop nextHop) {
        return new Route(name, Entry.of(new Route.Destination.Prefix(prefix)), nextHop, false, GENERATED);
    }
}

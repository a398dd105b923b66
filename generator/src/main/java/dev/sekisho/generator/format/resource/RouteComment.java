package dev.sekisho.generator.format.resource;

import dev.sekisho.generator.inbound.InboundPlan;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.cluster.NetworkIntent.FirewallIntent;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.term.Entry;
import java.util.List;

/// Says what a route is for; routes have no field for it.
public final class RouteComment {
    private RouteComment() {}

    /// Returns one sentence.
    public static String of(Route route, DeploymentPlan plan) {
        if (plan.inbound().flatMap(InboundPlan::gatewayRoutes).filter(table -> table.routes().contains(route))
                .isPresent()) {
            return "Requests from on premises go through the firewall, because the replies do (R-16).";
        }
        return switch (route.nextHop()) {
            case NextHop.VirtualAppliance(var address) -> isEverything(route)
                    ? "Default route: what no narrower route covers goes to the firewall (R-24)."
                    : "To the appliance at " + address + ".";
            case NextHop.Platform.INTERNET -> isFirewallAddress(route, plan)
                    ? "The firewall's own public address: straight to the Internet, not round through the firewall (R-25)."
                    : "Straight to the Internet, past the firewall.";
            case NextHop.Platform.VNET_LOCAL -> "Stays inside the virtual network.";
            case NextHop.Platform.VIRTUAL_NETWORK_GATEWAY -> "Through the virtual network gateway.";
            case NextHop.Platform.NONE -> "Dropped (R-7).";
        };
    }

    private static boolean isEverything(Route route) {
        return prefixes(route).stream().anyMatch(prefix -> prefix.length() == 0);
    }

    private static boolean isFirewallAddress(Route route, DeploymentPlan plan) {
        List<FirewallIntent> firewall = plan.intent().network().firewall().stream().toList();
        return prefixes(route).stream()
                .anyMatch(prefix -> firewall.stream().flatMap(known -> known.publicIps().stream())
                        .anyMatch(address -> prefix.first().equals(address) && prefix.last().equals(address)));
    }

    private static List<IpPrefix> prefixes(Route route) {
        Entry<Route.Destination> destination = route.destination();
        return destination.known().filter(Route.Destination.Prefix.class::isInstance)
                .map(Route.Destination.Prefix.class::cast).map(Route.Destination.Prefix::prefix).stream().toList();
    }
}

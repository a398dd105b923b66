package dev.sekisho.simulator.validate;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.ValidationCode;
import dev.sekisho.model.network.GatewayType;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Peering;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.simulator.view.Attached;
import dev.sekisho.simulator.view.FirewallSubnet;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Checks networks and what hangs on them: references, next hops, the firewall's subnet (`R-9`, `FW-60`).
final class NetworkCheck {
    private static final String FIREWALL_SUBNET = FirewallSubnet.NAME;
    private static final String MANAGEMENT_SUBNET = "AzureFirewallManagementSubnet";
    private static final String GATEWAY_SUBNET = "GatewaySubnet";
    private static final int FIREWALL_SUBNET_LENGTH = 26;

    private final Environment environment;
    private final Views views;
    private final Findings findings;

    private NetworkCheck(Environment environment, Findings findings) {
        this.environment = environment;
        this.views = new Views(environment);
        this.findings = findings;
    }

    static void check(Environment environment, Findings findings) {
        NetworkCheck check = new NetworkCheck(environment, findings);
        for (VirtualNetwork network : environment.virtualNetworks()) {
            check.network(network);
        }
        for (PrivateEndpoint endpoint : environment.privateEndpoints()) {
            if (endpoint.placement() instanceof PrivateEndpoint.Placement.InSubnet(ResourceRef network, String subnet)
                    && check.views.subnet(network.name(), subnet).isEmpty()) {
                findings.error(ValidationCode.UNKNOWN_REFERENCE, endpoint.at(),
                        "the subnet '" + network.name() + "/" + subnet
                                + "' of the private endpoint '" + endpoint.name() + "' is not described",
                        "");
            }
        }
    }

    private void network(VirtualNetwork network) {
        for (Subnet subnet : Repeated.<Subnet>by(s -> s.name().toLowerCase(Locale.ROOT), network.subnets())) {
            findings.error(ValidationCode.DUPLICATE_NAME, subnet.at(),
                    "the network '" + network.name() + "' has another subnet named '" + subnet.name() + "'",
                    "rename one");
        }
        for (Peering peering : network.peerings()) {
            if (peering.remoteAddressSpace().isEmpty()) {
                peering.remote().ifPresent(ref -> reference(ref, environment.virtualNetworks(), VirtualNetwork::name,
                        "network", "the peering '" + peering.name() + "'", peering.at()));
            }
        }
        for (Subnet subnet : network.subnets()) {
            subnet(network, subnet);
        }
    }

    private void subnet(VirtualNetwork network, Subnet subnet) {
        String holder = "the subnet '" + network.name() + "/" + subnet.name() + "'";
        subnet.routeTable().ifPresent(
                ref -> reference(ref, environment.routeTables(), RouteTable::name, "route table", holder, subnet.at()));
        subnet.networkSecurityGroup().ifPresent(ref -> reference(ref, environment.networkSecurityGroups(),
                NetworkSecurityGroup::name, "network security group", holder, subnet.at()));
        subnet.networkInterfaceSecurityGroup().ifPresent(ref -> reference(ref, environment.networkSecurityGroups(),
                NetworkSecurityGroup::name, "network security group", holder, subnet.at()));
        if (subnet.name().equalsIgnoreCase(FIREWALL_SUBNET)) {
            subnet.prefixes().stream().filter(IpPrefix::isIpv4)
                    .filter(prefix -> prefix.length() > FIREWALL_SUBNET_LENGTH)
                    .forEach(prefix -> findings.error(ValidationCode.LIMIT, subnet.at(),
                            prefix + " is too small for " + FIREWALL_SUBNET, "use a /" + FIREWALL_SUBNET_LENGTH));
        }
        reservedSubnet(network, subnet, holder);
        views.subnet(network.name(), subnet.name()).ifPresent(this::nextHops);
    }

    /// Subnets whose routes Azure's own services depend on (`R-13`, `R-21`).
    private void reservedSubnet(VirtualNetwork network, Subnet subnet, String holder) {
        Optional<RouteTable> table = subnet.routeTable().flatMap(reference -> environment.routeTables().stream()
                .filter(known -> reference.names(known.name())).findFirst());
        if (subnet.name().equalsIgnoreCase(GATEWAY_SUBNET)) {
            table.filter(RouteTable::disableBgpRoutePropagation).ifPresent(known -> findings.error(
                    ValidationCode.GATEWAY_PROPAGATION, known.at(),
                    "the table '" + known.name() + "' keeps the gateway's routes away from " + holder,
                    "remove disableBgpRoutePropagation, or use another table"));
        }
        boolean tunnelled = environment.firewalls().stream()
                .filter(firewall -> firewall.virtualNetwork().filter(ref -> ref.names(network.name())).isPresent())
                .anyMatch(firewall -> views.firewall(firewall).forcedTunneling());
        boolean firewallGoesElsewhere = subnet.name().equalsIgnoreCase(FIREWALL_SUBNET) && !tunnelled
                && !FirewallSubnet.sendsToInternet(network, Optional.of(subnet), environment.routeTables());
        if (firewallGoesElsewhere) {
            findings.error(ValidationCode.FIREWALL_DEFAULT_ROUTE, subnet.at(),
                    holder + " does not send 0.0.0.0/0 to the Internet, and the firewall has no forced tunnelling",
                    "add a route 0.0.0.0/0 to the Internet, or a management subnet for forced tunnelling");
        }
        boolean managementGoesElsewhere = subnet.name().equalsIgnoreCase(MANAGEMENT_SUBNET)
                && (!FirewallSubnet.sendsToInternet(network, Optional.of(subnet), environment.routeTables())
                        || table.filter(known -> !known.disableBgpRoutePropagation()).isPresent());
        if (managementGoesElsewhere) {
            findings.error(ValidationCode.FIREWALL_DEFAULT_ROUTE, subnet.at(),
                    holder + " may have a default route to the Internet alone, and learns none from a gateway",
                    "use a table with disableBgpRoutePropagation: true and 0.0.0.0/0 to the Internet");
        }
    }

    /// A gateway as next hop must be a VPN gateway (`R-10`).
    private void gateway(Route route, SubnetView view) {
        List<GatewayType> gateways = new ArrayList<>(view.network().gateways());
        view.network().peerings().stream().filter(Peering::useRemoteGateways)
                .flatMap(peering -> peering.remote().flatMap(views::network).stream())
                .forEach(remote -> gateways.addAll(remote.gateways()));
        if (route.nextHop() == NextHop.Platform.VIRTUAL_NETWORK_GATEWAY
                && gateways.contains(GatewayType.EXPRESS_ROUTE)) {
            findings.error(ValidationCode.NEXT_HOP_GATEWAY, route.at(), "the route '" + route.name()
                    + "' leads to a gateway, which works with a VPN gateway alone",
                    "let the gateway announce the route");
        }
    }

    private void nextHops(SubnetView view) {
        if (view.routeTable() instanceof Attached.Described<RouteTable>(RouteTable table)) {
            for (Route route : table.routes()) {
                gateway(route, view);
                address(route).filter(address -> isUnreachable(address, view))
                        .ifPresent(address -> findings.error(ValidationCode.NEXT_HOP_UNREACHABLE, route.at(),
                                "the next hop " + address + " of the route '" + route.name()
                                        + "' is neither in the network nor in a direct peer of it",
                                "use an appliance in this network or in a directly peered one"));
            }
        }
    }

    private static Optional<IpAddress> address(Route route) {
        return switch (route.nextHop()) {
            case NextHop.VirtualAppliance(var address) -> address.known();
            case NextHop.Platform _ -> Optional.empty();
        };
    }

    /// An appliance must be in the network or a direct peer. A description without any peering, and without a gateway that
    /// leads there, leaves the peering out; it does not deny it.
    private static boolean isUnreachable(IpAddress address, SubnetView view) {
        boolean near = view.isInNetwork(address) || view.peerings().stream().anyMatch(p -> p.leadsTo(address));
        boolean open = view.peerings().stream().anyMatch(peering -> peering.remoteAddressSpace().isEmpty());
        boolean behindGateway = view.gatewayRoutes().stream()
                .anyMatch(prefix -> prefix.length() > 0 && prefix.contains(address));
        return !near && (behindGateway || !view.peerings().isEmpty() && !open);
    }

    private <T> void reference(ResourceRef wanted, List<T> described, Function<T, String> name, String kind,
            String holder, SourceLocation at) {
        if (described.stream().noneMatch(resource -> wanted.names(name.apply(resource)))) {
            findings.error(ValidationCode.UNKNOWN_REFERENCE, at,
                    "the " + kind + " '" + wanted.name() + "' of " + holder + " is not described", "");
        }
    }
}

package dev.sekisho.generator.plan;

import dev.sekisho.generator.inbound.InboundPlan;
import dev.sekisho.generator.inbound.InboundPlan.ServicePlan;
import dev.sekisho.generator.naming.AzureNames;
import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.cluster.InboundIntent;
import dev.sekisho.model.cluster.NetworkIntent;
import dev.sekisho.model.cluster.NetworkIntent.OnPremisesIntent;
import dev.sekisho.model.cluster.SubnetIntent;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.network.Peering;
import dev.sekisho.model.network.PrivateEndpointNetworkPolicies;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.term.ResourceRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The networks around the nodes as far as clients are there: subnets of load balancers and gateways, peered networks, and
/// what is behind the gateway.
///
/// Of a network of which only ranges are known, the largest part that no described subnet takes is one subnet, in which
/// clients stand for all others there: none of its subnets is told apart by what the plan writes.
final class InboundSurroundings {
    private static final SourceLocation GENERATED = SourceLocation.UNKNOWN;
    private static final String GATEWAY_SUBNET = "GatewaySubnet";
    private static final String OTHERS = "other-subnets";
    private static final int SMALLEST_SUBNET = 29;

    private final NetworkIntent network;
    private final Optional<InboundPlan> inbound;

    InboundSurroundings(NetworkIntent network, Optional<InboundPlan> inbound) {
        this.network = network;
        this.inbound = inbound;
    }

    /// Subnets of the cluster's network that hold addresses of load balancers and of Private Link services.
    List<SubnetIntent> ofServices() {
        List<SubnetIntent> subnets = new ArrayList<>();
        for (ServicePlan service : services()) {
            service.intent().subnet().ifPresent(subnets::add);
            service.intent().linkDoor().flatMap(InboundIntent.LinkDoor::subnet).ifPresent(subnets::add);
        }
        return subnets;
    }

    /// The other subnets of a network: of gateways, and one for the rest.
    ///
    /// @param described those that are described already
    List<Subnet> others(List<IpPrefix> ranges, List<Subnet> described) {
        if (inbound.isEmpty()) {
            return List.of();
        }
        List<Subnet> subnets = new ArrayList<>();
        AddressSet space = AddressSet.ofPrefixes(ranges);
        for (ServicePlan service : services()) {
            service.intent().applicationGateway().map(InboundIntent.GatewayDoor::subnet)
                    .filter(subnet -> space.containsAll(subnet.prefix().toRange()))
                    .filter(subnet -> free(subnet.prefix(), described) && free(subnet.prefix(), subnets))
                    .ifPresent(subnet -> subnets.add(Subnet.plain(subnet.name(), subnet.prefix(), GENERATED)));
        }
        network.onPremises().filter(site -> isIn(space, site)).ifPresent(site -> subnets.add(gateway(site)));
        AddressSet taken = AddressSet.unionOf(Stream.of(described, subnets).flatMap(List::stream)
                .map(subnet -> AddressSet.ofPrefixes(subnet.prefixes())).toList());
        space.difference(taken).ipv4().prefixes().stream().min(Comparator.comparing(IpPrefix::length))
                .filter(prefix -> prefix.length() <= SMALLEST_SUBNET)
                .ifPresent(prefix -> subnets.add(Subnet.plain(OTHERS, prefix, GENERATED)));
        return subnets;
    }

    private static boolean free(IpPrefix prefix, List<Subnet> subnets) {
        return subnets.stream().flatMap(subnet -> subnet.prefixes().stream()).noneMatch(prefix::overlaps);
    }

    private Subnet gateway(OnPremisesIntent site) {
        return new Subnet(GATEWAY_SUBNET, List.of(site.gatewaySubnet()),
                inbound.flatMap(InboundPlan::gatewayRoutes).map(table -> new ResourceRef(table.name())),
                Optional.empty(), Optional.empty(), List.of(), PrivateEndpointNetworkPolicies.DISABLED, List.of(),
                GENERATED);
    }

    /// What the gateway of a network learns from on premises, where it stands in that network.
    List<IpPrefix> learned(List<IpPrefix> ranges) {
        return inbound.flatMap(_ -> network.onPremises()).filter(site -> isIn(AddressSet.ofPrefixes(ranges), site))
                .map(OnPremisesIntent::ranges).orElse(List.of());
    }

    /// Whether the gateway stands in a network.
    boolean hasGateway(List<IpPrefix> ranges) {
        return !learned(ranges).isEmpty();
    }

    private static boolean isIn(AddressSet space, OnPremisesIntent site) {
        return space.containsAll(site.gatewaySubnet().toRange());
    }

    /// The peered networks beside the firewall's, and the peerings that lead to them.
    List<VirtualNetwork> peers() {
        return inbound.isEmpty() ? List.of() : network.peeredNetworks().stream().map(peer -> {
            Peering back = peering(peer.name(), network.vnet().name(), hasGateway(peer.addressSpace()), false);
            return new VirtualNetwork(peer.name(), peer.addressSpace(), others(peer.addressSpace(), List.of()),
                    List.of(back), learned(peer.addressSpace()), List.of(), GENERATED);
        }).toList();
    }

    /// The peerings of the cluster's network to them.
    List<Peering> peerings() {
        return inbound.isEmpty() ? List.of() : network.peeredNetworks().stream()
                .map(peer -> peering(network.vnet().name(), peer.name(), false, hasGateway(peer.addressSpace())))
                .toList();
    }

    /// A peering, which may let the other network use a gateway.
    static Peering peering(String from, String to, boolean gatewayTransit, boolean useRemoteGateways) {
        return new Peering(AzureNames.of(from, "to", to), Optional.of(new ResourceRef(to)), List.of(), true, true,
                gatewayTransit, useRemoteGateways, false, GENERATED);
    }

    List<RouteTable> routeTables() {
        return inbound.flatMap(InboundPlan::gatewayRoutes).stream().toList();
    }

    private List<ServicePlan> services() {
        return inbound.map(InboundPlan::services).orElse(List.of());
    }
}

package dev.sekisho.simulator.exposure.place;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.network.Peering;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.simulator.view.SubnetView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The places that an environment tells of, as its nodes see them.
public final class Places {
    private static final String GATEWAY_SUBNET = "GatewaySubnet";
    private static final String FIREWALL_SUBNET = "AzureFirewallSubnet";

    private final Environment environment;
    private final SubnetView nodes;
    private final List<Place> places = new ArrayList<>();

    private Places(Environment environment, SubnetView nodes) {
        this.environment = environment;
        this.nodes = nodes;
    }

    public static List<Place> of(Environment environment, SubnetView nodes) {
        Places places = new Places(environment, nodes);
        places.network(nodes.network(), Place.Kind.NETWORK, "network ");
        for (VirtualNetwork other : environment.virtualNetworks()) {
            if (!other.name().equalsIgnoreCase(nodes.network().name())) {
                boolean peered = places.isPeered(other);
                places.network(other, peered ? Place.Kind.PEERED : Place.Kind.OTHER_NETWORK,
                        peered ? "peered network " : "network ");
            }
        }
        places.undescribedPeers();
        places.onPremises();
        places.places.add(new Place(Place.Kind.INTERNET, "Internet", WellKnownRanges.PUBLIC.ipv4(), Optional.empty(),
                false, Optional.empty()));
        for (Firewall firewall : environment.firewalls()) {
            places.places.add(new Place(Place.Kind.INTERNET_THROUGH_FIREWALL, "Internet through " + firewall.name(),
                    WellKnownRanges.PUBLIC.ipv4(), Optional.empty(), false, Optional.of(firewall.name())));
        }
        return List.copyOf(places.places);
    }

    private void network(VirtualNetwork network, Place.Kind kind, String words) {
        for (Subnet subnet : network.subnets()) {
            if (!subnet.name().equalsIgnoreCase(GATEWAY_SUBNET) && !subnet.name().equalsIgnoreCase(FIREWALL_SUBNET)
                    && !clients(subnet).isEmpty()) {
                places.add(new Place(kind, words + network.name() + "/" + subnet.name(), clients(subnet),
                        Optional.of(new Place.Start(network.name(), subnet.name())), false, Optional.empty()));
            }
        }
    }

    /// Who may open connections: private endpoints do not.
    private AddressSet clients(Subnet subnet) {
        return usable(subnet.prefixes()).difference(AddressSet.unionOf(environment.privateEndpoints().stream()
                .flatMap(endpoint -> endpoint.addresses().stream()).map(AddressSet::of).toList()));
    }

    /// Without the addresses that Azure keeps: the first four of a subnet and the last.
    public static AddressSet usable(List<IpPrefix> prefixes) {
        AddressSet all = AddressSet.ofPrefixes(prefixes).ipv4();
        AddressSet kept = AddressSet.EMPTY;
        for (IpPrefix prefix : prefixes) {
            if (prefix.isIpv4() && prefix.length() <= 29) {
                kept = kept.union(AddressSet.of(IpPrefix
                        .parse(prefix.first() + "/30"))).union(AddressSet.of(prefix.last()));
            }
        }
        AddressSet usable = all.difference(kept);
        return usable.isEmpty() ? all : usable;
    }

    private boolean isPeered(VirtualNetwork other) {
        return nodes.network().peerings().stream().anyMatch(peering -> leadsTo(peering, other))
                || other.peerings().stream().anyMatch(peering -> leadsTo(peering, nodes.network()));
    }

    private static boolean leadsTo(Peering peering, VirtualNetwork network) {
        return peering.remote().filter(remote -> remote.names(network.name())).isPresent()
                || !peering.remoteAddressSpace().isEmpty() && AddressSet.ofPrefixes(peering.remoteAddressSpace())
                        .equals(AddressSet.ofPrefixes(network.addressSpace()));
    }

    /// Peers of which only the ranges are known: their own routes are not, so the packet is taken to arrive.
    private void undescribedPeers() {
        for (Peering peering : nodes.network().peerings()) {
            boolean described = environment.virtualNetworks().stream().anyMatch(other -> leadsTo(peering, other));
            if (!described && !peering.remoteAddressSpace().isEmpty()) {
                places.add(new Place(Place.Kind.PEERED, "peered network of " + peering.name(),
                        AddressSet.ofPrefixes(peering.remoteAddressSpace()), Optional.empty(), false,
                        Optional.empty()));
            }
        }
    }

    /// What gateways of the nodes' network, or of a peer, have learned.
    private void onPremises() {
        for (VirtualNetwork network : environment.virtualNetworks()) {
            boolean own = network.name().equalsIgnoreCase(nodes.network().name());
            if (network.gatewayRoutes().isEmpty() || !own && !isPeered(network)) {
                continue;
            }
            AddressSet learned = AddressSet.ofPrefixes(
                    network.gatewayRoutes().stream().filter(prefix -> prefix.length() > 0).toList()).ipv4();
            Optional<Place.Start> gateway = network.subnets().stream()
                    .filter(subnet -> subnet.name().equalsIgnoreCase(GATEWAY_SUBNET)).findFirst()
                    .map(subnet -> new Place.Start(network.name(), subnet.name()));
            boolean borrowed = own && gateway.isEmpty()
                    && network.peerings().stream().anyMatch(Peering::useRemoteGateways)
                    && environment.virtualNetworks().stream().anyMatch(this::isGatewayOfPeer);
            if (!learned.isEmpty() && (own || gateway.isPresent()) && !borrowed) {
                places.add(new Place(Place.Kind.ON_PREMISES, "on premises behind " + network.name(), learned, gateway,
                        true, Optional.empty()));
            }
        }
    }

    private boolean isGatewayOfPeer(VirtualNetwork network) {
        return isPeered(network) && !network.gatewayRoutes().isEmpty()
                && network.subnets().stream().anyMatch(subnet -> subnet.name().equalsIgnoreCase(GATEWAY_SUBNET));
    }
}

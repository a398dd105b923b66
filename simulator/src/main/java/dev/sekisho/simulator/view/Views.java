package dev.sekisho.simulator.view;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.Peering;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.network.PrivateEndpointNetworkPolicies;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.ServiceEndpoint;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.term.ResourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Views of one environment: resolves references, and says what is attached to what. Each subnet is viewed once, when it is
/// first asked for; threads may share the views.
public final class Views {
    private final Environment environment;
    private final List<Place> places = new ArrayList<>();
    private final Map<Integer, SubnetView> subnets = new ConcurrentHashMap<>();

    /// A subnet in its network.
    private record Place(VirtualNetwork network, Subnet subnet) {}

    /// Creates views of an environment.
    public Views(Environment environment) {
        this.environment = environment;
        environment.virtualNetworks().forEach(
                network -> network.subnets().forEach(subnet -> places.add(new Place(network, subnet))));
    }

    /// Returns the subnet that holds an address: the one with the longest prefix.
    public Optional<SubnetView> subnetOf(IpAddress address) {
        int longest = -1;
        int best = -1;
        for (int i = 0; i < places.size(); i++) {
            for (IpPrefix prefix : places.get(i).subnet().prefixes()) {
                if (prefix.contains(address) && prefix.length() > longest) {
                    longest = prefix.length();
                    best = i;
                }
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(view(best));
    }

    /// Returns a subnet by its names, without regard to case.
    public Optional<SubnetView> subnet(String networkName, String subnetName) {
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            if (place.network().name().equalsIgnoreCase(networkName)
                    && place.subnet().name().equalsIgnoreCase(subnetName)) {
                return Optional.of(view(i));
            }
        }
        return Optional.empty();
    }

    /// Returns the subnet `AzureFirewallSubnet` of a firewall's network, where it is described.
    public Optional<SubnetView> firewallSubnet(Firewall firewall) {
        return firewall.virtualNetwork().flatMap(network -> subnet(network.name(), "AzureFirewallSubnet"));
    }

    /// Returns a firewall with its rules in order.
    public FirewallView firewall(Firewall firewall) {
        return new FirewallViews(environment, firewall).view();
    }

    /// Returns a network by reference.
    public Optional<VirtualNetwork> network(ResourceRef reference) {
        return environment.virtualNetworks().stream().filter(network -> reference.names(network.name())).findFirst();
    }

    /// Tells whether a described private endpoint has the address.
    public boolean isPrivateEndpoint(IpAddress address) {
        return environment.privateEndpoints().stream().anyMatch(endpoint -> endpoint.addresses().contains(address));
    }

    private SubnetView view(int place) {
        return subnets.computeIfAbsent(place,
                index -> view(places.get(index).network(), places.get(index).subnet()));
    }

    private SubnetView view(VirtualNetwork network, Subnet subnet) {
        List<PeeringView> peerings = network.peerings().stream().map(this::view).toList();
        return new SubnetView(network, subnet,
                attached(subnet.routeTable(), environment.routeTables(), RouteTable::name),
                attached(subnet.networkInterfaceSecurityGroup(), environment.networkSecurityGroups(),
                        NetworkSecurityGroup::name),
                attached(subnet.networkSecurityGroup(), environment.networkSecurityGroups(),
                        NetworkSecurityGroup::name),
                environment.securityAdminCollections().stream().filter(c -> c.coversNetwork(network.name())).toList(),
                environment.applicationSecurityGroups(), peerings,
                subnet.serviceEndpoints().stream().map(endpoint -> view(endpoint, network)).toList(),
                privateEndpoints(network, peerings), gatewayRoutes(network), environment.serviceTags(),
                environment.readings());
    }

    private PeeringView view(Peering peering) {
        if (!peering.remoteAddressSpace().isEmpty()) {
            return new PeeringView(peering, peering.remoteAddressSpace());
        }
        return new PeeringView(peering,
                peering.remote().flatMap(this::network).map(VirtualNetwork::addressSpace).orElse(List.of()));
    }

    /// Storage is reached in the network's region and the one that is paired with it, SQL in the region alone; other
    /// services everywhere.
    private ServiceEndpointView view(ServiceEndpoint endpoint, VirtualNetwork network) {
        if (!endpoint.prefixes().isEmpty()) {
            return new ServiceEndpointView(endpoint, Optional.of(endpoint.prefixes()), List.of(), false);
        }
        Optional<ServiceTagName> tag = ServiceNames.tag(endpoint.service());
        Optional<List<IpPrefix>> everywhere = tag.flatMap(environment.serviceTags()::find).map(AddressSet::prefixes);
        Optional<AddressSet> near = network.location()
                .filter(_ -> ServiceNames.reach(endpoint.service()) != ServiceNames.Reach.EVERYWHERE)
                .flatMap(region -> tag.flatMap(base -> ServiceTagName.tryParse(base.base() + "." + region)))
                .flatMap(environment.serviceTags()::find);
        if (near.isEmpty()) {
            return new ServiceEndpointView(endpoint, everywhere, List.of(), false);
        }
        return new ServiceEndpointView(endpoint, near.map(AddressSet::prefixes), everywhere.orElse(List.of()),
                ServiceNames.reach(endpoint.service()) == ServiceNames.Reach.REGION_AND_PAIR);
    }

    private List<IpPrefix> gatewayRoutes(VirtualNetwork network) {
        List<IpPrefix> routes = new ArrayList<>(network.gatewayRoutes());
        for (Peering peering : network.peerings()) {
            if (peering.useRemoteGateways()) {
                peering.remote().flatMap(this::network)
                        .ifPresent(remote -> remote.gatewayRoutes().stream().filter(r -> !routes.contains(r))
                                .forEach(routes::add));
            }
        }
        return routes;
    }

    private List<EndpointAddress> privateEndpoints(VirtualNetwork network, List<PeeringView> peerings) {
        List<EndpointAddress> visible = new ArrayList<>();
        for (PrivateEndpoint endpoint : environment.privateEndpoints()) {
            for (IpAddress address : endpoint.addresses()) {
                view(endpoint, address, network, peerings).ifPresent(visible::add);
            }
        }
        return visible;
    }

    /// A private endpoint is visible in its own network and in direct peers of it (`R-19`).
    private Optional<EndpointAddress> view(PrivateEndpoint endpoint, IpAddress address, VirtualNetwork network,
            List<PeeringView> peerings) {
        return switch (endpoint.placement()) {
            case PrivateEndpoint.Placement.InSubnet(ResourceRef holder, String subnetName) -> {
                boolean own = holder.names(network.name());
                boolean peered = peerings.stream()
                        .filter(peering -> peering.peering().allowVirtualNetworkAccess())
                        .anyMatch(peering -> peering.peering().remote().filter(r -> r.names(holder.name())).isPresent()
                                || peering.leadsTo(address));
                if (!own && !peered) {
                    yield Optional.empty();
                }
                Optional<VirtualNetwork> holding = network(holder);
                yield Optional.of(new EndpointAddress(endpoint, address,
                        holding.map(VirtualNetwork::addressSpace).orElse(List.of()),
                        holding.flatMap(n -> n.subnets().stream().filter(s -> s.name().equalsIgnoreCase(subnetName))
                                .findFirst()).map(Subnet::privateEndpointNetworkPolicies)
                                .orElse(PrivateEndpointNetworkPolicies.DISABLED)));
            }
            case PrivateEndpoint.Placement.Stated stated -> {
                boolean own = network.addressSpace().stream().anyMatch(range -> range.contains(address));
                boolean peered = peerings.stream().anyMatch(
                        peering -> peering.peering().allowVirtualNetworkAccess() && peering.leadsTo(address));
                yield own || peered
                        ? Optional.of(new EndpointAddress(endpoint, address, stated.vnetAddressSpace(),
                                stated.policies()))
                        : Optional.empty();
            }
        };
    }

    private static <T> Attached<T> attached(Optional<ResourceRef> reference, List<T> described,
            Function<T, String> name) {
        if (reference.isEmpty()) {
            return new Attached.Nothing<>();
        }
        ResourceRef wanted = reference.get();
        return described.stream().filter(resource -> wanted.names(name.apply(resource))).findFirst()
                .<Attached<T>>map(Attached.Described::new).orElseGet(() -> new Attached.Undescribed<>(wanted));
    }
}

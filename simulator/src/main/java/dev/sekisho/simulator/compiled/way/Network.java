package dev.sekisho.simulator.compiled.way;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.network.Peering;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.simulator.verdict.Basis;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.RouteVerdict;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.PeeringView;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// An environment while its engine is made: which subnet holds an address, and what follows from a route (`R-9`, `R-14`,
/// `R-15`, `NSG-9`, `NSG-10`).
public final class Network {
    private static final String FIREWALL_SUBNET = "AzureFirewallSubnet";

    private final Environment environment;
    private final Views views;
    private final Optional<String> named;
    private final List<SubnetView> subnets = new ArrayList<>();
    private final List<FirewallView> firewalls;

    /// @param named the firewall to ask where no route tells
    public Network(Environment environment, Optional<String> named) {
        this.environment = environment;
        this.views = new Views(environment);
        this.named = named;
        for (VirtualNetwork network : environment.virtualNetworks()) {
            for (Subnet subnet : network.subnets()) {
                views.subnet(network.name(), subnet.name()).ifPresent(subnets::add);
            }
        }
        this.firewalls = environment.firewalls().stream().map(views::firewall).toList();
    }

    /// The subnets; their places are what others call them by.
    public List<SubnetView> subnets() {
        return Collections.unmodifiableList(subnets);
    }

    /// The firewalls; their places are what others call them by.
    public List<FirewallView> firewalls() {
        return firewalls;
    }

    /// Every prefix that tells where an address is.
    public List<IpPrefix> prefixes() {
        List<IpPrefix> prefixes = new ArrayList<>();
        environment.virtualNetworks().forEach(network -> {
            prefixes.addAll(network.addressSpace());
            network.subnets().forEach(subnet -> prefixes.addAll(subnet.prefixes()));
            network.peerings().forEach(peering -> prefixes.addAll(peering.remoteAddressSpace()));
        });
        environment.firewalls().forEach(firewall -> {
            firewall.privateIp().known().map(IpAddress::toPrefix).ifPresent(prefixes::add);
            firewall.remotePeerings().forEach(peering -> prefixes.addAll(peering.remoteAddressSpace()));
        });
        environment.privateEndpoints().forEach(
                endpoint -> endpoint.addresses().forEach(address -> prefixes.add(address.toPrefix())));
        return prefixes;
    }

    /// The subnet with the longest prefix around an address.
    public Optional<Integer> subnetOf(IpAddress address) {
        int longest = -1;
        Optional<Integer> found = Optional.empty();
        for (int i = 0; i < subnets.size(); i++) {
            for (IpPrefix prefix : subnets.get(i).subnet().prefixes()) {
                if (prefix.contains(address) && prefix.length() > longest) {
                    longest = prefix.length();
                    found = Optional.of(i);
                }
            }
        }
        return found;
    }

    /// The place of the subnet that a firewall stands in, where it is described.
    public Optional<Integer> firewallSubnet(FirewallView firewall) {
        return views.firewallSubnet(firewall.firewall()).map(SubnetView::name).flatMap(name -> {
            for (int i = 0; i < subnets.size(); i++) {
                if (subnets.get(i).name().equals(name)) {
                    return Optional.of(i);
                }
            }
            return Optional.empty();
        });
    }

    /// What follows from a route of a subnet towards an address.
    public Way.Next after(SubnetView view, RoutePlan.Chosen chosen, IpAddress destination) {
        return switch (chosen.route().nextHopType()) {
            case NONE -> new Way.Next.End(PathResult.DROPPED_BY_ROUTE);
            case PLATFORM -> new Way.Next.End(PathResult.PLATFORM);
            case UNKNOWN -> Way.Next.Open.OPEN;
            case INTERNET, SERVICE_ENDPOINT, VIRTUAL_NETWORK_GATEWAY -> new Way.Next.End(PathResult.BYPASSES_FIREWALL);
            case VIRTUAL_NETWORK, VNET_LOCAL, INTERFACE_ENDPOINT -> local(destination);
            case VNET_PEERING, VNET_GLOBAL_PEERING -> isShut(view, destination)
                    ? new Way.Next.End(PathResult.DROPPED_BY_PEERING)
                    : local(destination);
            case VIRTUAL_APPLIANCE -> appliance(view, chosen.nextHop());
        };
    }

    private Way.Next local(IpAddress destination) {
        for (int i = 0; i < firewalls.size(); i++) {
            if (firewalls.get(i).isPrivateIp(destination)) {
                return new Way.Next.Ask(i);
            }
        }
        return new Way.Next.Deliver(gateTo(destination));
    }

    /// The subnet whose security groups traffic to an address meets when it arrives.
    Optional<Integer> gateTo(IpAddress destination) {
        return subnetOf(destination).filter(i -> !subnets.get(i).subnet().name().equalsIgnoreCase(FIREWALL_SUBNET)
                && subnets.get(i).privateEndpoints().stream().noneMatch(endpoint -> endpoint.address()
                        .equals(destination) && !endpoint.policies().securityGroups()));
    }

    private Way.Next appliance(SubnetView view, Optional<Entry<IpAddress>> nextHop) {
        Optional<IpAddress> address = nextHop.flatMap(Entry::known);
        if (address.isEmpty()) {
            return Way.Next.Open.OPEN;
        }
        if (isShut(view, address.get())) {
            return new Way.Next.End(PathResult.DROPPED_BY_PEERING);
        }
        List<Integer> same = new ArrayList<>();
        boolean unknown = false;
        for (int i = 0; i < firewalls.size(); i++) {
            unknown |= firewalls.get(i).firewall().privateIp().known().isEmpty();
            if (firewalls.get(i).isPrivateIp(address.get())) {
                same.add(i);
            }
        }
        if (same.size() > 1 || same.isEmpty() && unknown) {
            return Way.Next.Open.OPEN;
        }
        if (!isReachable(view, address.get(), same.stream().findFirst().map(firewalls::get))) {
            return new Way.Next.End(PathResult.DROPPED_BY_ROUTE);
        }
        return same.isEmpty() ? new Way.Next.End(PathResult.HANDED_TO) : new Way.Next.Ask(same.getFirst());
    }

    /// `R-9`: near, or not told otherwise.
    private boolean isReachable(SubnetView view, IpAddress address, Optional<FirewallView> firewall) {
        if (view.isInNetwork(address) || view.peerings().stream().anyMatch(peering -> peering.leadsTo(address))) {
            return true;
        }
        Optional<ResourceRef> network = firewall.flatMap(known -> known.firewall().virtualNetwork());
        boolean named = network.filter(ref -> ref.names(view.network().name())
                || view.peerings().stream().anyMatch(peering -> peering.peering().remote()
                        .filter(remote -> remote.names(ref.name())).isPresent()))
                .isPresent();
        boolean told = !view.peerings().isEmpty() || network.flatMap(views::network).isPresent()
                || view.gatewayRoutes().stream().anyMatch(range -> range.length() > 0 && range.contains(address));
        return named || !told;
    }

    private static boolean isShut(SubnetView view, IpAddress address) {
        List<PeeringView> leading = view.peerings().stream().filter(peering -> peering.leadsTo(address)).toList();
        return !view.isInNetwork(address) && !leading.isEmpty()
                && leading.stream().noneMatch(peering -> peering.peering().allowVirtualNetworkAccess());
    }

    /// The way of a flow whose source is in no described subnet.
    public Way withoutSubnet() {
        List<Integer> asked = new ArrayList<>();
        for (int i = 0; i < firewalls.size(); i++) {
            String name = firewalls.get(i).firewall().name();
            if (named.isEmpty() || named.get().equalsIgnoreCase(name)) {
                asked.add(i);
            }
        }
        return new Way(Optional.of(RouteVerdict.unknown(Basis.NONE)), Set.of(),
                asked.size() == 1
                        ? new Way.Next.Ask(asked.getFirst())
                        : new Way.Next.End(PathResult.UNKNOWN));
    }

    /// Whether the network of a destination refuses what comes from a firewall (`R-15`).
    ///
    /// @param forwarded whether the traffic keeps a source outside of the firewall's network
    boolean refuses(FirewallView firewall, IpAddress destination, boolean forwarded) {
        Stream<Peering> stated = firewall.firewall().remotePeerings().stream()
                .filter(peering -> contains(peering.remoteAddressSpace(), destination));
        Stream<Peering> described = environment.virtualNetworks().stream()
                .filter(network -> contains(network.addressSpace(), destination))
                .flatMap(network -> network.peerings().stream()).filter(peering -> leadsTo(peering, firewall));
        return Stream.concat(stated, described).anyMatch(peering -> !peering.allowVirtualNetworkAccess()
                || forwarded && !peering.allowForwardedTraffic());
    }

    private boolean leadsTo(Peering peering, FirewallView firewall) {
        Optional<IpAddress> own = firewall.firewall().privateIp().known();
        Optional<VirtualNetwork> network = firewall.firewall().virtualNetwork().flatMap(views::network);
        return own.isPresent() && contains(peering.remoteAddressSpace(), own.get()) || network.isPresent()
                && peering.remote().filter(remote -> remote.names(network.get().name())).isPresent();
    }

    private static boolean contains(List<IpPrefix> prefixes, IpAddress address) {
        return prefixes.stream().anyMatch(prefix -> prefix.contains(address));
    }
}

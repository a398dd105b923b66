package dev.sekisho.simulator.nsg;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.simulator.match.Addresses;
import dev.sekisho.simulator.route.EffectiveRoute;
import dev.sekisho.simulator.route.EffectiveRoutes;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.RouteSource;
import dev.sekisho.simulator.view.Attached;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.world.Truth;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What service tags mean in a security group of one subnet. `VirtualNetwork` and `Internet` depend on where the subnet
/// is and on its routes (`NSG-5`, `NSG-6`).
public final class NetworkTags implements Addresses.Tags {
    private static final AddressSet HOST = AddressSet.of(IpPrefix.parse("168.63.129.16/32"));
    private static final AddressSet METADATA = AddressSet.of(IpPrefix.parse("169.254.169.254/32"));

    private final SubnetView view;
    private Optional<AddressSet> connected = Optional.empty();
    private Optional<AddressSet> routed = Optional.empty();

    public NetworkTags(SubnetView view) {
        this.view = view;
    }

    @Override
    public Answer contains(ServiceTagName tag, IpAddress address) {
        if (tag.equals(ServiceTagName.VIRTUAL_NETWORK)) {
            return virtualNetwork(address);
        }
        if (tag.equals(ServiceTagName.INTERNET)) {
            return Answer.of(
                    Truth.of(WellKnownRanges.PUBLIC.contains(address) && !connected().contains(address)));
        }
        if (tag.equals(ServiceTagName.AZURE_LOAD_BALANCER) || tag.equals(ServiceTagName.AZURE_PLATFORM_DNS)) {
            return Answer.of(Truth.of(HOST.contains(address)));
        }
        if (tag.equals(ServiceTagName.AZURE_PLATFORM_IMDS)) {
            return Answer.of(Truth.of(METADATA.contains(address)));
        }
        if (HOST.contains(address) || METADATA.contains(address)) {
            return Answer.of(Truth.NO);
        }
        Truth unloaded = WellKnownRanges.PUBLIC.contains(address) ? Truth.UNKNOWN : Truth.NO;
        return Answer.of(view.serviceTags().find(tag).map(set -> Truth.of(set.contains(address))).orElse(unloaded));
    }

    private Answer virtualNetwork(IpAddress address) {
        if (connected().contains(address) || HOST.contains(address)) {
            return Answer.of(Truth.YES);
        }
        if (routed().contains(address)) {
            return new Answer(Truth.YES, Set.of(Assumption.NSG_5));
        }
        return Answer.of(view.routeTable() instanceof Attached.Undescribed<RouteTable> ? Truth.UNKNOWN : Truth.NO);
    }

    /// Returns the ranges of the network, of its peers and of what is behind its gateway. Like [#routed()] worked out when a
    /// rule first asks for it: most subnets have no group.
    public AddressSet connected() {
        if (connected.isEmpty()) {
            Stream<IpPrefix> peers = view.peerings().stream()
                    .filter(peering -> peering.peering().allowVirtualNetworkAccess())
                    .flatMap(peering -> peering.remoteAddressSpace().stream());
            Stream<IpPrefix> onPremises = view.gatewayRoutes().stream().filter(prefix -> prefix.length() > 0);
            connected = Optional.of(AddressSet.ofPrefixes(
                    Stream.of(view.network().addressSpace().stream(), peers, onPremises).flatMap(s -> s).toList()));
        }
        return connected.get();
    }

    /// Returns the prefixes of the subnet's user routes, which count as part of the network (`NSG-5`).
    public AddressSet routed() {
        if (routed.isEmpty()) {
            routed = Optional.of(AddressSet.ofPrefixes(EffectiveRoutes.of(view).routes().stream()
                    .filter(route -> route.source() == RouteSource.USER).map(EffectiveRoute::prefix).toList()));
        }
        return routed.get();
    }
}

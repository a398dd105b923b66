package dev.sekisho.generator.inbound;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.cluster.InboundIntent;
import dev.sekisho.model.cluster.NetworkIntent;
import dev.sekisho.model.cluster.Origin;
import dev.sekisho.model.cluster.SubnetIntent;
import java.util.List;

/// The addresses that the nodes see of the clients of a place: their own, or those of what stands in between.
///
/// A firewall shows an address of its subnet after DNAT (`FW-53`), an Application Gateway one of its subnet, a Private Link
/// service one of the subnet that it takes addresses of.
///
/// @param firewallSubnet the smallest subnet that the firewall can be in; empty without a firewall
record Origins(NetworkIntent network, List<IpPrefix> firewallSubnet) {
    Origins {
        firewallSubnet = List.copyOf(firewallSubnet);
    }

    /// The prefixes that clients of a place show to the nodes.
    List<IpPrefix> seen(Origin origin, InboundIntent entry) {
        return switch (origin) {
            case VNET -> narrowed(network.vnet().addressSpace(), entry);
            case PEERED -> narrowed(network.peeredRanges(), entry);
            case ONPREM -> clientsOnPremises(entry);
            case INTERNET_THROUGH_FIREWALL -> firewallSubnet;
            case APPLICATION_GATEWAY ->
                entry.applicationGateway().map(door -> door.subnet().prefix()).stream().toList();
            case PRIVATE_LINK -> List.of(linkSubnet(entry).prefix());
        };
    }

    /// The clients on premises.
    List<IpPrefix> clientsOnPremises(InboundIntent entry) {
        return network.onPremises().map(site -> narrowed(site.ranges(), entry)).orElse(List.of());
    }

    /// The subnet whose addresses consumers of a Private Link service show.
    SubnetIntent linkSubnet(InboundIntent entry) {
        return entry.linkDoor().flatMap(InboundIntent.LinkDoor::subnet).or(entry::subnet)
                .orElse(network.nodeSubnet());
    }

    private static List<IpPrefix> narrowed(List<IpPrefix> ranges, InboundIntent entry) {
        AddressSet all = AddressSet.ofPrefixes(ranges).ipv4();
        return (entry.sourceRanges().isEmpty() ? all
                : all.intersection(AddressSet.ofPrefixes(entry.sourceRanges()))).prefixes();
    }
}

package dev.sekisho.model.network;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;

/// A virtual network.
///
/// @param addressSpace its ranges; one system route each (`R-5`)
/// @param gatewayRoutes prefixes learned through its gateway, or through a peer's gateway that it uses (BGP)
/// @param dnsServers custom DNS servers; empty means Azure's resolver
public record VirtualNetwork(String name, List<IpPrefix> addressSpace, List<Subnet> subnets, List<Peering> peerings,
        List<IpPrefix> gatewayRoutes, List<IpAddress> dnsServers, SourceLocation at) {
    public VirtualNetwork {
        addressSpace = List.copyOf(addressSpace);
        subnets = List.copyOf(subnets);
        peerings = List.copyOf(peerings);
        gatewayRoutes = List.copyOf(gatewayRoutes);
        dnsServers = List.copyOf(dnsServers);
    }
}

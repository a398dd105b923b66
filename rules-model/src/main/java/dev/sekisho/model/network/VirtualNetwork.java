package dev.sekisho.model.network;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;

/// A virtual network.
///
/// @param addressSpace its ranges; one system route each (`R-5`)
/// @param gatewayRoutes prefixes learned through its gateway, or through a peer's gateway that it uses (BGP)
/// @param dnsServers custom DNS servers; empty means Azure's resolver
/// @param gateways kinds of its gateways; empty where they are not described
/// @param location Azure's region, such as `japaneast`, where it is described
public record VirtualNetwork(String name, List<IpPrefix> addressSpace, List<Subnet> subnets, List<Peering> peerings,
        List<IpPrefix> gatewayRoutes, List<IpAddress> dnsServers, List<GatewayType> gateways,
        Optional<String> location, SourceLocation at) {
    public VirtualNetwork {
        addressSpace = List.copyOf(addressSpace);
        subnets = List.copyOf(subnets);
        peerings = List.copyOf(peerings);
        gatewayRoutes = List.copyOf(gatewayRoutes);
        dnsServers = List.copyOf(dnsServers);
        gateways = List.copyOf(gateways);
    }

    /// Creates a network of which neither gateways nor region are described.
    public VirtualNetwork(String name, List<IpPrefix> addressSpace, List<Subnet> subnets, List<Peering> peerings,
            List<IpPrefix> gatewayRoutes, List<IpAddress> dnsServers, SourceLocation at) {
        this(name, addressSpace, subnets, peerings, gatewayRoutes, dnsServers, List.of(), Optional.empty(), at);
    }
}

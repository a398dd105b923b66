package dev.sekisho.simulator.view;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.environment.Readings;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.servicetag.ServiceTags;
import java.util.List;

/// Everything that decides where traffic of one subnet goes.
///
/// @param interfaceGroup security group of the network interfaces (`NSG-3`)
/// @param securityGroup security group of the subnet
/// @param peerings peerings of the network, each with the ranges that it leads to
/// @param privateEndpoints endpoints in the network and in its direct peers
/// @param gatewayRoutes prefixes learned through the network's gateway or a peer's
public record SubnetView(VirtualNetwork network, Subnet subnet, Attached<RouteTable> routeTable,
        Attached<NetworkSecurityGroup> interfaceGroup, Attached<NetworkSecurityGroup> securityGroup,
        List<PeeringView> peerings,
        List<ServiceEndpointView> serviceEndpoints, List<EndpointAddress> privateEndpoints,
        List<IpPrefix> gatewayRoutes, ServiceTags serviceTags, Readings readings) {
    public SubnetView {
        peerings = List.copyOf(peerings);
        serviceEndpoints = List.copyOf(serviceEndpoints);
        privateEndpoints = List.copyOf(privateEndpoints);
        gatewayRoutes = List.copyOf(gatewayRoutes);
    }

    /// Tells whether the address is in the network's own ranges.
    public boolean isInNetwork(IpAddress address) {
        return network.addressSpace().stream().anyMatch(prefix -> prefix.contains(address));
    }

    /// Returns the security groups that traffic meets on its way out, in order (`NSG-3`).
    public List<Attached<NetworkSecurityGroup>> outboundGroups() {
        return List.of(interfaceGroup, securityGroup);
    }

    /// Returns the security groups that traffic meets on its way in, in order (`NSG-3`).
    public List<Attached<NetworkSecurityGroup>> inboundGroups() {
        return List.of(securityGroup, interfaceGroup);
    }

    /// Returns `network/subnet`.
    public String name() {
        return network.name() + "/" + subnet.name();
    }
}

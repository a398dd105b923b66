package dev.sekisho.simulator.view;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.environment.Readings;
import dev.sekisho.model.network.ApplicationSecurityGroup;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.SecurityAdminCollection;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.servicetag.ServiceTags;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;
import java.util.Optional;

/// Everything that decides where traffic of one subnet goes.
///
/// @param adminCollections security admin rules that hold for the network (`NSG-11`)
/// @param applicationSecurityGroups all application security groups (`NSG-12`)
/// @param interfaceGroup security group of the network interfaces (`NSG-3`)
/// @param securityGroup security group of the subnet
/// @param peerings peerings of the network, each with the ranges that it leads to
/// @param privateEndpoints endpoints in the network and in its direct peers
/// @param gatewayRoutes prefixes learned through the network's gateway or a peer's
public record SubnetView(VirtualNetwork network, Subnet subnet, Attached<RouteTable> routeTable,
        Attached<NetworkSecurityGroup> interfaceGroup, Attached<NetworkSecurityGroup> securityGroup,
        List<SecurityAdminCollection> adminCollections, List<ApplicationSecurityGroup> applicationSecurityGroups,
        List<PeeringView> peerings, List<ServiceEndpointView> serviceEndpoints, List<EndpointAddress> privateEndpoints,
        List<IpPrefix> gatewayRoutes, ServiceTags serviceTags, Readings readings) {
    public SubnetView {
        adminCollections = List.copyOf(adminCollections);
        applicationSecurityGroups = List.copyOf(applicationSecurityGroups);
        peerings = List.copyOf(peerings);
        serviceEndpoints = List.copyOf(serviceEndpoints);
        privateEndpoints = List.copyOf(privateEndpoints);
        gatewayRoutes = List.copyOf(gatewayRoutes);
    }

    /// Tells whether the address is in the network's own ranges.
    public boolean isInNetwork(IpAddress address) {
        return network.addressSpace().stream().anyMatch(prefix -> prefix.contains(address));
    }

    /// Returns an application security group, or nothing where it is not described.
    public Optional<ApplicationSecurityGroup> applicationSecurityGroup(ResourceRef reference) {
        return applicationSecurityGroups.stream().filter(group -> reference.names(group.name())).findFirst();
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

    /// Returns the same view with another security group of the network interfaces.
    public SubnetView withInterfaceGroup(NetworkSecurityGroup group) {
        return new SubnetView(network, subnet, routeTable, new Attached.Described<>(group), securityGroup,
                adminCollections, applicationSecurityGroups, peerings, serviceEndpoints, privateEndpoints,
                gatewayRoutes, serviceTags, readings);
    }
}

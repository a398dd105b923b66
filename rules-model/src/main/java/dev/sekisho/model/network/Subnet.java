package dev.sekisho.model.network;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;
import java.util.Optional;

/// A subnet and what is attached to it; at most one route table and one security group (`R-17`).
///
/// @param networkInterfaceSecurityGroup security group of the network interfaces in the subnet, judged apart from the
///        subnet's own (`NSG-3`); AKS attaches one to its nodes
/// @param delegations services that the subnet is delegated to, such as `Microsoft.ContainerService/managedClusters`
/// @param natGateway what translates the subnet's traffic to the Internet, where there is one
public record Subnet(String name, List<IpPrefix> prefixes, Optional<ResourceRef> routeTable,
        Optional<ResourceRef> networkSecurityGroup, Optional<ResourceRef> networkInterfaceSecurityGroup,
        List<ServiceEndpoint> serviceEndpoints,
        PrivateEndpointNetworkPolicies privateEndpointNetworkPolicies, List<String> delegations,
        Optional<NatGateway> natGateway, SourceLocation at) {
    public Subnet {
        prefixes = List.copyOf(prefixes);
        serviceEndpoints = List.copyOf(serviceEndpoints);
        delegations = List.copyOf(delegations);
    }

    /// Creates a subnet without a NAT gateway.
    public Subnet(String name, List<IpPrefix> prefixes, Optional<ResourceRef> routeTable,
            Optional<ResourceRef> networkSecurityGroup, Optional<ResourceRef> networkInterfaceSecurityGroup,
            List<ServiceEndpoint> serviceEndpoints, PrivateEndpointNetworkPolicies privateEndpointNetworkPolicies,
            List<String> delegations, SourceLocation at) {
        this(name, prefixes, routeTable, networkSecurityGroup, networkInterfaceSecurityGroup, serviceEndpoints,
                privateEndpointNetworkPolicies, delegations, Optional.empty(), at);
    }

    /// A subnet with nothing attached.
    public static Subnet plain(String name, IpPrefix prefix, SourceLocation at) {
        return new Subnet(name, List.of(prefix), Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
                PrivateEndpointNetworkPolicies.DISABLED, List.of(), at);
    }
}

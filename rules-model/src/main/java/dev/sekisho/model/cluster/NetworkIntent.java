package dev.sekisho.model.cluster;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.firewall.Tier;
import java.util.List;
import java.util.Optional;

/// The network that the cluster lives in.
///
/// @param vnet the cluster's own virtual network
/// @param nodeSubnet subnet of the nodes
/// @param podSubnet subnet of the pods, for the plugin `podSubnet`
/// @param privateEndpointSubnet subnet for private endpoints; the node subnet where absent
/// @param podCidr range of the pods outside the virtual network (overlay, kubenet)
/// @param dnsServers custom DNS servers of the virtual network; empty means Azure's resolver
/// @param firewall the firewall that the default route leads to
public record NetworkIntent(VnetIntent vnet, SubnetIntent nodeSubnet, Optional<SubnetIntent> podSubnet,
        Optional<SubnetIntent> privateEndpointSubnet, Optional<IpPrefix> podCidr, List<IpAddress> dnsServers,
        Optional<FirewallIntent> firewall) {

    /// A virtual network by name.
    ///
    /// @param resourceGroup its resource group; the deployment's own where absent
    public record VnetIntent(String name, Optional<String> resourceGroup, List<IpPrefix> addressSpace) {
        public VnetIntent {
            addressSpace = List.copyOf(addressSpace);
        }
    }

    /// An existing firewall.
    ///
    /// @param policyName the policy that the generated groups join; derived from the firewall's name where absent
    /// @param vnetAddressSpace ranges of the network that holds the firewall, where it is another one than the cluster's
    public record FirewallIntent(String name, Tier tier, IpAddress privateIp, List<IpAddress> publicIps,
            boolean dnsProxy, Optional<String> policyName, List<IpPrefix> vnetAddressSpace) {
        public FirewallIntent {
            publicIps = List.copyOf(publicIps);
            vnetAddressSpace = List.copyOf(vnetAddressSpace);
        }
    }

    public NetworkIntent {
        dnsServers = List.copyOf(dnsServers);
    }
}

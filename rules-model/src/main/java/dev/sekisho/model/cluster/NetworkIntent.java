package dev.sekisho.model.cluster;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.firewall.Tier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The network that the cluster lives in.
///
/// @param vnet the cluster's own virtual network
/// @param nodeSubnet subnet of the nodes
/// @param podSubnet subnet of the pods, for the plugin `podSubnet`
/// @param privateEndpointSubnet subnet for private endpoints; the node subnet where absent
/// @param podCidr range of the pods outside the virtual network (overlay, kubenet)
/// @param dnsServers custom DNS servers of the virtual network; empty means Azure's resolver
/// @param firewall the firewall that the default route leads to
/// @param peeredNetworks other networks that are peered with the cluster's, beside the firewall's
/// @param onPremises what is behind a gateway, as far as it reaches the cluster
public record NetworkIntent(VnetIntent vnet, SubnetIntent nodeSubnet, Optional<SubnetIntent> podSubnet,
        Optional<SubnetIntent> privateEndpointSubnet, Optional<IpPrefix> podCidr, List<IpAddress> dnsServers,
        Optional<FirewallIntent> firewall, List<PeerIntent> peeredNetworks, Optional<OnPremisesIntent> onPremises) {

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

    /// A network that is peered with the cluster's.
    public record PeerIntent(String name, List<IpPrefix> addressSpace) {
        public PeerIntent {
            addressSpace = List.copyOf(addressSpace);
        }
    }

    /// What is behind a VPN or ExpressRoute gateway.
    ///
    /// @param ranges the addresses there
    /// @param gatewaySubnet prefix of the GatewaySubnet, in the cluster's network or in a peered one
    public record OnPremisesIntent(List<IpPrefix> ranges, IpPrefix gatewaySubnet) {
        public OnPremisesIntent {
            ranges = List.copyOf(ranges);
        }
    }

    public NetworkIntent {
        dnsServers = List.copyOf(dnsServers);
        peeredNetworks = List.copyOf(peeredNetworks);
    }

    /// Creates a network of which only what the way out needs is described.
    public NetworkIntent(VnetIntent vnet, SubnetIntent nodeSubnet, Optional<SubnetIntent> podSubnet,
            Optional<SubnetIntent> privateEndpointSubnet, Optional<IpPrefix> podCidr, List<IpAddress> dnsServers,
            Optional<FirewallIntent> firewall) {
        this(vnet, nodeSubnet, podSubnet, privateEndpointSubnet, podCidr, dnsServers, firewall, List.of(),
                Optional.empty());
    }

    /// Whether the firewall stands in the cluster's own network.
    public boolean hasFirewallInside() {
        return firewall.filter(one -> vnet.addressSpace().stream().anyMatch(range -> range.contains(one.privateIp())))
                .isPresent();
    }

    /// Returns the ranges of all networks that are peered with the cluster's, the firewall's among them as far as they
    /// are given.
    public List<IpPrefix> peeredRanges() {
        return Stream.concat(
                firewall.filter(_ -> !hasFirewallInside()).stream().flatMap(one -> one.vnetAddressSpace().stream()),
                peeredNetworks.stream().flatMap(peer -> peer.addressSpace().stream())).toList();
    }
}

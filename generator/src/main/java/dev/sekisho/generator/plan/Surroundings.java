package dev.sekisho.generator.plan;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.cluster.NetworkIntent;
import dev.sekisho.model.cluster.NetworkIntent.FirewallIntent;
import java.util.List;
import java.util.Optional;

/// The networks around the cluster's nodes: the cluster's own, and the one that holds the firewall.
///
/// @param clusterRanges ranges of the cluster's network
/// @param firewallRanges ranges of the firewall's network where that is another one, which is peered then (`R-9`); empty
///        where there is no firewall or both are in one network
record Surroundings(List<IpPrefix> clusterRanges, List<IpPrefix> firewallRanges) {
    // AzureFirewallSubnet is a /26 at least (FW-60), so this much of an undescribed network is certain.
    private static final int FIREWALL_SUBNET = 26;
    private static final int FIREWALL_SUBNET_IPV6 = 64;
    // The platform's wire server with its DNS, and instance metadata.
    private static final AddressSet ON_THE_HOST = AddressSet.of(IpAddress.parse("168.63.129.16").toPrefix(),
            IpAddress.parse("169.254.169.254").toPrefix());

    Surroundings {
        clusterRanges = List.copyOf(clusterRanges);
        firewallRanges = List.copyOf(firewallRanges);
    }

    static Surroundings of(NetworkIntent network) {
        List<IpPrefix> own = network.vnet().addressSpace();
        return new Surroundings(own, network.firewall().map(firewall -> ranges(firewall, own)).orElse(List.of()));
    }

    private static List<IpPrefix> ranges(FirewallIntent firewall, List<IpPrefix> own) {
        if (own.stream().anyMatch(range -> range.contains(firewall.privateIp()))) {
            return List.of();
        }
        return firewall.vnetAddressSpace().isEmpty()
                ? List.of(firewallSubnet(firewall.privateIp()))
                : firewall.vnetAddressSpace();
    }

    /// Returns the smallest AzureFirewallSubnet that can hold an address.
    static IpPrefix firewallSubnet(IpAddress privateIp) {
        return IpPrefix.of(privateIp, privateIp.isIpv4() ? FIREWALL_SUBNET : FIREWALL_SUBNET_IPV6);
    }

    /// Whether the firewall stands in another network than the nodes.
    boolean firewallElsewhere() {
        return !firewallRanges.isEmpty();
    }

    /// Why traffic to a prefix takes a route of the network itself and never comes to the firewall; nothing where it
    /// does.
    Optional<String> directRoute(IpPrefix prefix) {
        if (ON_THE_HOST.containsAll(prefix.toRange())) {
            return Optional.of("on the host itself, outside of any route (R-20)");
        }
        if (AddressSet.ofPrefixes(clusterRanges).containsAll(prefix.toRange())) {
            return Optional.of("inside the cluster's own network, whose route is longer than the default route (R-1)");
        }
        return AddressSet.ofPrefixes(firewallRanges).containsAll(prefix.toRange())
                ? Optional.of("inside the firewall's network, which is reached by the peering (R-14)")
                : Optional.empty();
    }
}

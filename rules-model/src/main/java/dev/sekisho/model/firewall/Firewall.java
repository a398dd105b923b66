package dev.sekisho.model.firewall;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.network.Peering;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;
import java.util.Optional;

/// An Azure Firewall.
///
/// @param privateIp the address that routes name as next hop; unknown before deployment
/// @param publicIps the addresses that it translates outgoing traffic to
/// @param virtualNetwork the network that holds AzureFirewallSubnet, where it is described
/// @param dualStack whether it handles IPv6 (`FW-28`)
/// @param forcedTunneling whether it has a management interface and sends its traffic on (`FW-54`)
/// @param remotePeerings peerings that networks which are not described themselves have towards the firewall's network
public record Firewall(String name, Tier tier, FirewallRules rules, Entry<IpAddress> privateIp,
        List<Entry<IpAddress>> publicIps, Optional<ResourceRef> virtualNetwork, boolean dualStack,
        boolean forcedTunneling, List<Peering> remotePeerings, SourceLocation at) {
    public Firewall {
        publicIps = List.copyOf(publicIps);
        remotePeerings = List.copyOf(remotePeerings);
    }
}

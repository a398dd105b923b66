package dev.sekisho.model.network;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.term.Entry;
import java.util.List;

/// A Private Link service: it offers frontends of a load balancer to private endpoints of other networks, whatever is
/// peered. What comes through it has an address of its own subnet as source.
///
/// Source: Azure's page "What is Azure Private Link service?" (source NAT, visibility, approval).
///
/// @param subnet where its NAT addresses are
/// @param natAddresses the NAT addresses that are fixed; Azure chooses others in the subnet
/// @param frontends addresses that it leads to
/// @param visibility who may ask for a connection; where it is empty, who has a role in the same directory
/// @param autoApproval whose requests need no approval
public record PrivateLinkService(String name, SubnetRef subnet, List<IpAddress> natAddresses,
        List<Entry<IpAddress>> frontends, SubscriptionSet visibility, SubscriptionSet autoApproval,
        SourceLocation at) {
    public PrivateLinkService {
        natAddresses = List.copyOf(natAddresses);
        frontends = List.copyOf(frontends);
    }
}

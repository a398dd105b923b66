package dev.sekisho.model.kubernetes;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.network.SubscriptionSet;
import java.util.List;
import java.util.Optional;

/// The Private Link service that Azure's cloud provider makes before a load balancer.
///
/// Source: cloud-provider-azure's page "Azure Private Link Service Integration".
///
/// @param name its name; chosen by the cloud provider where absent
/// @param subnet the subnet of its NAT addresses; the load balancer's where absent
/// @param natAddresses NAT addresses that are fixed
/// @param proxyProtocol whether it sends the client's address along, which the pods must understand
public record LinkRequest(Optional<String> name, Optional<String> subnet, List<IpAddress> natAddresses,
        SubscriptionSet visibility, SubscriptionSet autoApproval, boolean proxyProtocol) {
    public LinkRequest {
        natAddresses = List.copyOf(natAddresses);
    }
}

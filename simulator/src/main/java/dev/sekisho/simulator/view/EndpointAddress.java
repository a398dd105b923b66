package dev.sekisho.simulator.view;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.network.PrivateEndpointNetworkPolicies;
import java.util.List;

/// One address of a private endpoint that the source's network or a peer of it holds (`R-19`).
///
/// @param networkAddressSpace ranges of the network that holds the endpoint
/// @param policies policies of the endpoint's own subnet
public record EndpointAddress(PrivateEndpoint endpoint, IpAddress address, List<IpPrefix> networkAddressSpace,
        PrivateEndpointNetworkPolicies policies) {
    public EndpointAddress {
        networkAddressSpace = List.copyOf(networkAddressSpace);
    }
}

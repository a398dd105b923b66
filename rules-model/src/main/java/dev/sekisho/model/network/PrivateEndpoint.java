package dev.sekisho.model.network;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;
import java.util.Optional;

/// A private endpoint: addresses in a virtual network that lead to one resource of a service (`R-19`).
///
/// @param addresses one or more private addresses
/// @param fqdns public names of the resource that resolve to these addresses inside the network
/// @param connection what it is connected to, where that is a Private Link service or an API server
public record PrivateEndpoint(String name, List<IpAddress> addresses, Placement placement, List<Fqdn> fqdns,
        Optional<PrivateLinkConnection> connection, SourceLocation at) {

    /// Where the endpoint is.
    public sealed interface Placement {
        /// In a subnet that is described.
        record InSubnet(ResourceRef virtualNetwork, String subnet) implements Placement {}

        /// In a network of which only this is known.
        record Stated(List<IpPrefix> vnetAddressSpace, PrivateEndpointNetworkPolicies policies) implements Placement {
            public Stated {
                vnetAddressSpace = List.copyOf(vnetAddressSpace);
            }
        }
    }

    public PrivateEndpoint {
        addresses = List.copyOf(addresses);
        fqdns = List.copyOf(fqdns);
    }

    /// Creates an endpoint of some other service of Azure.
    public PrivateEndpoint(String name, List<IpAddress> addresses, Placement placement, List<Fqdn> fqdns,
            SourceLocation at) {
        this(name, addresses, placement, fqdns, Optional.empty(), at);
    }
}

package dev.sekisho.model.network;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;

/// A private endpoint: addresses in a virtual network that lead to one resource of a service (`R-19`).
///
/// @param addresses one or more private addresses
/// @param fqdns public names of the resource that resolve to these addresses inside the network
public record PrivateEndpoint(String name, List<IpAddress> addresses, Placement placement, List<Fqdn> fqdns,
        SourceLocation at) {

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
}

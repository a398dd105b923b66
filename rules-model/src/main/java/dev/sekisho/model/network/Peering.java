package dev.sekisho.model.network;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;
import java.util.Optional;

/// One side of a peering; it belongs to a network and leads to another (`R-14`). Peering is not transitive.
///
/// @param remote the other network, where it is named
/// @param remoteAddressSpace the other network's ranges as this side states them; empty means that the described remote
///        network tells
/// @param allowVirtualNetworkAccess when false, traffic does not flow although the peering exists
/// @param allowForwardedTraffic whether this network accepts traffic that did not originate in the other one (`R-15`)
/// @param global whether the networks are in different regions
public record Peering(String name, Optional<ResourceRef> remote, List<IpPrefix> remoteAddressSpace,
        boolean allowVirtualNetworkAccess, boolean allowForwardedTraffic, boolean allowGatewayTransit,
        boolean useRemoteGateways, boolean global, SourceLocation at) {
    public Peering {
        remoteAddressSpace = List.copyOf(remoteAddressSpace);
    }
}

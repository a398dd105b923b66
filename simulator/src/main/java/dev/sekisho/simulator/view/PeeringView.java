package dev.sekisho.simulator.view;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.network.Peering;
import java.util.List;

/// A peering of the source's network with the ranges that it leads to (`R-14`).
///
/// @param remoteAddressSpace ranges that the peering states, or those of the described network
public record PeeringView(Peering peering, List<IpPrefix> remoteAddressSpace) {
    public PeeringView {
        remoteAddressSpace = List.copyOf(remoteAddressSpace);
    }

    /// Tells whether the peering leads to the address.
    public boolean leadsTo(IpAddress address) {
        return remoteAddressSpace.stream().anyMatch(prefix -> prefix.contains(address));
    }
}

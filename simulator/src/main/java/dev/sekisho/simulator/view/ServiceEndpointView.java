package dev.sekisho.simulator.view;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.network.ServiceEndpoint;
import java.util.List;
import java.util.Optional;

/// A service endpoint of the source's subnet (`R-4`).
///
/// @param prefixes the service's prefixes; absent where no loaded data knows them
/// @param elsewhere prefixes of the service in all regions, where the endpoint does not reach every one of them
/// @param paired whether it reaches the region that is paired with the network's, too
public record ServiceEndpointView(ServiceEndpoint endpoint, Optional<List<IpPrefix>> prefixes,
        List<IpPrefix> elsewhere, boolean paired) {
    public ServiceEndpointView {
        prefixes = prefixes.map(List::copyOf);
        elsewhere = List.copyOf(elsewhere);
    }
}

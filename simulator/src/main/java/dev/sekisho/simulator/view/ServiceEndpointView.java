package dev.sekisho.simulator.view;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.network.ServiceEndpoint;
import java.util.List;
import java.util.Optional;

/// A service endpoint of the source's subnet (`R-4`).
///
/// @param prefixes the service's prefixes; absent where no loaded data knows them
public record ServiceEndpointView(ServiceEndpoint endpoint, Optional<List<IpPrefix>> prefixes) {
    public ServiceEndpointView {
        prefixes = prefixes.map(List::copyOf);
    }
}

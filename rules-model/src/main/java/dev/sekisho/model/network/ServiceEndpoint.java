package dev.sekisho.model.network;

import dev.sekisho.model.address.IpPrefix;
import java.util.List;

/// A service endpoint that is enabled on a subnet (`R-4`).
///
/// @param service Azure's name, such as `Microsoft.Storage`
/// @param prefixes the service's prefixes where the description states them; empty means that the service tag tells
public record ServiceEndpoint(String service, List<IpPrefix> prefixes) {
    public ServiceEndpoint {
        prefixes = List.copyOf(prefixes);
    }
}

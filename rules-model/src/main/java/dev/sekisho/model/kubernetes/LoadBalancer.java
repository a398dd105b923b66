package dev.sekisho.model.kubernetes;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.name.ServiceTagName;
import java.util.List;
import java.util.Optional;

/// The load balancer that Azure makes for a Service.
///
/// @param internal whether its address is in the virtual network; otherwise it is public
/// @param subnet the subnet of an internal address; the nodes' where absent
/// @param address the address where the manifest asks for one
/// @param allowedSources addresses that may use it; empty for everybody
/// @param allowedTags service tags that may use it beside them
/// @param privateLink whether a Private Link service stands before it
/// @param dnsLabel label of the public address's name
public record LoadBalancer(boolean internal, Optional<String> subnet, Optional<IpAddress> address,
        AddressSet allowedSources, List<ServiceTagName> allowedTags, boolean privateLink, Optional<String> dnsLabel) {

    public LoadBalancer {
        allowedTags = List.copyOf(allowedTags);
    }

    /// Whether it asks who the client is.
    public boolean isRestricted() {
        return !allowedSources.isEmpty() || !allowedTags.isEmpty();
    }
}

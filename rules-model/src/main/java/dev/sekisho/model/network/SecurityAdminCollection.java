package dev.sekisho.model.network;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;

/// Security admin rules that a network manager deploys to virtual networks (`NSG-11`).
///
/// @param virtualNetworks the networks that the rules hold for; empty means every network
public record SecurityAdminCollection(String name, List<ResourceRef> virtualNetworks, List<SecurityAdminRule> rules,
        SourceLocation at) {
    public SecurityAdminCollection {
        virtualNetworks = List.copyOf(virtualNetworks);
        rules = List.copyOf(rules);
    }

    /// Tells whether the rules hold for a network.
    public boolean coversNetwork(String network) {
        return virtualNetworks.isEmpty() || virtualNetworks.stream().anyMatch(reference -> reference.names(network));
    }
}

package dev.sekisho.model.network;

import dev.sekisho.model.term.ResourceRef;
import java.util.Optional;

/// A reference to a subnet, as Sekisho's files write it: `network/subnet`.
///
/// @param name name of the subnet in that network, never empty
public record SubnetRef(ResourceRef virtualNetwork, String name) {
    public SubnetRef {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a subnet has a name");
        }
    }

    /// Reads `network/subnet`; nothing where the text names no subnet.
    public static Optional<SubnetRef> parse(String text) {
        int slash = text.lastIndexOf('/');
        return slash <= 0 || slash == text.length() - 1 || text.substring(slash + 1).isBlank()
                || text.substring(0, slash).isBlank()
                        ? Optional.empty()
                        : Optional.of(new SubnetRef(new ResourceRef(text.substring(0, slash)),
                                text.substring(slash + 1)));
    }

    /// Tells whether it means the subnet of that name in the network of that name, without regard to case.
    public boolean names(String network, String subnet) {
        return virtualNetwork.names(network) && name.equalsIgnoreCase(subnet);
    }

    @Override
    public String toString() {
        return virtualNetwork + "/" + name;
    }
}

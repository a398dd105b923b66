package dev.sekisho.model.io.assembly;

import dev.sekisho.model.io.resource.ResourceId;
import dev.sekisho.model.io.tree.Node;

/// Finds the addresses of public IP resources.
final class PublicAddresses {
    private static final String TYPE = "Microsoft.Network/publicIPAddresses";

    private PublicAddresses() {}

    /// Returns the address behind a reference, unknown where no file tells it.
    static Node of(Node.Scalar reference, Inventory inventory) {
        return inventory.find(TYPE, reference.text()).flatMap(found -> found.get("ipAddress"))
                .orElseGet(() -> Node.unknown(reference.at(), "the address of " + shortName(reference)));
    }

    static String shortName(Node.Scalar reference) {
        return ResourceId.parse(reference.text()).map(ResourceId::lastName).orElse(reference.text());
    }
}

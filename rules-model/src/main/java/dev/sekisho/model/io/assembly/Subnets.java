package dev.sekisho.model.io.assembly;

import dev.sekisho.model.io.resource.ResourceId;
import dev.sekisho.model.io.tree.Node;
import java.util.Optional;

/// Finds subnets by id, whether they stand inside their network or are resources of their own.
record Subnets(Inventory inventory) {
    static final String NETWORK = "Microsoft.Network/virtualNetworks";
    static final String SUBNET = "Microsoft.Network/virtualNetworks/subnets";

    /// Returns the subnet with that id.
    Optional<Node.Mapping> find(String reference) {
        return ResourceId.parse(reference).flatMap(id -> id.parent().flatMap(
                network -> inventory.find(NETWORK, network.toString())
                        .flatMap(found -> Parts.of(found, "subnets", inventory.children(found, SUBNET)).items()
                                .stream().filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast)
                                .filter(subnet -> Form.scalar(subnet, "name")
                                        .filter(name -> name.text().equalsIgnoreCase(id.lastName())).isPresent())
                                .findFirst())));
    }

    /// Returns what Sekisho's files call the subnet: `network/subnet`.
    Optional<String> path(String reference) {
        return ResourceId.parse(reference).filter(id -> id.is(SUBNET)).flatMap(id -> id.parent().map(network -> {
            String name = inventory.nameOf(network.toString());
            return name.substring(name.lastIndexOf('/') + 1) + "/" + id.lastName();
        }));
    }
}

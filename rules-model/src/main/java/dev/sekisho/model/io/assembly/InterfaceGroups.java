package dev.sekisho.model.io.assembly;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The security group of the network interfaces in a subnet (`NSG-3`), where all of them have the same one.
final class InterfaceGroups {
    private static final String INTERFACE = "Microsoft.Network/networkInterfaces";

    private final Inventory inventory;
    private final Diagnostics diagnostics;

    InterfaceGroups(Inventory inventory, Diagnostics diagnostics) {
        this.inventory = inventory;
        this.diagnostics = diagnostics;
    }

    /// Returns a reference to the group of all interfaces in a subnet; nothing where they have none or different ones.
    Optional<Node> group(Described network, String subnet) {
        List<Described> inside = inventory.of(INTERFACE).stream()
                .filter(one -> one.get("privateEndpoint").isEmpty())
                .filter(one -> isIn(one, network, subnet)).toList();
        List<Node> groups = new ArrayList<>();
        inside.forEach(one -> one.get("networkSecurityGroup").ifPresent(groups::add));
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        if (groups.size() < inside.size() || groups.stream().distinct().count() > 1) {
            diagnostics.warning("NOT_MODELLED", groups.getFirst().at(), "the network interfaces in the subnet " + subnet
                    + " of " + network.name() + " differ in their security groups; these are not followed", "");
            return Optional.empty();
        }
        return Optional.of(groups.getFirst());
    }

    private boolean isIn(Described one, Described network, String subnet) {
        return one.parts("ipConfigurations").stream().flatMap(part -> Form.scalar(part, "subnet").stream())
                .filter(reference -> reference.text().toLowerCase(java.util.Locale.ROOT)
                        .endsWith("/subnets/" + subnet.toLowerCase(java.util.Locale.ROOT)))
                .flatMap(reference -> NetworkParts.networkOf(reference).stream())
                .flatMap(id -> inventory.find(Subnets.NETWORK, id.toString()).stream()).anyMatch(network::equals);
    }
}

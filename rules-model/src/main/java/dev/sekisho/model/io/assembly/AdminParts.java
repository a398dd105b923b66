package dev.sekisho.model.io.assembly;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.resource.ResourceId;
import dev.sekisho.model.io.shape.Shapes;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.List;

/// Security admin rules with the networks that they hold for.
final class AdminParts {
    private static final String MANAGER = "Microsoft.Network/networkManagers";
    private static final String COLLECTION = MANAGER + "/securityAdminConfigurations/ruleCollections";
    private static final String RULE = COLLECTION + "/rules";
    private static final String MEMBER = MANAGER + "/networkGroups/staticMembers";

    private final Inventory inventory;
    private final Diagnostics diagnostics;

    AdminParts(Inventory inventory, Diagnostics diagnostics) {
        this.inventory = inventory;
        this.diagnostics = diagnostics;
    }

    void addParents() {
        Shapes.of(COLLECTION).ifPresent(kind -> inventory.addParents(kind, RULE));
    }

    List<Node> collections() {
        return inventory.of(COLLECTION).stream().map(this::collection).toList();
    }

    private Node collection(Described collection) {
        List<Node> networks = new ArrayList<>();
        boolean open = collection.list("appliesToGroups").isEmpty();
        for (Node group : collection.list("appliesToGroups")) {
            List<Node> members = group instanceof Node.Scalar id ? members(id) : List.of();
            open |= members.isEmpty();
            networks.addAll(members);
        }
        if (open) {
            diagnostics.warning("UNKNOWN_MEMBERS", collection.at(), "no file says which networks the rules of "
                    + collection.lastName() + " hold for; they are taken to hold for all",
                    "add the members of the network group, or state virtualNetworks in a file of kind Environment");
            networks.clear();
        }
        return Form.at(collection.at()).with("name", collection.lastName()).withList("virtualNetworks", networks)
                .with("rules", Parts.of(collection, "rules", inventory.children(collection, RULE))).node();
    }

    private List<Node> members(Node.Scalar group) {
        return inventory.of(MEMBER).stream()
                .filter(member -> member.id().flatMap(ResourceId::parent)
                        .filter(id -> ResourceId.parse(group.text()).filter(id::agrees).isPresent()).isPresent())
                .flatMap(member -> member.get("resourceId").stream()).toList();
    }
}

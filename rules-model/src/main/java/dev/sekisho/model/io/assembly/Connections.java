package dev.sekisho.model.io.assembly;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.resource.ResourceId;
import dev.sekisho.model.io.tree.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What private endpoints are connected to, and whether the owner of that has approved. Only connections to Private Link
/// services and to API servers are told apart; other services are named by the endpoint's own names.
final class Connections {
    private static final String ENDPOINT = "Microsoft.Network/privateEndpoints";
    private static final String APPROVED = "Approved";

    private final Inventory inventory;
    private final Diagnostics diagnostics;

    Connections(Inventory inventory, Diagnostics diagnostics) {
        this.inventory = inventory;
        this.diagnostics = diagnostics;
    }

    /// Adds the connection of an endpoint to what is said of the endpoint.
    Form add(Form form, Described endpoint) {
        for (Node.Mapping link : links(endpoint)) {
            Optional<Node.Scalar> target = Form.scalar(link, "privateLinkServiceId");
            Optional<String> status = status(link, endpoint);
            Optional<String> service = target.flatMap(this::service);
            if (service.isEmpty()) {
                status.filter(state -> !state.equalsIgnoreCase(APPROVED))
                        .ifPresent(state -> diagnostics.warning("NOT_APPROVED", link.at(), "the connection of "
                                + endpoint + " is " + state + ", but is taken to be approved", ""));
                continue;
            }
            form.with("connectedTo", service.get());
            status.ifPresent(state -> form.with("connectionState", state));
            endpoint.id().map(ResourceId::subscription)
                    .filter(id -> !id.isEmpty() && !id.chars().allMatch(c -> c == '0' || c == '-'))
                    .ifPresent(id -> form.with("subscription", id));
            return form;
        }
        return form;
    }

    /// The connections that need an approval are listed apart.
    private static List<Node.Mapping> links(Described endpoint) {
        return Stream.concat(endpoint.parts("privateLinkServiceConnections").stream(),
                endpoint.parts("manualPrivateLinkServiceConnections").stream()).toList();
    }

    /// The id or the alias of a Private Link service, or the id of a cluster.
    private Optional<String> service(Node.Scalar target) {
        Optional<ResourceId> id = ResourceId.parse(target.text());
        if (id.isPresent()) {
            return Optional.of(target.text()).filter(_ -> id.get().is(WaysInParts.LINK_SERVICE)
                    || id.get().is(ClusterParts.CLUSTER));
        }
        Optional<Described> named = inventory.of(WaysInParts.LINK_SERVICE).stream()
                .filter(service -> service.scalar("alias").filter(alias -> alias.text().equalsIgnoreCase(target.text()))
                        .isPresent())
                .findFirst();
        return named.map(inventory::uniqueName)
                .or(() -> Optional.of(target.text()).filter(text -> text.endsWith(".azure.privatelinkservice")));
    }

    /// What the endpoint says, or the service that it is connected to.
    private Optional<String> status(Node.Mapping link, Described endpoint) {
        return state(link).or(() -> inventory.of(WaysInParts.LINK_SERVICE).stream()
                .flatMap(service -> service.parts("privateEndpointConnections").stream())
                .filter(connection -> Form.scalar(connection, "privateEndpoint")
                        .flatMap(reference -> inventory.find(ENDPOINT, reference.text())).filter(endpoint::equals)
                        .isPresent())
                .flatMap(connection -> state(connection).stream()).findFirst());
    }

    private static Optional<String> state(Node.Mapping link) {
        return Form.part(link, "privateLinkServiceConnectionState").flatMap(state -> Form.scalar(state, "status"))
                .filter(status -> !status.isUnknown()).map(Node.Scalar::text);
    }
}

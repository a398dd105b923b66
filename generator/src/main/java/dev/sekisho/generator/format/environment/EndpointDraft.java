package dev.sekisho.generator.format.environment;

import dev.sekisho.generator.format.resource.Value;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.term.ResourceRef;
import java.util.ArrayList;
import java.util.List;

/// Private endpoints in described networks. What they lead to is not known, so it is a parameter.
final class EndpointDraft {
    private final Draft draft;

    EndpointDraft(Draft draft) {
        this.draft = draft;
    }

    void write(Environment environment) {
        for (PrivateEndpoint endpoint : environment.privateEndpoints()) {
            switch (endpoint.placement()) {
                case PrivateEndpoint.Placement.InSubnet(ResourceRef network, String subnet) ->
                    endpoint(endpoint, network, subnet);
                case PrivateEndpoint.Placement.Stated _ -> {
                    // A fact that is refused: there is no network to put it into.
                }
            }
        }
    }

    private void endpoint(PrivateEndpoint endpoint, ResourceRef network, String subnet) {
        String fullName = network.name() + "/" + subnet;
        Value subnetId = draft.symbol(Kind.SUBNET, fullName).<Value>map(Value.IdOf::new)
                .orElseGet(() -> new Value.ParameterValue(draft.unknowns().id(Kind.SUBNET, fullName)));
        Value.Fields connection = NetworkDraft.named(endpoint.name(), Value.Fields.NONE
                .with("privateLinkServiceId", other("target " + endpoint.name() + " Id",
                        "Resource id of what the private endpoint " + endpoint.name() + " leads to"))
                .with("groupIds", new Value.Items(List.of(other("group " + endpoint.name() + " Id",
                        "Sub-resource that the private endpoint " + endpoint.name()
                                + " leads to, such as sqlServer")))));
        List<String> before = draft.symbol(Kind.VIRTUAL_NETWORK, network.name()).stream().toList();
        draft.add(Kind.PRIVATE_ENDPOINT, endpoint.name(), before,
                Value.Fields.NONE.with("subnet", Value.Fields.NONE.with("id", subnetId))
                        .with("privateLinkServiceConnections", new Value.Items(List.of(connection)))
                        .with("customDnsConfigs", new Value.Items(names(endpoint))));
    }

    private Value other(String name, String description) {
        return new Value.ParameterValue(draft.unknowns().other(name, description));
    }

    private static List<Value> names(PrivateEndpoint endpoint) {
        Value addresses = new Value.Items(Value.texts(endpoint.addresses()));
        List<Value> names = new ArrayList<>();
        endpoint.fqdns().forEach(fqdn -> names
                .add(Value.Fields.NONE.with("fqdn", fqdn.toString()).with("ipAddresses", addresses)));
        return names.isEmpty() ? List.of(Value.Fields.NONE.with("ipAddresses", addresses)) : names;
    }
}

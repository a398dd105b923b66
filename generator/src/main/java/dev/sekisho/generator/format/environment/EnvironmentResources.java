package dev.sekisho.generator.format.environment;

import dev.sekisho.generator.format.Refusal;
import dev.sekisho.generator.format.resource.AzureResource;
import dev.sekisho.generator.format.resource.Parameter;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.network.VirtualNetwork;
import java.util.List;
import java.util.Optional;

/// The resources that make an environment, in an order in which each follows what it needs.
///
/// Values that nobody knows, and ids of what is not described, are parameters. What Azure assigns (addresses of
/// firewalls, gateways and endpoints) is written where Azure's exports have it, so that it is not lost; Azure passes
/// over it.
///
/// @param parameters what the operator has to say or may change
/// @param refused what no template holds
public record EnvironmentResources(List<AzureResource> resources, List<Parameter> parameters, List<Refusal> refused) {
    public EnvironmentResources {
        resources = List.copyOf(resources);
        parameters = List.copyOf(parameters);
        refused = List.copyOf(refused);
    }

    /// Returns the resources of an environment.
    public static EnvironmentResources of(Environment environment) {
        Draft draft = new Draft(region(environment));
        draft.refuse(Facts.of(environment));
        new NetworkDraft(draft).write(environment);
        new FirewallDraft(draft).write(environment);
        new EndpointDraft(draft).write(environment);
        return new EnvironmentResources(draft.resources(), draft.parameters(), draft.refused());
    }

    /// Returns the region of the first network that says where it is.
    public static Optional<String> region(Environment environment) {
        return environment.virtualNetworks().stream().map(VirtualNetwork::location).flatMap(Optional::stream)
                .findFirst();
    }
}

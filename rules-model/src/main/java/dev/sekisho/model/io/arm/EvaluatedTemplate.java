package dev.sekisho.model.io.arm;

import dev.sekisho.model.io.resource.AzureResource;
import dev.sekisho.model.io.tree.Node;
import java.util.List;
import java.util.Objects;

/// What a template deploys.
///
/// @param resources all resources with those of nested deployments, children after their parents; a resource whose
///        condition is unknown is among them
/// @param notDeployed resources that the template describes and, with these parameters, does not deploy: their own
///        condition is false, or that of a deployment around them
/// @param outputs   the outputs of the template by name
public record EvaluatedTemplate(List<AzureResource> resources, List<AzureResource> notDeployed, Node.Mapping outputs) {
    public EvaluatedTemplate {
        resources = List.copyOf(resources);
        notDeployed = List.copyOf(notDeployed);
        Objects.requireNonNull(outputs);
    }
}

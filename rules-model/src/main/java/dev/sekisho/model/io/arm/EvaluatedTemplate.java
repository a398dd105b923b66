package dev.sekisho.model.io.arm;

import dev.sekisho.model.io.resource.AzureResource;
import dev.sekisho.model.io.tree.Node;
import java.util.List;
import java.util.Objects;

/// What a template deploys.
///
/// @param resources all resources with those of nested deployments, children after their parents; a resource whose
///        condition is unknown is among them
/// @param outputs   the outputs of the template by name
public record EvaluatedTemplate(List<AzureResource> resources, Node.Mapping outputs) {
    public EvaluatedTemplate {
        resources = List.copyOf(resources);
        Objects.requireNonNull(outputs);
    }
}

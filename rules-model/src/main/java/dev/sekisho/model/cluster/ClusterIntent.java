package dev.sekisho.model.cluster;

import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;

/// A cluster as its owner wants it: `kind: ClusterEgress`.
///
/// @param name `metadata.name`; generated resources take their names from it
public record ClusterIntent(String name, ClusterShape cluster, NetworkIntent network, List<Dependency> dependencies,
        PlanOptions options, SourceLocation at) {
    public ClusterIntent {
        dependencies = List.copyOf(dependencies);
    }
}

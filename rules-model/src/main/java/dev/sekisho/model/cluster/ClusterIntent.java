package dev.sekisho.model.cluster;

import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;

/// A cluster as its owner wants it: `kind: ClusterEgress`.
///
/// @param name `metadata.name`; generated resources take their names from it
/// @param inbound the Services that are reached from outside
public record ClusterIntent(String name, ClusterShape cluster, NetworkIntent network, List<Dependency> dependencies,
        List<InboundIntent> inbound, PlanOptions options, SourceLocation at) {
    public ClusterIntent {
        dependencies = List.copyOf(dependencies);
        inbound = List.copyOf(inbound);
    }

    /// Creates a cluster that nobody reaches from outside.
    public ClusterIntent(String name, ClusterShape cluster, NetworkIntent network, List<Dependency> dependencies,
            PlanOptions options, SourceLocation at) {
        this(name, cluster, network, dependencies, List.of(), options, at);
    }
}

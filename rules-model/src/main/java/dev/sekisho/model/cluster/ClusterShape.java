package dev.sekisho.model.cluster;

import java.util.List;

/// What kind of cluster it is.
///
/// @param region lower-case region name such as `japaneast`
/// @param konnectivity whether the control plane reaches nodes through konnectivity, not through the old tunnel
public record ClusterShape(Cloud cloud, String region, OutboundType outboundType, ApiServer apiServer,
        NetworkPlugin networkPlugin, boolean konnectivity, NodeOsUpgradeChannel nodeOsUpgradeChannel,
        List<NodePool> nodePools, List<Feature> features) {
    public ClusterShape {
        nodePools = List.copyOf(nodePools);
        features = List.copyOf(features);
    }

    /// Tells whether a feature is switched on.
    public boolean has(String feature) {
        return features.stream().anyMatch(f -> f.name().equals(feature));
    }

    /// Tells whether the cluster is network isolated: nothing leaves, and node images come from a private registry.
    public boolean isNetworkIsolated() {
        return outboundType == OutboundType.NONE || outboundType == OutboundType.BLOCK;
    }
}

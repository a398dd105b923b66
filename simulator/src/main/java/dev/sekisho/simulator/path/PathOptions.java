package dev.sekisho.simulator.path;

import java.util.Optional;

/// What is said about a flow beside the flow itself.
///
/// @param firewall the firewall to ask where routes do not tell
/// @param subnet the subnet that the flow starts in; otherwise the one that holds its source address
/// @param pod whether the source is a pod, not a node; otherwise an address in a cluster's pod range is one
/// @param cluster the cluster that the pod belongs to, where there are several
/// @param sameResolver whether client and firewall resolve names alike even where the description does not say so
/// @param everyRule whether the steps tell about every rule that was consulted
public record PathOptions(Optional<String> firewall, Optional<SubnetName> subnet, boolean pod,
        Optional<String> cluster, boolean sameResolver,
        boolean everyRule) {
    /// Nothing is said.
    public static final PathOptions NONE = new PathOptions(Optional.empty(), Optional.empty(), false, Optional.empty(),
            false, false);

    /// A subnet by its names.
    public record SubnetName(String network, String subnet) {}

    /// Returns the same options with a firewall to ask.
    public PathOptions withFirewall(String name) {
        return new PathOptions(Optional.of(name), subnet, pod, cluster, sameResolver, everyRule);
    }

    /// Returns the same options with the subnet that the flow starts in.
    public PathOptions withSubnet(String networkName, String subnetName) {
        return new PathOptions(firewall, Optional.of(new SubnetName(networkName, subnetName)), pod, cluster,
                sameResolver, everyRule);
    }

    /// Returns the same options for a pod.
    public PathOptions withPod() {
        return new PathOptions(firewall, subnet, true, cluster, sameResolver, everyRule);
    }

    /// Returns the same options for a pod of a cluster.
    public PathOptions withCluster(String name) {
        return new PathOptions(firewall, subnet, true, Optional.of(name), sameResolver, everyRule);
    }

    /// Returns the same options, saying that client and firewall resolve names alike.
    public PathOptions withSameResolver() {
        return new PathOptions(firewall, subnet, pod, cluster, true, everyRule);
    }

    /// Returns the same options with steps about every rule.
    public PathOptions withEveryRule() {
        return new PathOptions(firewall, subnet, pod, cluster, sameResolver, true);
    }
}

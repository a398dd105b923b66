package dev.sekisho.simulator.path;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.view.SubnetView;
import java.util.Optional;
import java.util.OptionalInt;

/// What is said about a flow beside the flow itself.
///
/// @param firewall the firewall to ask where routes do not tell
/// @param subnet the subnet that the flow starts in; otherwise the one that holds its source address
/// @param pod whether the source is a pod, not a node; otherwise an address in a cluster's pod range is one
/// @param cluster the cluster that the pod belongs to, where there are several
/// @param sameResolver whether client and firewall resolve names alike even where the description does not say so
/// @param everyRule whether the steps tell about every rule that was consulted
/// @param backend who answers, where the destination is the address of a load balancer
public record PathOptions(Optional<String> firewall, Optional<SubnetName> subnet, boolean pod,
        Optional<String> cluster, boolean sameResolver,
        boolean everyRule, Optional<Backend> backend) {
    /// Nothing is said.
    public static final PathOptions NONE = new PathOptions(Optional.empty(), Optional.empty(), false, Optional.empty(),
            false, false, Optional.empty());

    /// Says nothing of a load balancer.
    public PathOptions(Optional<String> firewall, Optional<SubnetName> subnet, boolean pod, Optional<String> cluster,
            boolean sameResolver, boolean everyRule) {
        this(firewall, subnet, pod, cluster, sameResolver, everyRule, Optional.empty());
    }

    /// A machine behind a load balancer. Packets come to it with their source unchanged: its security groups see that, and
    /// replies leave by the routes of its subnet (`R-16`).
    ///
    /// @param view the subnet of the machine
    /// @param translatedPort the port that packets have at the machine, where the load balancer also replaces their
    ///        destination by the machine's address; absent with floating IP, which leaves both as they are
    public record Backend(SubnetView view, IpAddress address, OptionalInt translatedPort) {
        /// Returns a flow to the load balancer as the machine sees it.
        public Flow seen(Flow flow) {
            return translatedPort.isEmpty() ? flow : new Flow(flow.source(), Optional.of(address),
                    flow.destinationName(), flow.protocol(), translatedPort, flow.application(), flow.marks());
        }
    }

    /// A subnet by its names.
    public record SubnetName(String network, String subnet) {}

    /// Returns the same options with a firewall to ask.
    public PathOptions withFirewall(String name) {
        return new PathOptions(Optional.of(name), subnet, pod, cluster, sameResolver, everyRule, backend);
    }

    /// Returns the same options with the subnet that the flow starts in.
    public PathOptions withSubnet(String networkName, String subnetName) {
        return new PathOptions(firewall, Optional.of(new SubnetName(networkName, subnetName)), pod, cluster,
                sameResolver, everyRule, backend);
    }

    /// Returns the same options for a pod.
    public PathOptions withPod() {
        return new PathOptions(firewall, subnet, true, cluster, sameResolver, everyRule, backend);
    }

    /// Returns the same options for a pod of a cluster.
    public PathOptions withCluster(String name) {
        return new PathOptions(firewall, subnet, true, Optional.of(name), sameResolver, everyRule, backend);
    }

    /// Returns the same options, saying that client and firewall resolve names alike.
    public PathOptions withSameResolver() {
        return new PathOptions(firewall, subnet, pod, cluster, true, everyRule, backend);
    }

    /// Returns the same options with steps about every rule.
    public PathOptions withEveryRule() {
        return new PathOptions(firewall, subnet, pod, cluster, sameResolver, true, backend);
    }

    /// Returns the same options with a machine behind the load balancer that the flow goes to.
    public PathOptions withBackend(Backend machine) {
        return new PathOptions(firewall, subnet, pod, cluster, sameResolver, everyRule, Optional.of(machine));
    }
}

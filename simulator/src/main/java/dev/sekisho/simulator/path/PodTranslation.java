package dev.sekisho.simulator.path;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpRange;
import dev.sekisho.model.address.Ipv4Address;
import dev.sekisho.model.cluster.NetworkPlugin;
import dev.sekisho.model.environment.ClusterNetwork;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.destination.AddressClasses;
import dev.sekisho.simulator.destination.DescribedSets;
import dev.sekisho.simulator.destination.RuleSets;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import dev.sekisho.simulator.world.Worlds.Alternative;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which source address the network sees for a pod that opens a flow (`R-23`).
///
/// It remembers the nodes that stand for all, as most of what the flow may go to tells the same of them apart. Not for several
/// threads.
final class PodTranslation {
    private static final int SMALLEST_SUBNET = 29;
    private static final int KEPT_AT_START = 4;

    private final Environment environment;
    private final Views views;
    private final List<RuleSets> firewalls;
    private final PathOptions options;
    private final Flow flow;
    private final Map<Optional<String>, List<Alternative<IpAddress>>> nodes = new HashMap<>();

    PodTranslation(Environment environment, Views views, List<RuleSets> firewalls, PathOptions options, Flow flow) {
        this.environment = environment;
        this.views = views;
        this.firewalls = firewalls;
        this.options = options;
        this.flow = flow;
    }

    /// A source as the network sees it.
    ///
    /// @param address the source address on the wire
    /// @param view the subnet that the traffic starts in, where it is known
    /// @param insideCluster whether the traffic stays in the overlay of its cluster
    record Source(IpAddress address, Optional<SubnetView> view, boolean insideCluster, String text) {}

    /// Returns the sources that the flow may show where it goes.
    List<Alternative<Source>> towards(IpAddress destination) {
        IpAddress source = flow.source();
        Optional<ClusterNetwork> cluster = clusterOf(source);
        Optional<SubnetView> own = named().or(() -> views.subnetOf(source));
        if (cluster.isEmpty()) {
            boolean overlay = isNodeOfOverlay(source, destination);
            return List.of(Alternative.only(new Source(source, own, overlay, overlay
                    ? source + " is a node and reaches the pod in the cluster's overlay"
                    : source + " is used as it is")));
        }
        ClusterNetwork network = cluster.get();
        boolean toPod = !keepsPodsInNetwork(network) && contains(network.podCidrs(), destination);
        if (toPod) {
            boolean overlay = network.networkPlugin() == NetworkPlugin.OVERLAY;
            return List.of(Alternative.only(new Source(source, nodeView(network), overlay,
                    "pod to pod: " + source + " is not translated")));
        }
        boolean translated = switch (network.networkPlugin()) {
            case KUBENET, OVERLAY -> true;
            case NODE_SUBNET -> own.or(() -> nodeView(network)).filter(view -> view.isInNetwork(destination)).isEmpty();
            case POD_SUBNET -> false;
        };
        if (!translated) {
            return List.of(Alternative.only(new Source(source, own.or(() -> nodeView(network)), false,
                    network.networkPlugin() + ": the pod's address " + source + " is kept")));
        }
        return nodes(network, source, destination);
    }

    private List<Alternative<Source>> nodes(ClusterNetwork network, IpAddress source,
            IpAddress destination) {
        if (network.nodeIp().isPresent()) {
            IpAddress node = network.nodeIp().get();
            return List.of(Alternative.only(new Source(node, nodeView(network), false,
                    network.networkPlugin() + ": the pod " + source + " shows its node's address " + node)));
        }
        Optional<SubnetView> arrival = views.subnetOf(destination);
        List<Alternative<IpAddress>> toldApart = nodes.computeIfAbsent(arrival.map(SubnetView::name),
                _ -> toldApart(network, arrival));
        if (toldApart.isEmpty()) {
            return List.of(Alternative.only(new Source(source, named(), false,
                    "the pod's node is not known, its own address " + source + " stands for it")));
        }
        return toldApart.stream().map(node -> new Alternative<>(new Source(node.value(),
                named().or(() -> views.subnetOf(node.value())), false, network.networkPlugin() + ": the pod " + source
                        + " shows its node's address, such as " + node.value()),
                node.because())).toList();
    }

    /// The nodes that stand for all: those that the ways to a subnet, or to anywhere else, tell apart.
    private List<Alternative<IpAddress>> toldApart(ClusterNetwork network, Optional<SubnetView> arrival) {
        DescribedSets described = new DescribedSets(environment.serviceTags());
        nodeViews(network).forEach(described::sources);
        firewalls.forEach(firewall -> firewall.sources(flow, described));
        arrival.ifPresent(described::arrivals);
        AddressClasses classes = new AddressClasses(usable(network.nodeSubnets()));
        described.sets().forEach(classes::split);
        network.nodeSubnets().forEach(subnet -> classes.split(subnet.toString(), AddressSet.of(subnet)));
        return classes.representatives("the node's address");
    }

    /// Azure keeps the first four addresses of a subnet and the last one.
    private static AddressSet usable(List<IpPrefix> subnets) {
        AddressSet all = AddressSet.EMPTY;
        for (IpPrefix subnet : subnets) {
            if (subnet.isIpv4() && subnet.length() <= SMALLEST_SUBNET) {
                Ipv4Address first = (Ipv4Address) subnet.first();
                all = all.union(AddressSet.of(new IpRange(new Ipv4Address(first.bits() + KEPT_AT_START),
                        subnet.last().previous().orElseThrow())));
            }
        }
        return all;
    }

    private Optional<ClusterNetwork> clusterOf(IpAddress source) {
        List<ClusterNetwork> clusters = environment.clusters();
        if (options.cluster().isPresent()) {
            return clusters.stream().filter(c -> c.name().equalsIgnoreCase(options.cluster().get())).findFirst();
        }
        Optional<ClusterNetwork> byRange = clusters.stream().filter(c -> contains(c.podCidrs(), source)).findFirst();
        return options.pod() && byRange.isEmpty() && clusters.size() == 1
                ? Optional.of(clusters.getFirst())
                : byRange;
    }

    private boolean isNodeOfOverlay(IpAddress source, IpAddress destination) {
        return environment.clusters().stream().anyMatch(cluster -> cluster.networkPlugin() == NetworkPlugin.OVERLAY
                && contains(cluster.nodeSubnets(), source) && contains(cluster.podCidrs(), destination));
    }

    private static boolean keepsPodsInNetwork(ClusterNetwork network) {
        return switch (network.networkPlugin()) {
            case KUBENET, OVERLAY -> false;
            case NODE_SUBNET, POD_SUBNET -> true;
        };
    }

    private Optional<SubnetView> nodeView(ClusterNetwork network) {
        return named().or(() -> network.nodeIp().flatMap(views::subnetOf))
                .or(() -> network.nodeSubnets().stream().findFirst().flatMap(p -> views.subnetOf(p.first())));
    }

    /// The subnets that nodes may be in; each may have other routes and security groups.
    private List<SubnetView> nodeViews(ClusterNetwork network) {
        return named().map(List::of).orElseGet(() -> network.nodeSubnets().stream()
                .flatMap(subnet -> views.subnetOf(subnet.first()).stream()).distinct().toList());
    }

    private Optional<SubnetView> named() {
        return options.subnet().flatMap(name -> views.subnet(name.network(), name.subnet()));
    }

    private static boolean contains(List<IpPrefix> prefixes, IpAddress address) {
        return prefixes.stream().anyMatch(prefix -> prefix.contains(address));
    }
}

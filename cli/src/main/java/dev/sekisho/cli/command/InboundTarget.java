package dev.sekisho.cli.command;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.kubernetes.KubernetesService;
import dev.sekisho.model.kubernetes.Manifests;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exposure.Exposure;
import dev.sekisho.simulator.exposure.InboundTrace;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A destination inside a cluster, as `trace --to` names it: `service/NAME:PORT` or `service/NAMESPACE/NAME:PORT`.
///
/// @param service name, or namespace and name
/// @param port 1 to 65535
record InboundTarget(String service, int port) {
    private static final Pattern TARGET = Pattern.compile(
            "(?:service|svc)/(?<service>(?:[^/:\\s]+/)?[^/:\\s]+)(?::(?<port>\\d{1,5}))?", Pattern.CASE_INSENSITIVE);

    /// Reads a destination; nothing where it names no Service.
    ///
    /// @throws IllegalArgumentException if it names one without a port
    static Optional<InboundTarget> parse(String text) {
        Matcher matcher = TARGET.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<PortRange> port = Optional.ofNullable(matcher.group("port")).flatMap(PortRange::tryParse)
                .filter(range -> range.first() > 0);
        if (port.isEmpty()) {
            throw new IllegalArgumentException("'" + text + "' needs a port of the Service: write service/"
                    + matcher.group("service") + ":PORT");
        }
        return Optional.of(new InboundTarget(matcher.group("service"), port.get().first()));
    }

    /// Follows a client to it.
    ///
    /// @throws IllegalArgumentException if it or the subnet of the nodes is not described
    List<InboundTrace> follow(Environment environment, Manifests manifests, Optional<String> nodeSubnet,
            IpAddress client) {
        Optional<KubernetesService> found = manifests.services().stream().filter(one -> one.isNamed(service))
                .findFirst();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no Service " + service + " is described" + (manifests.services()
                    .isEmpty() ? ": name manifests with --env"
                            : ", only " + String.join(", ", manifests.services().stream()
                                    .map(KubernetesService::toString).limit(5).toList())));
        }
        if (found.get().ports().stream().noneMatch(one -> one.port() == port)) {
            throw new IllegalArgumentException("the Service " + found.get() + " has no port " + port + ", only "
                    + String.join(", ", found.get().ports().stream().map(Object::toString).toList()));
        }
        List<SubnetView> nodes = Exposure.nodes(environment, nodeSubnet);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException(
                    "which subnet the nodes are in is not described: name it with --node-subnet NETWORK/SUBNET");
        }
        List<InboundTrace> traces = Exposure.trace(environment, nodes, manifests, found.get().toString(), port, client);
        if (traces.isEmpty()) {
            throw new IllegalArgumentException(client + (client.isIpv4()
                    ? " is in no described network, behind no gateway, and no public address"
                    : " is an IPv6 client, and those are not followed to Services"));
        }
        return traces;
    }

    /// Returns the firewall at whose public address a flow from outside arrives (`FW-51`).
    static Optional<Firewall> door(Environment environment, Flow flow) {
        Views views = new Views(environment);
        boolean inside = views.subnetOf(flow.source()).isPresent() || environment.clusters().stream()
                .flatMap(cluster -> cluster.podCidrs().stream()).anyMatch(range -> range.contains(flow.source()));
        return inside || flow.destination().isEmpty() ? Optional.empty()
                : environment.firewalls().stream().filter(firewall -> firewall.publicIps().stream()
                        .flatMap(entry -> entry.known().stream()).anyMatch(flow.destination().get()::equals))
                        .findFirst();
    }
}

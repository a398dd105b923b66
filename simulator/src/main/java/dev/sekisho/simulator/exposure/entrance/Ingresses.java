package dev.sekisho.simulator.exposure.entrance;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.cluster.NetworkPlugin;
import dev.sekisho.model.environment.ClusterNetwork;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.kubernetes.HttpFront;
import dev.sekisho.model.kubernetes.KubernetesService;
import dev.sekisho.model.kubernetes.ServicePort;
import dev.sekisho.model.network.ApplicationGateway.Side;
import dev.sekisho.simulator.exposure.answer.Answer;
import dev.sekisho.simulator.exposure.place.Places;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Ways in by Ingresses that the controller of an Application Gateway takes: the gateway leads straight to the pods of the
/// Services that an Ingress names, whatever their type.
///
/// Source: the page "What is Application Gateway Ingress Controller?".
public record Ingresses(Environment environment, Views views, SubnetView nodes) {

    /// Returns an entrance for each port of a Service that such an Ingress leads to.
    public List<Entrance> of(KubernetesService service, List<HttpFront> fronts) {
        List<Entrance> all = new ArrayList<>();
        for (ServicePort port : service.ports()) {
            fronts.stream().filter(HttpFront::isOnApplicationGateway)
                    .filter(front -> front.namespace().equals(service.namespace()) && leadsTo(front, service, port))
                    .map(front -> front.onPrivateFrontend() ? Side.PRIVATE : Side.PUBLIC).distinct()
                    .forEach(side -> all.add(entrance(service, port, side)));
        }
        return all;
    }

    private static boolean leadsTo(HttpFront front, KubernetesService service, ServicePort port) {
        return front.backends().stream().anyMatch(backend -> backend.service().equals(service.name())
                && (backend.port().equals(Integer.toString(port.port())) || backend.port().equals(port.name())));
    }

    private Entrance entrance(KubernetesService service, ServicePort port, Side side) {
        int gateways = environment.waysIn().applicationGateways().size();
        Optional<IpPrefix> pods = environment.clusters().stream().filter(this::isHere).findFirst()
                .flatMap(this::pods);
        if (gateways != 1 || pods.isEmpty()) {
            return Entrance.closed(Entry.INGRESS, service.toString(), port.toString(),
                    Answer.unknown(gateways != 1 ? "which Application Gateway its Ingress is on is not described"
                            : "the addresses of its pods are not described"),
                    service.at());
        }
        IpAddress pod = Places.usable(List.of(pods.get())).first().orElseThrow();
        return Entrance.of(Entry.INGRESS, service.toString(), port.toString(),
                List.of(new Frontend(Entry.INGRESS, pod, false, true, views.subnetOf(pod), Optional.empty(),
                        AddressSet.ALL, port.protocol(), port.port(), Optional.empty(), Optional.of(side))),
                service.at());
    }

    private boolean isHere(ClusterNetwork cluster) {
        return cluster.nodeSubnets().isEmpty() || cluster.nodeSubnets().stream()
                .anyMatch(prefix -> nodes.subnet().prefixes().contains(prefix));
    }

    /// Pods with addresses of the network; those of an overlay are reached at the nodes, which the gateway knows how to do.
    private Optional<IpPrefix> pods(ClusterNetwork cluster) {
        return cluster.networkPlugin() == NetworkPlugin.POD_SUBNET ? cluster.podCidrs().stream().findFirst()
                : nodes.subnet().prefixes().stream().findFirst();
    }
}

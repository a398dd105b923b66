package dev.sekisho.simulator.exposure.entrance;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.kubernetes.KubernetesService;
import dev.sekisho.model.kubernetes.LoadBalancer;
import dev.sekisho.model.kubernetes.ServicePort;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exposure.answer.Answer;
import dev.sekisho.simulator.exposure.answer.Mend;
import dev.sekisho.simulator.exposure.place.AddressClasses;
import dev.sekisho.simulator.exposure.place.Places;
import dev.sekisho.simulator.nsg.NsgInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.verdict.Action;
import dev.sekisho.simulator.verdict.NsgVerdict;
import dev.sekisho.simulator.view.Attached;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/// The ways into a cluster that its Services make.
///
/// Where an address or a port is chosen by Azure or Kubernetes, one stands for each class of them that the environment tells
/// apart.
public final class Entrances {
    /// Stands for the public address that Azure will choose.
    public static final IpAddress SOME_PUBLIC_ADDRESS = IpAddress.parse("20.255.255.254");
    private final Views views;
    private final List<SubnetView> nodes;
    private final AddressClasses classes;
    private final NodeRules rules;
    private final Probes probes;
    private final List<PrivateEndpoint> endpoints;

    public Entrances(Environment environment, Views views, List<SubnetView> nodes, AddressClasses classes) {
        this.views = views;
        this.nodes = nodes;
        this.classes = classes;
        this.rules = new NodeRules(environment);
        this.probes = new Probes(rules);
        this.endpoints = environment.privateEndpoints();
    }

    /// Returns the ways in by one port of a Service.
    public List<Entrance> of(KubernetesService service, ServicePort port) {
        return switch (service.type()) {
            case CLUSTER_IP ->
                List.of(closed(service, port, Answer.no("a Service of type ClusterIP is for the cluster alone")));
            case EXTERNAL_NAME ->
                List.of(closed(service, port, Answer.no("a Service of type ExternalName is an alias")));
            case NODE_PORT, LOAD_BALANCER -> {
                List<Entrance> all = new ArrayList<>();
                if (service.families().ipv4()) {
                    service.loadBalancer().ifPresentOrElse(balancer -> all.addAll(balanced(service, port, balancer)),
                            () -> all.add(nodePort(service, port)));
                }
                if (hasIpv6(service)) {
                    Entry entry = service.loadBalancer().map(Entrances::entry).orElse(Entry.NODE_PORT);
                    all.add(Entrance.closed(entry, service.toString(), port + " (IPv6)",
                            Answer.unknown("IPv6 clients are not followed"), service.at()));
                }
                yield all;
            }
        };
    }

    private static Entry entry(LoadBalancer balancer) {
        return balancer.internal() ? Entry.INTERNAL_LOAD_BALANCER : Entry.PUBLIC_LOAD_BALANCER;
    }

    /// A Service that only prefers two stacks gets one in a subnet without IPv6.
    private boolean hasIpv6(KubernetesService service) {
        return service.families().ipv6() && (service.families().ipv6Required() || nodes.stream()
                .flatMap(view -> view.subnet().prefixes().stream()).anyMatch(prefix -> !prefix.isIpv4()));
    }

    private static Entrance closed(KubernetesService service, ServicePort port, Answer why) {
        return Entrance.closed(Entry.NONE, service.toString(), port.toString(), why, service.at());
    }

    private Entrance nodePort(KubernetesService service, ServicePort port) {
        List<Frontend> frontends = new ArrayList<>();
        for (SubnetView view : nodes) {
            SubnetView plain = rules.plain(view);
            for (IpAddress node : machines(view)) {
                for (int number : Probes.ports(port.nodePort(), view)) {
                    frontends.add(new Frontend(Entry.NODE_PORT, node, false, true, Optional.of(plain),
                            Optional.of(new PathOptions.Backend(plain, node, OptionalInt.empty())), AddressSet.ALL,
                            port.protocol(), number, Optional.empty()));
                }
            }
        }
        return Entrance.of(Entry.NODE_PORT, service.toString(), port.toString(), frontends, service.at());
    }

    /// The load balancer, and the node port that Kubernetes gives its Service too.
    private List<Entrance> balanced(KubernetesService service, ServicePort port, LoadBalancer balancer) {
        List<Entrance> all = new ArrayList<>();
        Entry entry = entry(balancer);
        Optional<SubnetView> subnet = balancer.subnet().isEmpty() ? Optional.of(nodes.getFirst())
                : views.subnet(nodes.getFirst().network().name(), balancer.subnet().get());
        if (balancer.settings().portsWithoutRule().contains(port.port())) {
            all.add(Entrance.closed(entry, service.toString(), port.toString(),
                    Answer.no("an annotation keeps this port off the load balancer"), service.at()));
        } else if (balancer.internal() && subnet.isEmpty()) {
            all.add(Entrance.closed(entry, service.toString(), port.toString(), Answer.unknown("the subnet "
                    + balancer.subnet().orElse("") + " of the load balancer is not described"), service.at()));
        } else {
            all.add(balancer(entry, service, port, balancer, subnet));
            balancer.settings().morePublicAddresses().stream().filter(IpAddress::isIpv4)
                    .forEach(address -> all.add(elsewhere(service, port, balancer, address)));
        }
        if (service.nodeTraffic().nodePorts()) {
            all.add(nodePort(service, port));
        }
        return all;
    }

    /// Nodes take what another load balancer leads to an additional public address, and security rules name it too.
    private Entrance elsewhere(KubernetesService service, ServicePort port, LoadBalancer balancer,
            IpAddress address) {
        List<Frontend> frontends = nodes.stream().map(view -> {
            SubnetView machines = rules.with(view, balancer, port.protocol(), AddressSet.of(address), port.port());
            IpAddress node = free(view).first().orElseThrow();
            return new Frontend(Entry.PUBLIC_LOAD_BALANCER, address, true, false, Optional.of(machines),
                    Optional.of(new PathOptions.Backend(machines, node, OptionalInt.empty())), kept(balancer),
                    port.protocol(), port.port(), Optional.empty());
        }).toList();
        return Entrance.of(Entry.PUBLIC_LOAD_BALANCER, service.toString(), port.toString(), frontends, service.at())
                .unless("whether another load balancer leads " + address + ", which azure-additional-public-ips "
                        + "names, to the nodes is not described");
    }

    /// One node of each class that the environment tells apart.
    private List<IpAddress> machines(SubnetView view) {
        return classes.of(free(view), List.of()).all().stream().map(part -> part.first().orElseThrow()).toList();
    }

    /// Without the addresses that private endpoints have.
    private AddressSet free(SubnetView view) {
        AddressSet usable = Places.usable(view.subnet().prefixes());
        AddressSet free = usable.difference(AddressSet.unionOf(endpoints.stream()
                .flatMap(endpoint -> endpoint.addresses().stream()).map(AddressSet::of).toList()));
        return free.isEmpty() ? usable : free;
    }

    private static AddressSet kept(LoadBalancer balancer) {
        return balancer.sources().sourceRanges().isEmpty() ? AddressSet.ALL : balancer.sources().sourceRanges();
    }

    private Entrance balancer(Entry entry, KubernetesService service, ServicePort port, LoadBalancer balancer,
            Optional<SubnetView> subnet) {
        List<IpAddress> addresses = balancer.address().map(List::of).orElseGet(() -> balancer.internal()
                ? classes.of(free(subnet.orElseThrow()), List.of()).all().stream()
                        .map(part -> part.ranges().getLast().last()).toList()
                : List.of(SOME_PUBLIC_ADDRESS));
        Probes.Health health = probes.of(service, port, nodes, this::machines);
        if (health.closed().isPresent()) {
            return Entrance.closed(entry, service.toString(), port.toString(), health.closed().get(), service.at());
        }
        AddressSet kept = kept(balancer);
        List<Frontend> frontends = new ArrayList<>();
        for (IpAddress address : addresses) {
            for (Probes.Machine asked : balancer.settings().floatingIp() ? health.oneOfEachSubnet()
                    : health.machines()) {
                PathOptions.Backend machine = backend(asked, balancer, port, address);
                frontends.add(new Frontend(entry, address, balancer.address().isPresent(), balancer.internal(),
                        Optional.of(machine.view()), Optional.of(machine), kept, port.protocol(), port.port(),
                        Optional.empty()));
            }
        }
        Entrance entrance = Entrance.of(entry, service.toString(), port.toString(), frontends, service.at());
        return balancer.link().map(entrance::with).orElse(entrance);
    }

    /// With floating IP packets keep the load balancer's address and port, otherwise they get the node's.
    private PathOptions.Backend backend(Probes.Machine machine, LoadBalancer balancer, ServicePort port,
            IpAddress address) {
        SubnetView view = machine.view();
        AddressSet usable = Places.usable(view.subnet().prefixes());
        IpAddress node = machine.address();
        if (balancer.settings().floatingIp()) {
            return new PathOptions.Backend(rules.with(view, balancer, port.protocol(), AddressSet.of(address),
                    port.port()), node, OptionalInt.empty());
        }
        int number = port.nodePort().orElse(Probes.NODE_PORTS.first());
        return new PathOptions.Backend(rules.with(view, balancer, port.protocol(), usable, number), node,
                OptionalInt.of(number));
    }

    /// The ranges of the rules that are made for a Service, which tell its clients apart.
    public List<AddressSet> told(Frontend frontend) {
        return frontend.backend().stream().flatMap(machine -> machine.view().inboundGroups().stream())
                .flatMap(group -> rules(group).stream()).map(rule -> classes.of(rule.source())).distinct().toList();
    }

    static List<SecurityRule> rules(Attached<NetworkSecurityGroup> attached) {
        return switch (attached) {
            case Attached.Described<NetworkSecurityGroup>(NetworkSecurityGroup group) -> group.securityRules().stream()
                    .filter(rule -> rule.direction() == SecurityRule.Direction.INBOUND).toList();
            case Attached.Nothing<NetworkSecurityGroup> _,Attached.Undescribed<NetworkSecurityGroup> _ -> List.of();
        };
    }
}

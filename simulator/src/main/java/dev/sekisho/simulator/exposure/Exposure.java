package dev.sekisho.simulator.exposure;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.environment.ClusterNetwork;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.kubernetes.KubernetesService;
import dev.sekisho.model.kubernetes.LoadBalancer;
import dev.sekisho.model.kubernetes.ServicePort;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.verdict.Reply;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells for every Service who can reach it and whether the replies get back.
///
/// The answer holds for every client of a place: one address is asked of each class that the rules, routes and ranges of
/// the environment tell apart.
public final class Exposure {
    /// Stands for the public address that Azure will choose.
    private static final IpAddress SOME_PUBLIC_ADDRESS = IpAddress.parse("20.255.255.254");
    private static final int SOME_NODE_PORT = 30_000;
    private static final List<Reply.Way> WORST_FIRST = List.of(Reply.Way.LOST, Reply.Way.ASYMMETRIC,
            Reply.Way.UNKNOWN, Reply.Way.SYMMETRIC);

    private final Environment environment;
    private final Views views;
    private final SubnetView nodes;
    private final List<Place> places;
    private final SourceClasses classes;
    private final Clients clients;

    private Exposure(Environment environment, SubnetView nodes) {
        this.environment = environment;
        this.views = new Views(environment);
        this.nodes = nodes;
        this.places = Places.of(environment, nodes);
        this.classes = new SourceClasses(environment);
        PathInterpreter interpreter = new PathInterpreter(environment);
        this.clients = new Clients(interpreter, new FirewallEntries(environment, views, interpreter));
    }

    /// Returns the subnet of a cluster's nodes: the named one, or the one that the only described cluster has.
    ///
    /// @param named `network/subnet`
    public static Optional<SubnetView> nodes(Environment environment, Optional<String> named) {
        Views views = new Views(environment);
        if (named.isPresent()) {
            int slash = named.get().indexOf('/');
            return slash < 0 ? Optional.empty()
                    : views.subnet(named.get().substring(0, slash), named.get().substring(slash + 1));
        }
        List<ClusterNetwork> clusters = environment.clusters();
        return clusters.size() != 1 ? Optional.empty()
                : clusters.getFirst().nodeSubnets().stream().findFirst()
                        .flatMap(prefix -> views
                                .subnetOf(Places.usable(List.of(prefix)).first().orElse(prefix.first())));
    }

    /// Returns a row for every port of every Service and every place, in the order of the manifests.
    ///
    /// @param nodes the subnet of the nodes, from [#nodes]
    public static List<ExposureRow> of(Environment environment, SubnetView nodes, List<KubernetesService> services) {
        Exposure exposure = new Exposure(environment, nodes);
        List<ExposureRow> rows = new ArrayList<>();
        for (KubernetesService service : services) {
            for (ServicePort port : service.ports()) {
                for (Place place : exposure.places) {
                    rows.add(exposure.row(service, port, place));
                }
            }
        }
        return rows;
    }

    private ExposureRow row(KubernetesService service, ServicePort port, Place place) {
        return switch (service.type()) {
            case CLUSTER_IP -> closed(service, port, place, "a Service of type ClusterIP is for the cluster alone");
            case EXTERNAL_NAME -> closed(service, port, place, "a Service of type ExternalName is an alias");
            case NODE_PORT -> ask(service, port, place, nodePort(port));
            case LOAD_BALANCER -> service.loadBalancer().isEmpty() ? ask(service, port, place, nodePort(port))
                    : frontend(service.loadBalancer().get(), port).map(front -> ask(service, port, place, front))
                            .orElseGet(() -> new ExposureRow(service.toString(), port.toString(), place, Reach.UNKNOWN,
                                    "the subnet " + service.loadBalancer().get().subnet().orElse("")
                                            + " of the load balancer is not described",
                                    Optional.empty(), Optional.empty(), Optional.empty(), service.at()));
        };
    }

    private static ExposureRow closed(KubernetesService service, ServicePort port, Place place, String why) {
        return new ExposureRow(service.toString(), port.toString(), place, Reach.NOT_REACHABLE, why, Optional.empty(),
                Optional.empty(), Optional.empty(), service.at());
    }

    private Frontend nodePort(ServicePort port) {
        IpAddress node = Places.usable(nodes.subnet().prefixes()).first().orElseThrow();
        return new Frontend(Frontend.Kind.NODE, node, true, Optional.of(nodes), nodes, Frontend.Allowed.EVERYBODY,
                port.protocol(), port.nodePort().orElse(SOME_NODE_PORT));
    }

    private Optional<Frontend> frontend(LoadBalancer balancer, ServicePort port) {
        Frontend.Allowed allowed = allowed(balancer);
        if (!balancer.internal()) {
            return Optional.of(new Frontend(Frontend.Kind.PUBLIC_LOAD_BALANCER,
                    balancer.address().orElse(SOME_PUBLIC_ADDRESS), balancer.address().isPresent(), Optional.empty(),
                    nodes, allowed, port.protocol(), port.port()));
        }
        Optional<SubnetView> subnet = balancer.subnet().isEmpty() ? Optional.of(nodes)
                : views.subnet(nodes.network().name(), balancer.subnet().get());
        return subnet.map(view -> new Frontend(Frontend.Kind.INTERNAL_LOAD_BALANCER,
                balancer.address().orElseGet(() -> lastUsable(view)), balancer.address().isPresent(), subnet, nodes,
                allowed, port.protocol(), port.port()));
    }

    /// Stands for the address that Azure will choose in the subnet.
    private static IpAddress lastUsable(SubnetView view) {
        return Places.usable(view.subnet().prefixes()).ranges().getLast().last();
    }

    private Frontend.Allowed allowed(LoadBalancer balancer) {
        if (!balancer.isRestricted()) {
            return Frontend.Allowed.EVERYBODY;
        }
        AddressSet addresses = balancer.allowedSources();
        boolean unknown = false;
        for (ServiceTagName tag : balancer.allowedTags()) {
            Optional<AddressSet> known = environment.serviceTags().find(tag);
            unknown |= known.isEmpty();
            addresses = addresses.union(known.orElse(AddressSet.EMPTY));
        }
        return new Frontend.Allowed(addresses, false, unknown);
    }

    private record Asked(AddressSet addresses, Answer answer) {}

    private ExposureRow ask(KubernetesService service, ServicePort port, Place place, Frontend frontend) {
        List<Asked> asked = classes.of(place.addresses(), frontend.allowed().addresses()).stream()
                .map(part -> new Asked(part, clients.ask(frontend, place, part.first().orElseThrow()))).toList();
        List<Asked> reached = asked.stream().filter(one -> one.answer().reach() == Reach.REACHABLE).toList();
        List<Asked> open = asked.stream().filter(one -> one.answer().reach() == Reach.UNKNOWN).toList();
        Asked told = Stream.of(reached.stream(), open.stream(), asked.stream()).flatMap(s -> s)
                .min((a, b) -> Integer.compare(rank(a), rank(b))).orElseThrow();
        Reach reach = reached.size() == asked.size() ? Reach.REACHABLE
                : !reached.isEmpty() ? Reach.PARTLY : !open.isEmpty() ? Reach.UNKNOWN : Reach.NOT_REACHABLE;
        String why = told.answer().why();
        if (reach == Reach.PARTLY) {
            Answer other = asked.stream().filter(one -> one.answer().reach() != Reach.REACHABLE).findFirst()
                    .orElseThrow().answer();
            why = "only from " + text(AddressSet.unionOf(reached.stream().map(Asked::addresses).toList())) + ": " + why
                    + "; otherwise: " + other.why();
        }
        String witness = "from " + told.addresses().first().orElseThrow() + " to " + frontend.address()
                + (frontend.fixed() ? "" : " (stands for the address that Azure chooses)") + ":" + frontend.port();
        return new ExposureRow(service.toString(), port.toString(), place, reach, why, told.answer().reply(),
                told.answer().fix(), Optional.of(witness), service.at());
    }

    /// Reachable ones first, of those the ones with the worst way back; then what nobody knows.
    private static int rank(Asked one) {
        return switch (one.answer().reach()) {
            case REACHABLE, PARTLY -> WORST_FIRST.indexOf(one.answer().reply().orElse(Reply.Way.UNKNOWN));
            case UNKNOWN -> WORST_FIRST.size();
            case NOT_REACHABLE -> WORST_FIRST.size() + 1;
        };
    }

    private static String text(AddressSet set) {
        List<IpPrefix> prefixes = set.prefixes();
        String first = String.join(", ", prefixes.stream().limit(3).map(IpPrefix::toString).toList());
        return prefixes.size() <= 3 ? first : first + " and " + (prefixes.size() - 3) + " more ranges";
    }
}

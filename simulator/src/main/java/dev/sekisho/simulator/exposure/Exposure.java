package dev.sekisho.simulator.exposure;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.environment.ClusterNetwork;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.kubernetes.IpFamilies;
import dev.sekisho.model.kubernetes.KubernetesService;
import dev.sekisho.model.kubernetes.LoadBalancer;
import dev.sekisho.model.kubernetes.Manifests;
import dev.sekisho.model.kubernetes.NodeTraffic;
import dev.sekisho.model.kubernetes.ServicePort;
import dev.sekisho.simulator.exposure.answer.Answer;
import dev.sekisho.simulator.exposure.answer.Mend;
import dev.sekisho.simulator.exposure.answer.Reach;
import dev.sekisho.simulator.exposure.entrance.Entrance;
import dev.sekisho.simulator.exposure.entrance.Entrances;
import dev.sekisho.simulator.exposure.entrance.Entry;
import dev.sekisho.simulator.exposure.entrance.Frontend;
import dev.sekisho.simulator.exposure.entrance.Ingresses;
import dev.sekisho.simulator.exposure.place.AddressClasses;
import dev.sekisho.simulator.exposure.place.Place;
import dev.sekisho.simulator.exposure.place.Places;
import dev.sekisho.simulator.exposure.way.ApiServers;
import dev.sekisho.simulator.exposure.way.Chains;
import dev.sekisho.simulator.exposure.way.Clients;
import dev.sekisho.simulator.exposure.way.LinkEntries;
import dev.sekisho.simulator.exposure.way.PublicAddresses;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells for every way into a cluster who can use it and whether the replies get back.
///
/// The answer holds for every client of a place: one address is asked of each class that the rules, routes and ranges of
/// the environment tell apart. Where Azure chooses an address, every class of addresses that it may choose is asked too.
public final class Exposure {
    private static final String TOO_MANY = "more than " + AddressClasses.MOST + " kinds of clients to tell apart";

    private final List<Place> places;
    private final AddressClasses classes;
    private final Entrances entrances;
    private final ApiServers apiServers;
    private final Ingresses ingresses;
    private final Chains chains;
    private final LinkEntries links;
    private final PathInterpreter interpreter;
    private final PublicAddresses shown;

    private Exposure(Environment environment, List<SubnetView> nodes) {
        Views views = new Views(environment);
        this.places = Places.of(environment, nodes.getFirst());
        this.classes = new AddressClasses(environment);
        this.entrances = new Entrances(environment, views, nodes, classes);
        this.apiServers = new ApiServers(environment, views, nodes.getFirst());
        this.ingresses = new Ingresses(environment, views, nodes.getFirst());
        this.chains = new Chains(environment, views, places);
        this.shown = new PublicAddresses(views, classes, entrances);
        this.links = new LinkEntries(environment, views, places);
        this.interpreter = new PathInterpreter(environment);
    }

    /// Returns the subnets of a cluster's nodes: the named one, or those that the only described cluster has.
    ///
    /// @param named `network/subnet`
    public static List<SubnetView> nodes(Environment environment, Optional<String> named) {
        Views views = new Views(environment);
        if (named.isPresent()) {
            int slash = named.get().indexOf('/');
            return slash < 0 ? List.of()
                    : views.subnet(named.get().substring(0, slash), named.get().substring(slash + 1)).stream().toList();
        }
        List<ClusterNetwork> clusters = environment.clusters();
        return clusters.size() != 1 ? List.of()
                : clusters.getFirst().nodeSubnets().stream().flatMap(prefix -> views
                        .subnetOf(Places.usable(List.of(prefix)).first().orElse(prefix.first())).stream())
                        .distinct().toList();
    }

    /// Returns a row for every way in and every place: the ports of every Service in the order of the manifests, then the
    /// API servers.
    ///
    /// @param nodes the subnets of the nodes, from [#nodes]; not empty
    public static List<ExposureRow> of(Environment environment, List<SubnetView> nodes, Manifests manifests) {
        Exposure exposure = new Exposure(environment, nodes);
        Clients clients = new Clients(exposure.interpreter, exposure.shown, false);
        List<ExposureRow> rows = new ArrayList<>();
        Map<Alike, List<ExposureRow>> answered = new HashMap<>();
        for (KubernetesService service : manifests.services()) {
            for (ServicePort port : service.ports()) {
                answered.computeIfAbsent(Alike.of(service, port),
                        _ -> exposure.rows(clients, exposure.entrances.of(service, port)))
                        .forEach(row -> rows.add(row.of(service.toString(), service.at())));
            }
            rows.addAll(exposure.rows(clients, exposure.ingresses.of(service, manifests.fronts())));
        }
        rows.addAll(exposure.rows(clients, exposure.apiServers.entrances()));
        return rows;
    }

    /// What decides about one port of a Service. Long lists hold many that are alike.
    private record Alike(KubernetesService.Type type, Optional<LoadBalancer> balancer, IpFamilies families,
            NodeTraffic traffic, ServicePort port) {
        static Alike of(KubernetesService service, ServicePort port) {
            return new Alike(service.type(), service.loadBalancer(), service.families(), service.nodeTraffic(), port);
        }
    }

    private List<ExposureRow> rows(Clients clients, List<Entrance> all) {
        List<ExposureRow> rows = new ArrayList<>();
        all.forEach(entrance -> places(entrance).forEach(place -> rows.add(row(clients, entrance, place))));
        return rows;
    }

    /// Follows a client to the ways in by one port of a Service.
    ///
    /// @param service name or namespace and name
    /// @return what becomes of the client by each way; empty where the Service or its port is not described
    public static List<InboundTrace> trace(Environment environment, List<SubnetView> nodes, Manifests manifests,
            String service, int port, IpAddress client) {
        Exposure exposure = new Exposure(environment, nodes);
        Clients clients = new Clients(exposure.interpreter, exposure.shown, true);
        List<InboundTrace> traces = new ArrayList<>();
        for (Entrance entrance : exposure.entrances(manifests)) {
            boolean meant = (entrance.subject().equals(service) || entrance.subject().endsWith("/" + service))
                    && entrance.port().endsWith(":" + port);
            for (Place place : meant ? exposure.places(entrance) : List.<Place>of()) {
                if (place.addresses().contains(client)) {
                    Answer answer = exposure.ask(clients, entrance, place, Optional.of(client));
                    traces.add(InboundTrace.of(entrance, place, answer));
                }
            }
        }
        return traces;
    }

    private List<Entrance> entrances(Manifests manifests) {
        List<Entrance> all = new ArrayList<>();
        for (KubernetesService service : manifests.services()) {
            for (ServicePort port : service.ports()) {
                all.addAll(entrances.of(service, port));
            }
            all.addAll(ingresses.of(service, manifests.fronts()));
        }
        all.addAll(apiServers.entrances());
        return all;
    }

    /// Where clients of an entrance may be. An ingress is for what its gateway serves.
    private List<Place> places(Entrance entrance) {
        return switch (entrance.entry()) {
            case NODE_PORT -> places;
            case INGRESS -> entrance.frontends().isEmpty() ? places : chains.places(entrance);
            case INTERNAL_LOAD_BALANCER, PUBLIC_LOAD_BALANCER, API_SERVER, NONE -> entrance.frontends().isEmpty()
                    ? places
                    : Stream.of(places.stream(), chains.places(entrance).stream(), links.places(entrance).stream())
                            .flatMap(all -> all).toList();
        };
    }

    private record Asked(Optional<AddressSet> clients, Answer answer) {}

    private ExposureRow row(Clients clients, Entrance entrance, Place place) {
        if (entrance.closed().isPresent()) {
            return row(entrance, place, List.of(new Asked(Optional.of(place.addresses()), closed(entrance, place))));
        }
        if (place.addresses().isEmpty()) {
            return row(entrance, place,
                    List.of(new Asked(Optional.empty(), ask(clients, entrance, place, Optional.empty()))));
        }
        List<AddressSet> also = new ArrayList<>();
        entrance.frontends().forEach(frontend -> {
            also.add(frontend.kept());
            also.addAll(entrances.told(frontend));
        });
        if (entrance.entry() == Entry.API_SERVER) {
            also.add(apiServers.ranges(entrance));
        }
        AddressClasses.Classes parts = classes.of(place.addresses(), also);
        if (!parts.complete()) {
            return row(entrance, place,
                    List.of(new Asked(Optional.of(place.addresses()), Answer.unknown(TOO_MANY))));
        }
        return row(entrance, place, parts.all().stream().map(part -> new Asked(Optional.of(part),
                ask(clients, entrance, place, part.first()))).toList());
    }

    /// Asks for one client at every frontend that it may be; where they do not agree, nobody knows.
    private Answer ask(Clients clients, Entrance entrance, Place place, Optional<IpAddress> client) {
        if (entrance.closed().isPresent()) {
            return closed(entrance, place);
        }
        Answer answer = askAll(clients, entrance, place, client);
        return answer.isYes() && entrance.doubt().isPresent()
                ? Answer.unknown(entrance.doubt().get()).because(answer.why())
                : answer;
    }

    /// Whatever is not known of an internal load balancer, the Internet does not reach it.
    private static Answer closed(Entrance entrance, Place place) {
        return entrance.entry() == Entry.INTERNAL_LOAD_BALANCER && place.kind() == Place.Kind.INTERNET
                ? Answer.no("its address is private")
                : entrance.closed().orElseThrow();
    }

    private Answer askAll(Clients clients, Entrance entrance, Place place, Optional<IpAddress> client) {
        Optional<Answer> first = Optional.empty();
        Optional<Frontend> at = Optional.empty();
        for (Frontend frontend : entrance.frontends()) {
            Answer answer = ask(clients, entrance, frontend, place, client);
            if (first.isEmpty()) {
                first = Optional.of(answer);
                at = Optional.of(frontend);
            } else if (answer.reach() != first.get().reach()) {
                return differing(at.orElseThrow(), first.get(), frontend, answer);
            } else if (Answer.rank(answer.reply()) < Answer.rank(first.get().reply())) {
                first = Optional.of(answer);
                at = Optional.of(frontend);
            }
        }
        return first.orElseThrow();
    }

    private static Answer differing(Frontend one, Answer first, Frontend other, Answer second) {
        boolean address = !one.address().equals(other.address());
        Frontend open = first.isYes() ? one : other;
        Answer reached = first.isYes() ? first : second;
        Answer kept = first.isYes() ? second : first;
        String what = address
                ? (one.entry() == Entry.NODE_PORT ? "it depends on the node: " : "it depends on the address that Azure "
                        + "chooses: ") + "with " + open.address() + ": "
                : "it depends on the node that the load balancer chooses: one in "
                        + open.where().map(SubnetView::name).orElse("") + ": ";
        Answer answer = Answer.unknown(what + (reached.isYes() ? "reachable, " : "") + reached.why()
                + "; with another: " + kept.why());
        return address && one.entry() == Entry.INTERNAL_LOAD_BALANCER && reached.isYes()
                ? answer.with(Mend.fixedAddress(open.address().toString()))
                : answer;
    }

    private Answer ask(Clients clients, Entrance entrance, Frontend frontend, Place place,
            Optional<IpAddress> client) {
        return place.isThroughFirewall() ? chains.ask(clients, frontend, place, client.orElseThrow())
                : switch (place.kind()) {
                    case PRIVATE_LINK -> links.ask(clients, entrance, frontend, place, client);
                    case APPLICATION_GATEWAY, INTERNET_THROUGH_FIREWALL ->
                        chains.ask(clients, frontend, place, client.orElseThrow());
                    case NETWORK, PEERED, OTHER_NETWORK, ON_PREMISES, INTERNET -> entrance.entry() == Entry.API_SERVER
                            ? apiServers.ask(clients.at(apiServers.interpreter()), entrance, frontend, place,
                                    client.orElseThrow())
                            : clients.ask(frontend, place, client.orElseThrow());
                };
    }

    private static ExposureRow row(Entrance entrance, Place place, List<Asked> asked) {
        List<Asked> reached = asked.stream().filter(one -> one.answer().isYes()).toList();
        List<Asked> open = asked.stream().filter(one -> one.answer().reach() == Reach.UNKNOWN).toList();
        Asked told = asked.stream().min((a, b) -> Integer.compare(rank(a), rank(b))).orElseThrow();
        Reach reach = reached.size() == asked.size() ? Reach.REACHABLE
                : !reached.isEmpty() ? Reach.PARTLY : !open.isEmpty() ? Reach.UNKNOWN : Reach.NOT_REACHABLE;
        String why = told.answer().why();
        if (reach == Reach.PARTLY) {
            Answer other = asked.stream().filter(one -> !one.answer().isYes()).findFirst().orElseThrow().answer();
            why = "only from " + text(AddressSet.unionOf(reached.stream()
                    .flatMap(one -> one.clients().stream()).toList())) + ": " + why + "; otherwise: " + other.why();
        }
        Optional<String> witness = told.clients().flatMap(AddressSet::first)
                .map(client -> "from " + client + entrance.frontends().stream().findFirst()
                        .map(frontend -> " to " + frontend.text()).orElse(""));
        List<ExposureRow.Part> parts = asked.stream()
                .map(one -> new ExposureRow.Part(one.clients().orElse(AddressSet.EMPTY), one.answer().reach(),
                        one.answer().why(), one.answer().reply(), one.answer().behindGateway()))
                .toList();
        return new ExposureRow(entrance.subject(), entrance.port(), entrance.entry(), place, reach, why,
                told.answer().reply(), told.answer().mend(), witness, parts, told.answer().assumptions(),
                entrance.at());
    }

    /// Reachable ones first, of those the ones with the worst way back; then what nobody knows.
    private static int rank(Asked one) {
        int ways = Answer.WORST_FIRST.size();
        return switch (one.answer().reach()) {
            case REACHABLE, PARTLY -> Answer.rank(one.answer().reply());
            case UNKNOWN -> ways;
            case NOT_REACHABLE -> ways + 1;
        };
    }

    private static String text(AddressSet set) {
        List<IpPrefix> prefixes = set.prefixes();
        String first = String.join(", ", prefixes.stream().limit(3).map(IpPrefix::toString).toList());
        return prefixes.size() <= 3 ? first : first + " and " + (prefixes.size() - 3) + " more ranges";
    }
}

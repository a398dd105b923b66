package dev.sekisho.simulator.exposure.way;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.cluster.ApiServer;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.ApiServerAccess;
import dev.sekisho.model.environment.ClusterNetwork;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exposure.answer.Answer;
import dev.sekisho.simulator.exposure.entrance.Entrance;
import dev.sekisho.simulator.exposure.entrance.Entrances;
import dev.sekisho.simulator.exposure.entrance.Frontend;
import dev.sekisho.simulator.exposure.place.Place;
import dev.sekisho.simulator.exposure.place.Places;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.verdict.HopType;
import dev.sekisho.simulator.verdict.PathVerdict;
import dev.sekisho.simulator.verdict.Reply;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Who can call the API servers of clusters.
///
/// Authorized ranges hold for the public endpoint: it sees the address that a client shows to the Internet. A private address
/// is reached like any other in its network; a private endpoint without regard to the route tables of its subnet.
public final class ApiServers {
    static final String SUBJECT = "API server of ";
    private static final int PORT = 443;

    private final Environment environment;
    private final Views views;
    private final SubnetView nodes;
    private final PathInterpreter interpreter;

    public ApiServers(Environment environment, Views views, SubnetView nodes) {
        this.environment = environment;
        this.views = views;
        this.nodes = nodes;
        this.interpreter = new PathInterpreter(withEndpoints());
    }

    /// Knows the private endpoints of API servers too.
    public PathInterpreter interpreter() {
        return interpreter;
    }

    /// Returns the entrance of each cluster whose API server is described.
    public List<Entrance> entrances() {
        return environment.clusters().stream()
                .flatMap(cluster -> cluster.apiServer().map(access -> entrance(cluster, access)).stream()).toList();
    }

    private Entrance entrance(ClusterNetwork cluster, ApiServerAccess access) {
        Frontend frontend = frontend(access);
        return Entrance.of(dev.sekisho.simulator.exposure.entrance.Entry.API_SERVER, SUBJECT + cluster.name(),
                "tcp:" + PORT,
                List.of(frontend), SourceLocation.UNKNOWN);
    }

    /// The environment with the private endpoints of private API servers, which AKS makes and few describe.
    private Environment withEndpoints() {
        List<PrivateEndpoint> endpoints = new ArrayList<>(environment.privateEndpoints());
        for (ClusterNetwork cluster : environment.clusters()) {
            cluster.apiServer().filter(access -> access.access() == ApiServer.Access.PRIVATE).ifPresent(access -> {
                Frontend frontend = frontend(access);
                boolean known = endpoints.stream().anyMatch(one -> one.addresses().contains(frontend.address()));
                frontend.where().filter(_ -> !known).ifPresent(view -> endpoints.add(new PrivateEndpoint(
                        "kube-apiserver-" + cluster.name(), List.of(frontend.address()),
                        new PrivateEndpoint.Placement.InSubnet(new ResourceRef(view.network().name()),
                                view.subnet().name()),
                        List.of(), SourceLocation.UNKNOWN)));
            });
        }
        return endpoints.size() == environment.privateEndpoints().size() ? environment
                : environment.withPrivateEndpoints(endpoints);
    }

    private Frontend frontend(ApiServerAccess access) {
        boolean inside = switch (access.access()) {
            case PUBLIC -> false;
            case PRIVATE, VNET_INTEGRATION -> true;
        };
        Optional<SubnetView> subnet = !inside ? Optional.empty()
                : access.subnet().isPresent()
                        ? views.subnet(access.subnet().get().virtualNetwork().name(), access.subnet().get().name())
                        : access.address().flatMap(views::subnetOf).or(() -> Optional.of(nodes));
        IpAddress address = access.address().orElseGet(() -> inside
                ? subnet.map(view -> Places.usable(view.subnet().prefixes()).ranges().getLast().last())
                        .orElse(Entrances.SOME_PUBLIC_ADDRESS)
                : Entrances.SOME_PUBLIC_ADDRESS);
        return new Frontend(dev.sekisho.simulator.exposure.entrance.Entry.API_SERVER, address,
                access.address().isPresent(),
                inside, subnet, Optional.empty(), AddressSet.ALL, IpProtocol.TCP, PORT, access.fqdn());
    }

    private ApiServerAccess access(Entrance entrance) {
        String name = entrance.subject().substring(SUBJECT.length());
        return environment.clusters().stream().filter(cluster -> cluster.name().equals(name)).findFirst()
                .flatMap(ClusterNetwork::apiServer).orElseThrow();
    }

    /// The ranges that tell callers of the public endpoint apart.
    public AddressSet ranges(Entrance entrance) {
        return AddressSet.ofPrefixes(access(entrance).authorizedIpRanges().stream()
                .flatMap(entry -> entry.known().stream()).toList());
    }

    /// Asks for a client of a network, on premises or the Internet.
    public Answer ask(Clients clients, Entrance entrance, Frontend frontend, Place place, IpAddress client) {
        ApiServerAccess access = access(entrance);
        if (place.kind() == Place.Kind.INTERNET) {
            return access.publicEndpoint() ? authorized(access, client) : Answer.no("it has no public endpoint");
        }
        if (!frontend.isPrivate()) {
            return toPublic(clients, access, place, client);
        }
        if (frontend.where().isEmpty()) {
            return Answer.unknown("the subnet of its private address is not described");
        }
        Frontend bare = new Frontend(frontend.entry(), frontend.address(), frontend.fixed(), true, frontend.where(),
                Optional.empty(), AddressSet.ALL, frontend.protocol(), frontend.port(), Optional.empty());
        Answer inside = clients.toPrivate(bare, place, client);
        Answer named = inside.isYes() ? named(inside, access, place) : inside;
        if (!access.publicEndpoint()) {
            return named;
        }
        return named.orBetter(toPublic(clients, access, place, client).because("by its public endpoint"));
    }

    /// A private name that a network cannot resolve is of little use there.
    private static Answer named(Answer answer, ApiServerAccess access, Place place) {
        if (access.nameLinks().isEmpty() || place.start().isEmpty()) {
            return answer;
        }
        boolean linked = access.nameLinks().stream().map(ResourceRef::name)
                .anyMatch(name -> name.equalsIgnoreCase(place.start().get().network()));
        return linked ? answer
                : answer.because("its name resolves only in networks that its private DNS zone is linked to, not here");
    }

    private static Answer authorized(ApiServerAccess access, IpAddress seen) {
        if (access.authorizedIpRanges().isEmpty()) {
            return Answer.yes("a public endpoint without authorized ranges", Reply.Way.SYMMETRIC);
        }
        Optional<IpPrefix> range = access.authorizedIpRanges().stream().flatMap(entry -> entry.known().stream())
                .filter(prefix -> prefix.contains(seen)).findFirst();
        if (range.isPresent()) {
            return Answer.yes("authorized by " + range.get(), Reply.Way.SYMMETRIC);
        }
        return access.authorizedIpRanges().stream().allMatch(entry -> entry.known().isPresent())
                ? Answer.no(seen + " is outside of the authorized ranges")
                : Answer.unknown("some authorized ranges are not known");
    }

    /// From inside to the public endpoint: what address the client shows there decides.
    private Answer toPublic(Clients clients, ApiServerAccess access, Place place, IpAddress client) {
        if (place.gateway() || place.start().isEmpty()) {
            return access.authorizedIpRanges().isEmpty()
                    ? Answer.yes("by its own way to the Internet", Reply.Way.SYMMETRIC)
                    : Answer.unknown("the address that it shows to the Internet is not described");
        }
        Place.Start start = place.start().get();
        Optional<ApplicationData> https = access.fqdn().map(name -> ApplicationData
                .shownBy(ApplicationData.Protocol.HTTPS, Optional.of(name.value()), PORT));
        Optional<IpAddress> own = access.access() == ApiServer.Access.PUBLIC ? access.address() : Optional.empty();
        Flow flow = new Flow(client, own.or(() -> access.fqdn().isPresent() ? Optional.empty()
                : Optional.of(Entrances.SOME_PUBLIC_ADDRESS)), access.fqdn().map(name -> name.value()), IpProtocol.TCP,
                OptionalInt.of(PORT), https, Flow.Marks.NONE);
        PathVerdict verdict = clients.evaluate(flow, PathOptions.NONE.withSubnet(start.network(), start.subnet()));
        boolean straight = verdict.route().filter(route -> route.nextHopType() == HopType.INTERNET).isPresent();
        Optional<Answer> lost = straight ? Optional.empty() : Clients.lost(verdict, place);
        Answer answer = lost.orElseGet(() -> access.authorizedIpRanges().isEmpty()
                ? Answer.yes(verdict.toString(), Reply.Way.SYMMETRIC)
                : shown(access, straight ? gateway(start) : firewall(verdict)));
        return answer.after(verdict.basis());
    }

    private static List<Entry<IpAddress>> firewall(PathVerdict verdict) {
        return verdict.firewall().flatMap(firewall -> firewall.forwarding()).map(forwarding -> forwarding.sources()
                .stream().<Entry<IpAddress>>map(Entry::of).toList()).orElse(List.of());
    }

    private List<Entry<IpAddress>> gateway(Place.Start start) {
        return views.subnet(start.network(), start.subnet()).flatMap(view -> view.subnet().natGateway())
                .map(nat -> nat.publicIps()).orElse(List.of());
    }

    /// Every address that the client may show must be authorized.
    private static Answer shown(ApiServerAccess access, List<Entry<IpAddress>> addresses) {
        if (addresses.isEmpty() || addresses.stream().anyMatch(entry -> entry.known().isEmpty())) {
            return Answer.unknown("the public address that it is seen with is not described");
        }
        List<Answer> answers = addresses.stream().flatMap(entry -> entry.known().stream())
                .map(address -> authorized(access, address).because("seen as " + address)).toList();
        Optional<Answer> refused = answers.stream().filter(answer -> !answer.isYes()).findFirst();
        boolean none = answers.stream().noneMatch(Answer::isYes);
        return refused.map(answer -> none ? answer
                : Answer.unknown("some of the addresses that it is seen with are authorized, others not: "
                        + answer.why()))
                .orElseGet(answers::getFirst);
    }
}

package dev.sekisho.simulator.exposure;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.cluster.ApiServer;
import dev.sekisho.model.environment.ApiServerAccess;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.network.PrivateLinkConnection;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exposure.answer.Reach;
import dev.sekisho.simulator.exposure.entrance.Entry;
import dev.sekisho.simulator.nsg.NsgInterpreter;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.route.RouteInterpreter;
import dev.sekisho.simulator.verdict.Action;
import dev.sekisho.simulator.verdict.Delivery;
import dev.sekisho.simulator.verdict.Forwarding;
import dev.sekisho.simulator.verdict.HopType;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.PathVerdict;
import dev.sekisho.simulator.verdict.Reply;
import dev.sekisho.simulator.verdict.RouteVerdict;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the literal interpreters say about one client of [RandomWaysIn], link by link: routes, security groups and firewalls are
/// asked one by one, and their verdicts are put together here.
///
/// @param nodes the subnet of the nodes with the security group at their interfaces described, for one Service
record WaysOracle(Environment environment, PathInterpreter interpreter, SubnetView nodes) {
    static final IpAddress BALANCER = IpAddress.parse("10.0.0.30");
    private static final IpAddress PUBLIC = IpAddress.parse("20.2.2.2");
    private static final IpAddress DOOR = IpAddress.parse("20.0.0.10");
    private static final IpAddress FIREWALL = IpAddress.parse("10.0.1.4");
    private static final IpAddress LINK = IpAddress.parse("10.0.0.52");
    private static final IpAddress INSTANCE = IpAddress.parse("10.0.0.36");
    private static final IpAddress LISTENER = IpAddress.parse("10.0.0.40");
    private static final IpAddress SOMEBODY = IpAddress.parse("20.255.255.254");
    private static final int NODE_PORT = 31_000;
    /// One address of each kind that a rule, a route or a range may mean, and of none of them.
    private static final List<IpAddress> SHOWN = Stream.of("198.51.100.1", "198.51.100.5", "198.51.100.8",
            "198.51.100.9", "198.51.100.12", "20.0.0.10", "20.1.1.1", "20.2.2.2", "203.0.113.7").map(IpAddress::parse)
            .toList();
    private static final Set<HopType> AWAY = EnumSet.of(HopType.NONE, HopType.INTERNET,
            HopType.VIRTUAL_NETWORK_GATEWAY);

    static final String INNER_RULES = RandomWaysIn.rule(4096, true, true, "10.0.1.4", "VirtualNetwork", "*");
    static final String OUTER_RULES = INNER_RULES
            + RandomWaysIn.rule(500, true, true, "Internet", "20.2.2.2", "80");

    /// @param environment with the security group of the nodes' interfaces
    static WaysOracle of(Environment environment) {
        return new WaysOracle(environment, new PathInterpreter(environment),
                new Views(environment).subnet("spoke", "nodes").orElseThrow());
    }

    /// What becomes of one client.
    record Fate(Reach reach, Optional<Reply.Way> reply) {
        static final Fate OUT = new Fate(Reach.NOT_REACHABLE, Optional.empty());
        static final Fate OPEN = new Fate(Reach.UNKNOWN, Optional.empty());

        static Fate in(Reply.Way way) {
            return new Fate(Reach.REACHABLE, Optional.of(way));
        }

        boolean isIn() {
            return reach == Reach.REACHABLE;
        }

        private int rank() {
            return reply.map(List.of(Reply.Way.LOST, Reply.Way.ASYMMETRIC, Reply.Way.UNKNOWN,
                    Reply.Way.SYMMETRIC)::indexOf).orElse(-1);
        }

        /// One link after another: all have to be open, and the worst reply counts.
        Fate and(Fate next) {
            return !isIn() ? this : !next.isIn() || next.rank() < rank() ? next : this;
        }

        /// The client may choose.
        Fate or(Fate other) {
            if (isIn() && other.isIn()) {
                return other.rank() > rank() ? other : this;
            }
            return isIn() || !other.isIn() && reach == Reach.UNKNOWN ? this : other;
        }

        /// Somebody else chooses: nobody knows, unless all agree.
        Fate with(Fate other) {
            return reach != other.reach ? OPEN : other.rank() < rank() ? other : this;
        }
    }

    private SubnetView subnet(String network, String name) {
        return new Views(environment).subnet(network, name).orElseThrow();
    }

    private PathOptions.Backend node(IpAddress address) {
        return new PathOptions.Backend(nodes, address, OptionalInt.empty());
    }

    private static Flow flow(IpAddress from, IpAddress to, int port, boolean inbound) {
        return new Flow(from, Optional.of(to), Optional.empty(), IpProtocol.TCP, OptionalInt.of(port),
                Optional.empty(), new Flow.Marks(inbound, false, Optional.empty(), false, OptionalInt.empty()));
    }

    private static Fate admits(SubnetView view, IpAddress from, IpAddress to, int port) {
        return NsgInterpreter.inbound(view, flow(from, to, port, false)).action() == Action.ALLOW
                ? Fate.in(Reply.Way.SYMMETRIC)
                : Fate.OUT;
    }

    private static Fate fate(PathVerdict verdict) {
        boolean in = (verdict.result() == PathResult.ALLOW || verdict.result() == PathResult.BYPASSES_FIREWALL)
                && verdict.arrives() && verdict.route().filter(route -> AWAY.contains(route.nextHopType())).isEmpty();
        return in ? Fate.in(verdict.reply().map(Reply::way).orElse(Reply.Way.SYMMETRIC))
                : verdict.result() == PathResult.UNKNOWN || verdict.result() == PathResult.HANDED_TO ? Fate.OPEN
                        : Fate.OUT;
    }

    /// Probes ask at the node port.
    Fate healthy() {
        return admits(nodes, IpAddress.parse("168.63.129.16"), IpAddress.parse("10.0.0.20"), NODE_PORT);
    }

    /// From a subnet, or through a gateway from on premises.
    ///
    /// @param behind the subnet that answers
    private Fate inside(Where where, IpAddress client, IpAddress to, int port, PathOptions.Backend... behind) {
        PathOptions from = PathOptions.NONE.withSubnet(where.network(), where.subnet());
        PathVerdict verdict = interpreter.evaluate(flow(client, to, port, false),
                behind.length == 0 ? from : from.withBackend(behind[0]));
        Fate fate = fate(verdict);
        boolean straight = fate.isIn() && verdict.result() == PathResult.BYPASSES_FIREWALL;
        boolean endpoint = verdict.route().filter(route -> route.nextHopType() == HopType.INTERFACE_ENDPOINT)
                .isPresent();
        return !straight || !where.isOnPremises() || endpoint ? fate
                : Fate.in(toOnPremises(behind.length == 0
                        ? new Views(environment).subnetOf(to).orElseThrow()
                        : behind[0].view(), client));
    }

    private static Reply.Way toOnPremises(SubnetView from, IpAddress client) {
        return switch (RouteInterpreter.select(from, client).nextHopType()) {
            case VIRTUAL_NETWORK_GATEWAY, VIRTUAL_NETWORK, VNET_LOCAL, VNET_PEERING, VNET_GLOBAL_PEERING ->
                Reply.Way.SYMMETRIC;
            case VIRTUAL_APPLIANCE, SERVICE_ENDPOINT, INTERFACE_ENDPOINT -> Reply.Way.ASYMMETRIC;
            case NONE, INTERNET, PLATFORM -> Reply.Way.LOST;
            case UNKNOWN -> Reply.Way.UNKNOWN;
        };
    }

    /// A client of the Internet gets its answer by the Internet.
    private static Fate back(SubnetView view, IpAddress client) {
        return Fate.in(RouteInterpreter.select(view, client).nextHopType() == HopType.INTERNET ? Reply.Way.SYMMETRIC
                : Reply.Way.LOST);
    }

    private Fate balanced(IpAddress shown) {
        return admits(nodes, shown, PUBLIC, 80).and(back(nodes, shown));
    }

    /// Out to a public address.
    private Fate outside(Where where, IpAddress client, IpAddress to, int port, Function<IpAddress, Fate> seen) {
        if (where.isOnPremises()) {
            return SHOWN.stream().map(seen).reduce(Fate::with).orElseThrow();
        }
        PathVerdict verdict = interpreter.evaluate(flow(client, to, port, false),
                PathOptions.NONE.withSubnet(where.network(), where.subnet()));
        List<IpAddress> shown = SHOWN;
        if (verdict.route().filter(route -> route.nextHopType() == HopType.INTERNET).isPresent()) {
            shown = subnet(where.network(), where.subnet()).subnet().natGateway()
                    .map(nat -> nat.publicIps().stream().flatMap(entry -> entry.known().stream()).toList())
                    .orElse(SHOWN);
        } else if (!fate(verdict).isIn()) {
            return fate(verdict);
        } else {
            shown = verdict.firewall().flatMap(firewall -> firewall.forwarding()).map(Forwarding::sources)
                    .filter(sources -> !sources.isEmpty()).orElse(SHOWN);
        }
        return shown.stream().map(seen).reduce(Fate::with).orElseThrow();
    }

    /// What a DNAT rule lets through comes from the firewall's private address.
    ///
    /// @param to what the rule leads to; a rule that another matches before leads elsewhere
    private Fate translated(PathVerdict verdict, IpAddress to, int port, SubnetView behind) {
        boolean taken = verdict.result() == PathResult.ALLOW
                && verdict.delivery().filter(how -> how != Delivery.DROPPED_BY_NSG).isEmpty()
                && verdict.firewall().flatMap(firewall -> firewall.forwarding()).flatMap(Forwarding::translated)
                        .filter((to + ":" + port)::equals).isPresent();
        if (!taken) {
            return verdict.result() == PathResult.UNKNOWN || verdict.result() == PathResult.HANDED_TO ? Fate.OPEN
                    : Fate.OUT;
        }
        if (to.equals(PUBLIC)) {
            return admits(behind, DOOR, to, port).and(back(behind, DOOR));
        }
        RouteVerdict back = RouteInterpreter.select(behind, FIREWALL);
        boolean shut = behind.peerings().stream().anyMatch(peering -> peering.leadsTo(FIREWALL)
                && !peering.peering().allowVirtualNetworkAccess());
        return admits(behind, FIREWALL, to, port).and(Fate.in(switch (back.nextHopType()) {
            case VIRTUAL_APPLIANCE -> Reply.Way.SYMMETRIC;
            case VNET_PEERING, VNET_GLOBAL_PEERING, VIRTUAL_NETWORK, VNET_LOCAL ->
                shut ? Reply.Way.LOST : Reply.Way.SYMMETRIC;
            case NONE, INTERNET, PLATFORM -> Reply.Way.LOST;
            case VIRTUAL_NETWORK_GATEWAY, SERVICE_ENDPOINT, INTERFACE_ENDPOINT -> Reply.Way.ASYMMETRIC;
            case UNKNOWN -> Reply.Way.UNKNOWN;
        }));
    }

    private Fate fromInternet(IpAddress client, int door, IpAddress to, int port, SubnetView behind) {
        return translated(interpreter.evaluate(flow(client, DOOR, door, true), PathOptions.NONE.withFirewall("fw")),
                to, port, behind);
    }

    private Fate byPrivateDoor(Where where, IpAddress client, int door, IpAddress to, int port, SubnetView behind) {
        PathVerdict verdict = interpreter.evaluate(flow(client, FIREWALL, door, false),
                PathOptions.NONE.withSubnet(where.network(), where.subnet()));
        Fate there = translated(verdict, to, port, behind);
        boolean lost = verdict.reply().filter(reply -> !reply.arrives()).isPresent() && !where.isOnPremises()
                && RouteInterpreter.select(subnet("hub", "AzureFirewallSubnet"), client)
                        .nextHopType() == HopType.INTERNET;
        return there.and(Fate.in(lost ? Reply.Way.LOST : Reply.Way.SYMMETRIC));
    }

    private SubnetView gateways() {
        return subnet("spoke", "gateways");
    }

    private Fate fromGateway() {
        return inside(new Where("spoke", "gateways"), INSTANCE, BALANCER, 80, node(IpAddress.parse("10.0.0.20")));
    }

    private Fate byListener(IpAddress client, int port) {
        return admits(gateways(), client, INSTANCE, port).and(back(gateways(), client));
    }

    /// A gateway shows its own public address to the Internet.
    private Fate gatewayToPublic() {
        return switch (RouteInterpreter.select(gateways(), PUBLIC).nextHopType()) {
            case INTERNET -> balanced(IpAddress.parse("20.1.1.1"));
            case NONE -> Fate.OUT;
            default -> Fate.OPEN;
        };
    }

    private Fate byEndpoint(Where where, IpAddress client, String name) {
        var endpoint = environment.privateEndpoints().stream().filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow();
        boolean approved = endpoint.connection().orElseThrow().state()
                .filter(state -> state == PrivateLinkConnection.State.APPROVED).isPresent();
        int port = name.equals("pe-api") ? 443 : 80;
        Fate there = approved ? inside(where, client, endpoint.addresses().getFirst(), port) : Fate.OUT;
        return name.equals("pe-api") ? there
                : there.and(admits(nodes, LINK, BALANCER, 80)).and(Fate.in(switch (RouteInterpreter.select(nodes, LINK)
                        .nextHopType()) {
                    case VIRTUAL_NETWORK, VNET_LOCAL -> Reply.Way.SYMMETRIC;
                    case NONE, INTERNET -> Reply.Way.LOST;
                    default -> Reply.Way.ASYMMETRIC;
                }));
    }

    /// Where a client is.
    private record Where(String network, String subnet) {
        static final Where ON_PREMISES = new Where("hub", "GatewaySubnet");

        boolean isOnPremises() {
            return equals(ON_PREMISES);
        }

        static Optional<Where> of(String place) {
            if (place.equals("on premises behind hub")) {
                return Optional.of(ON_PREMISES);
            }
            String name = place.substring(place.lastIndexOf(' ') + 1);
            int slash = name.indexOf('/');
            return slash < 0 ? Optional.empty()
                    : Optional.of(new Where(name.substring(0, slash), name.substring(slash + 1)));
        }
    }

    /// Returns what becomes of a client of a row's place; nothing where the row is not about a client.
    Optional<Fate> of(ExposureRow row, IpAddress client) {
        String place = row.place().name();
        if (place.startsWith("private endpoints elsewhere")) {
            return Optional.empty();
        }
        if (row.service().startsWith("API server")) {
            return Optional.of(apiServer(place, client));
        }
        if (row.entry() == Entry.NODE_PORT) {
            return Optional.of(Where.of(place).map(where -> nodePort(where, client)).orElse(Fate.OUT));
        }
        Fate fate = row.service().equals("default/outer") ? outer(place, client) : inner(place, client);
        return Optional.of(healthy().isIn() ? fate : Fate.OUT);
    }

    private Fate outer(String place, IpAddress client) {
        return switch (place) {
            case "Internet" -> balanced(client);
            case "Internet through fw" -> fromInternet(client, 444, PUBLIC, 80, nodes);
            case "Internet by gw" -> byListener(client, 444).and(gatewayToPublic());
            default -> outside(Where.of(place).orElseThrow(), client, PUBLIC, 80, this::balanced);
        };
    }

    private Fate inner(String place, IpAddress client) {
        String before = place.replaceAll(" (by|through) .*", "");
        Optional<Where> where = Where.of(before);
        if (place.endsWith(" by gw")) {
            return where.map(from -> inside(from, client, LISTENER, 8080)).orElseGet(() -> byListener(client, 443))
                    .and(fromGateway());
        }
        if (place.contains(" by pe-")) {
            return byEndpoint(where.orElseThrow(), client, place.substring(place.lastIndexOf(' ') + 1));
        }
        if (place.equals("Internet through fw")) {
            return fromInternet(client, 443, BALANCER, 80, nodes)
                    .or(fromInternet(client, 446, LISTENER, 8080, gateways()).and(fromGateway()));
        }
        if (place.endsWith(" through fw")) {
            return byPrivateDoor(where.orElseThrow(), client, 445, BALANCER, 80, nodes)
                    .or(byPrivateDoor(where.get(), client, 447, LISTENER, 8080, gateways()).and(fromGateway()));
        }
        return where.map(from -> inside(from, client, BALANCER, 80, node(IpAddress.parse("10.0.0.20"))))
                .orElse(Fate.OUT);
    }

    /// Azure chooses no node: the client does, and nobody knows which.
    private Fate nodePort(Where where, IpAddress client) {
        return IntStream.rangeClosed(20, 30).mapToObj(last -> IpAddress.parse("10.0.0." + last))
                .filter(node -> environment.privateEndpoints().stream()
                        .noneMatch(endpoint -> endpoint.addresses().contains(node)))
                .map(node -> inside(where, client, node, NODE_PORT, node(node))).reduce(Fate::with).orElseThrow();
    }

    private Fate apiServer(String place, IpAddress client) {
        ApiServerAccess access = environment.clusters().getFirst().apiServer().orElseThrow();
        Function<IpAddress, Fate> authorized = shown -> access.authorizedIpRanges().isEmpty()
                || access.authorizedIpRanges().stream().flatMap(entry -> entry.known().stream())
                        .anyMatch((IpPrefix prefix) -> prefix.contains(shown)) ? Fate.in(Reply.Way.SYMMETRIC)
                                : Fate.OUT;
        if (place.equals("Internet")) {
            return access.publicEndpoint() ? authorized.apply(client) : Fate.OUT;
        }
        if (place.equals("Internet through fw")) {
            return Fate.OUT;
        }
        if (place.contains(" by pe-api")) {
            return byEndpoint(Where.of(place.replaceAll(" by .*", "")).orElseThrow(), client, "pe-api");
        }
        Where where = Where.of(place).orElseThrow();
        Fate inside = access.access() == ApiServer.Access.PUBLIC ? Fate.OUT
                : inside(where, client, access.address().orElseThrow(), 443);
        Fate outside = access.publicEndpoint() ? outside(where, client,
                access.access() == ApiServer.Access.PUBLIC ? access.address().orElse(SOMEBODY) : SOMEBODY, 443,
                authorized) : Fate.OUT;
        return inside.or(outside);
    }
}

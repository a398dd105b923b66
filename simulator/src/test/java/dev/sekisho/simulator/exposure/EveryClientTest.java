package dev.sekisho.simulator.exposure;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.kubernetes.Manifests;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exposure.answer.Reach;
import dev.sekisho.simulator.nsg.NsgInterpreter;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.route.RouteInterpreter;
import dev.sekisho.simulator.verdict.Action;
import dev.sekisho.simulator.verdict.HopType;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.PathVerdict;
import dev.sekisho.simulator.verdict.Reply;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Every client of small networks, one by one: what the report says about its class is what the interpreters say about the
/// client alone, by every kind of way in. The oracle puts their verdicts together by itself.
class EveryClientTest {
    private static final IpAddress BALANCER = IpAddress.parse("10.0.0.30");
    private static final IpAddress PUBLIC = IpAddress.parse("20.2.2.2");
    private static final IpAddress DOOR = IpAddress.parse("20.0.0.10");
    private static final IpAddress ENDPOINT = IpAddress.parse("10.0.2.9");
    private static final IpAddress LINK = IpAddress.parse("10.0.0.52");
    private static final IpAddress INSTANCE = IpAddress.parse("10.0.0.36");
    private static final IpAddress PROBES = IpAddress.parse("168.63.129.16");
    private static final int NODE_PORT = 31_000;

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("sekisho.exact.exposures", 40));
    }

    /// What becomes of one client.
    private record Fate(boolean reaches, Optional<Reply.Way> reply) {
        static final Fate OUT = new Fate(false, Optional.empty());

        Fate and(Fate next) {
            return reaches && next.reaches
                    ? new Fate(true, reply.filter(way -> way != Reply.Way.SYMMETRIC).or(next::reply))
                    : OUT;
        }
    }

    /// The interpreters, asked link by link.
    private record Oracle(PathInterpreter interpreter, SubnetView nodes, SubnetView gateways, boolean approved) {

        static Oracle of(Environment environment) {
            Views views = new Views(environment);
            return new Oracle(new PathInterpreter(environment), views.subnet("spoke", "nodes").orElseThrow(),
                    views.subnet("spoke", "gateways").orElseThrow(),
                    environment.privateEndpoints().getFirst().connection().orElseThrow().state().orElseThrow()
                            .azureName().equals("Approved"));
        }

        private PathOptions.Backend node() {
            return new PathOptions.Backend(nodes, IpAddress.parse("10.0.0.20"), OptionalInt.empty());
        }

        private static Flow flow(IpAddress from, IpAddress to, int port, boolean inbound) {
            return new Flow(from, Optional.of(to), Optional.empty(), IpProtocol.TCP, OptionalInt.of(port),
                    Optional.empty(), new Flow.Marks(inbound, false, Optional.empty(), false, OptionalInt.empty()));
        }

        private static boolean admits(SubnetView view, IpAddress from, IpAddress to, int port) {
            return NsgInterpreter.inbound(view, flow(from, to, port, false)).action() == Action.ALLOW;
        }

        boolean healthy() {
            return admits(nodes, PROBES, IpAddress.parse("10.0.0.20"), NODE_PORT);
        }

        private static Fate fate(PathVerdict verdict) {
            boolean in = (verdict.result() == PathResult.ALLOW || verdict.result() == PathResult.BYPASSES_FIREWALL)
                    && verdict.arrives() && verdict.route().filter(route -> Set.of(HopType.NONE, HopType.INTERNET,
                            HopType.VIRTUAL_NETWORK_GATEWAY).contains(route.nextHopType())).isEmpty();
            return in ? new Fate(true, verdict.reply().map(Reply::way).or(() -> Optional.of(Reply.Way.SYMMETRIC)))
                    : Fate.OUT;
        }

        Fate inside(String network, String subnet, IpAddress client, IpAddress to) {
            PathOptions from = PathOptions.NONE.withSubnet(network, subnet);
            return fate(interpreter.evaluate(flow(client, to, 80, false),
                    to.equals(BALANCER) ? from.withBackend(node()) : from));
        }

        Fate onPremises(IpAddress client) {
            PathOptions from = PathOptions.NONE.withSubnet("hub", "GatewaySubnet").withBackend(node());
            PathVerdict verdict = interpreter.evaluate(flow(client, BALANCER, 80, false), from);
            Fate fate = fate(verdict);
            if (!fate.reaches() || verdict.result() != PathResult.BYPASSES_FIREWALL) {
                return fate;
            }
            return new Fate(true, Optional.of(switch (RouteInterpreter.select(nodes, client).nextHopType()) {
                case VIRTUAL_NETWORK_GATEWAY, VIRTUAL_NETWORK, VNET_LOCAL, VNET_PEERING, VNET_GLOBAL_PEERING ->
                    Reply.Way.SYMMETRIC;
                case VIRTUAL_APPLIANCE, SERVICE_ENDPOINT, INTERFACE_ENDPOINT -> Reply.Way.ASYMMETRIC;
                case NONE, INTERNET, PLATFORM -> Reply.Way.LOST;
                case UNKNOWN -> Reply.Way.UNKNOWN;
            }));
        }

        Fate internet(IpAddress client) {
            return admits(nodes, client, PUBLIC, 80) ? back(nodes, client) : Fate.OUT;
        }

        private static Fate back(SubnetView view, IpAddress client) {
            return new Fate(true, Optional.of(RouteInterpreter.select(view, client).nextHopType() == HopType.INTERNET
                    ? Reply.Way.SYMMETRIC
                    : Reply.Way.LOST));
        }

        /// The nodes see the firewall at the port that the rule translates to.
        Fate throughFirewall(IpAddress client) {
            PathVerdict verdict = interpreter.evaluate(flow(client, DOOR, 443, true),
                    PathOptions.NONE.withFirewall("fw"));
            IpAddress seen = IpAddress.parse("10.0.1.4");
            boolean in = verdict.result() == PathResult.ALLOW && admits(nodes, seen, BALANCER, 80);
            return in ? new Fate(true, Optional.empty()) : Fate.OUT;
        }

        Fate gateway(IpAddress client) {
            return admits(gateways, client, INSTANCE, 443)
                    ? back(gateways, client).and(inside("spoke", "gateways", INSTANCE, BALANCER))
                    : Fate.OUT;
        }

        Fate link(IpAddress client) {
            return approved && inside("far", "vms", client, ENDPOINT).reaches()
                    && admits(nodes, LINK, BALANCER, 80) ? new Fate(true, Optional.empty()) : Fate.OUT;
        }

        Optional<Fate> of(ExposureRow row, IpAddress client) {
            String place = row.place().name();
            if (row.service().startsWith("API server")) {
                return place.equals("Internet")
                        ? Optional.of(new Fate(IpPrefix.parse("198.51.100.8/30").contains(client), Optional.empty()))
                        : Optional.empty();
            }
            if (row.service().equals("default/outer")) {
                return !place.equals("Internet") ? Optional.empty()
                        : Optional.of(healthy() ? internet(client) : Fate.OUT);
            }
            return switch (row.entry()) {
                case INTERNAL_LOAD_BALANCER -> inner(place, client).map(fate -> healthy() ? fate : Fate.OUT);
                case NODE_PORT -> nodePort(row, client);
                case PUBLIC_LOAD_BALANCER, INGRESS, API_SERVER, NONE -> Optional.empty();
            };
        }

        private Optional<Fate> inner(String place, IpAddress client) {
            return switch (place) {
                case "network spoke/clients" -> Optional.of(inside("spoke", "clients", client, BALANCER));
                case "peered network hub/vms" -> Optional.of(inside("hub", "vms", client, BALANCER));
                case "network far/vms" -> Optional.of(inside("far", "vms", client, BALANCER));
                case "on premises behind hub" -> Optional.of(onPremises(client));
                case "Internet" -> Optional.of(Fate.OUT);
                case "Internet through fw" -> Optional.of(throughFirewall(client));
                case "Internet by gw" -> Optional.of(gateway(client));
                case "network far/vms by pe" -> Optional.of(link(client));
                default -> Optional.empty();
            };
        }

        /// No rule and no route of these environments tells one node from another, except those for 10.0.0.28/30.
        private Optional<Fate> nodePort(ExposureRow row, IpAddress client) {
            if (!row.place().name().equals("network spoke/clients")) {
                return Optional.empty();
            }
            IpAddress machine = IpAddress.parse("10.0.0.21");
            return Optional.of(fate(interpreter.evaluate(flow(client, machine, NODE_PORT, false), PathOptions.NONE
                    .withSubnet("spoke", "clients")
                    .withBackend(new PathOptions.Backend(nodes, machine, OptionalInt.empty())))));
        }
    }

    private static List<IpAddress> clients(AddressSet place) {
        AddressSet universe = AddressSet.ofPrefixes(Stream.of("10.0.0.0/28", "10.0.1.96/28", "10.0.2.0/28",
                "192.168.0.0/28", "198.51.100.0/28").map(IpPrefix::parse).toList());
        List<IpAddress> all = new ArrayList<>();
        place.intersection(universe).ranges().forEach(range -> {
            IpAddress address = range.first();
            while (true) {
                all.add(address);
                if (address.equals(range.last())) {
                    return;
                }
                address = address.next().orElseThrow();
            }
        });
        return all;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyClientFaresAsTheInterpretersSay(long seed) throws IOException {
        compare(seed, new HashSet<>());
    }

    /// Otherwise the comparison would prove little.
    @Test
    void everyKindOfPlaceIsOpenForSomeAndClosedForOthers() throws IOException {
        Set<String> seen = new HashSet<>();
        for (long seed = 0; seed < 25; seed++) {
            compare(seed, seen);
        }
        for (String place : List.of("network spoke/clients", "peered network hub/vms", "on premises behind hub",
                "Internet through fw", "Internet by gw", "network far/vms by pe", "Internet")) {
            assertTrue(seen.contains(place + " true") && seen.contains(place + " false"),
                    () -> place + " in " + seen);
        }
        assertTrue(seen.contains("Lost") && seen.contains("Asymmetric"), seen::toString);
    }

    /// The first and the last client of each class are followed alone.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 8})
    void aTraceOfAnyClientConfirmsTheVerdictOfItsClass(long seed) throws IOException {
        InboundFiles files = new InboundFiles(folder, RandomWaysIn.environment(seed), RandomWaysIn.SERVICES);
        Environment environment = files.read();
        List<SubnetView> nodes = Exposure.nodes(environment, Optional.empty());
        Manifests services = files.services();
        for (ExposureRow row : files.rows()) {
            if (row.service().startsWith("API server")) {
                continue;
            }
            for (ExposureRow.Part part : row.parts()) {
                List<IpAddress> asked = part.clients().ranges().stream()
                        .flatMap(range -> Stream.of(range.first(), range.last())).limit(2).toList();
                for (IpAddress client : asked) {
                    InboundTrace trace = Exposure.trace(environment, nodes, services, row.service(), 80, client)
                            .stream().filter(one -> one.entry() == row.entry() && one.place().equals(row.place()))
                            .findFirst().orElseThrow();
                    assertEquals(part.reach() + " " + part.reply() + " " + part.why().isEmpty(),
                            trace.reach() + " " + trace.reply() + " " + trace.why().isEmpty(),
                            () -> row.service() + " from " + row.place().name() + " " + client);
                }
            }
        }
    }

    private void compare(long seed, Set<String> seen) throws IOException {
        InboundFiles files = new InboundFiles(folder, RandomWaysIn.environment(seed), RandomWaysIn.SERVICES);
        Environment environment = files.read();
        Oracle oracle = Oracle.of(environment);
        int asked = 0;
        for (ExposureRow row : files.rows()) {
            for (IpAddress client : clients(row.place().addresses())) {
                Optional<Fate> wanted = oracle.of(row, client);
                if (wanted.isEmpty()) {
                    continue;
                }
                asked++;
                ExposureRow.Part part = row.parts().stream().filter(one -> one.clients().contains(client)).findFirst()
                        .orElseThrow();
                Fate fate = wanted.get();
                String told = seed + " " + row.service() + " " + row.entry() + " from " + row.place().name() + " "
                        + client + ": " + part.why();
                assertEquals(fate.reaches() ? Reach.REACHABLE : Reach.NOT_REACHABLE, part.reach(), told);
                fate.reply().ifPresent(way -> assertEquals(Optional.of(way), part.reply(), told));
                seen.add(row.place().name() + " " + fate.reaches());
                fate.reply().ifPresent(way -> seen.add(way.text()));
            }
        }
        assertTrue(asked > 100, () -> "only few clients were asked: " + seed);
    }
}

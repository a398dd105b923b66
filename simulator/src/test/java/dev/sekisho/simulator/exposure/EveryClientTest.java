package dev.sekisho.simulator.exposure;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.kubernetes.Manifests;
import dev.sekisho.simulator.view.SubnetView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Every client of small networks, one by one, by every kind of way in: what the report says about its class is what the
/// interpreters say about the client alone, there and back.
class EveryClientTest {
    private static final AddressSet UNIVERSE = AddressSet.ofPrefixes(Stream.of("10.0.0.0/28", "10.0.0.32/30",
            "10.0.1.96/28", "10.0.2.0/28", "10.0.3.0/28", "192.168.0.0/28", "198.51.100.0/28", "20.0.0.10/32",
            "203.0.113.4/30").map(IpPrefix::parse).toList());

    private static final String MUST_OCCUR = """
            probes | the platform | notReachable, reachable
            internalLoadBalancer | network spoke/clients, peered network hub/vms, on premises behind hub | notReachable, reachable Symmetric, reachable Asymmetric, reachable Lost
            internalLoadBalancer | network beyond/vms | notReachable, reachable Symmetric
            internalLoadBalancer | network far/vms, Internet, network far/vms by gw, network far/vms through fw | notReachable
            internalLoadBalancer | Internet through fw, Internet by gw | notReachable, reachable Symmetric, reachable Asymmetric, reachable Lost
            internalLoadBalancer | network spoke/clients by gw, peered network hub/vms by gw, on premises behind hub by gw | notReachable, reachable Symmetric, reachable Asymmetric, reachable Lost
            internalLoadBalancer | network beyond/vms by gw | notReachable, reachable Symmetric
            internalLoadBalancer | network spoke/clients through fw, peered network hub/vms through fw, network beyond/vms through fw | notReachable, reachable Symmetric, reachable Asymmetric
            internalLoadBalancer | on premises behind hub through fw | notReachable, reachable Symmetric, reachable Lost
            internalLoadBalancer | network spoke/clients by pe-hub, peered network hub/vms by pe-hub, on premises behind hub by pe-hub, network beyond/vms by pe-hub | notReachable, reachable Symmetric, reachable Lost
            internalLoadBalancer | network far/vms by pe-far | notReachable, reachable Symmetric
            nodePort | network spoke/clients, peered network hub/vms | notReachable, unknown, reachable Symmetric, reachable Asymmetric, reachable Lost
            nodePort | on premises behind hub | notReachable, reachable Symmetric, reachable Asymmetric, reachable Lost
            nodePort | network beyond/vms | notReachable, reachable Symmetric
            nodePort | network far/vms, Internet, Internet through fw | notReachable
            publicLoadBalancer | Internet, Internet through fw | notReachable, reachable Symmetric, reachable Lost
            publicLoadBalancer | Internet by gw | notReachable, unknown, reachable Lost
            publicLoadBalancer | network spoke/clients, peered network hub/vms, network beyond/vms, network far/vms, on premises behind hub | notReachable, unknown, reachable Symmetric, reachable Lost
            public API server | Internet | notReachable, reachable Symmetric
            public API server | network spoke/clients, peered network hub/vms, network beyond/vms | notReachable, unknown, reachable Symmetric
            public API server | network far/vms, on premises behind hub | unknown, reachable Symmetric
            private API server | Internet, Internet through fw, network far/vms | notReachable
            private API server | network spoke/clients, peered network hub/vms, on premises behind hub, network far/vms by pe-api | notReachable, reachable Symmetric
            private API server | network beyond/vms | notReachable, reachable Symmetric, reachable Asymmetric
            vnetIntegration API server | Internet, network far/vms by pe-api | notReachable, reachable Symmetric
            vnetIntegration API server | network spoke/clients, peered network hub/vms, on premises behind hub | notReachable, reachable Symmetric, reachable Asymmetric
            vnetIntegration API server | network beyond/vms | notReachable, unknown, reachable Symmetric
            vnetIntegration API server | network far/vms | notReachable, unknown""";
    /// How often something became of a client, by the way in, its place and its fate.
    private static final Map<String, Integer> SEEN = new TreeMap<>();

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("sekisho.exact.exposures", 40));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyClientFaresAsTheInterpretersSay(long seed) throws IOException {
        assertTrue(compare(seed) > 400, () -> "only few clients were asked: " + seed);
    }

    private static List<IpAddress> clients(AddressSet place) {
        List<IpAddress> all = new ArrayList<>();
        place.intersection(UNIVERSE).ranges().forEach(range -> {
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

    /// @return the number of clients that were asked
    private int compare(long seed) throws IOException {
        String text = RandomWaysIn.environment(seed);
        InboundFiles files = new InboundFiles(folder, text, RandomWaysIn.SERVICES);
        WaysOracle inner = WaysOracle.of(new InboundFiles(folder,
                RandomWaysIn.withWhatAzureMakes(text, WaysOracle.INNER_RULES), "").read());
        WaysOracle outer = WaysOracle.of(new InboundFiles(folder,
                RandomWaysIn.withWhatAzureMakes(text, WaysOracle.OUTER_RULES), "").read());
        String api = inner.environment().clusters().getFirst().apiServer().orElseThrow().access().text();
        int asked = 0;
        SEEN.merge("probes from the platform: " + inner.healthy().reach(), 1, Integer::sum);
        for (ExposureRow row : files.rows()) {
            WaysOracle oracle = row.service().equals("default/outer") ? outer : inner;
            for (IpAddress client : clients(row.place().addresses())) {
                Optional<WaysOracle.Fate> wanted = oracle.of(row, client);
                if (wanted.isEmpty()) {
                    continue;
                }
                asked++;
                ExposureRow.Part part = row.parts().stream().filter(one -> one.clients().contains(client)).findFirst()
                        .orElseThrow();
                assertEquals(wanted.get(), new WaysOracle.Fate(part.reach(), part.reply()), () -> seed + " "
                        + row.service() + " " + row.entry() + " from " + row.place().name() + " " + client + ": "
                        + part.why());
                SEEN.merge((row.service().startsWith("API") ? api + " API server" : row.entry().text()) + " from "
                        + row.place().name() + ": " + part.reach()
                        + part.reply().map(way -> " " + way).orElse(""), 1, Integer::sum);
            }
        }
        return asked;
    }

    /// Otherwise the comparison would prove little.
    @AfterAll
    static void everyWayFromEveryPlaceWasOpenAndClosedAndAnsweredInEveryWay() {
        if (Long.getLong("sekisho.exact.exposures", 40) < 40) {
            return;
        }
        for (String line : MUST_OCCUR.split("\n")) {
            String[] cells = line.split(" *\\| *");
            for (String place : cells[1].split(", ")) {
                for (String fate : cells[2].split(", ")) {
                    String what = cells[0] + " from " + place + ": " + fate;
                    assertTrue(SEEN.containsKey(what), () -> "never: " + what + ", but " + SEEN);
                }
            }
        }
    }

    static LongStream fewSeeds() {
        return seeds().filter(seed -> seed % 8 == 0);
    }

    /// The first and the last client of each class are followed alone.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void aTraceOfAnyClientConfirmsTheVerdictOfItsClass(long seed) throws IOException {
        InboundFiles files = new InboundFiles(folder, RandomWaysIn.environment(seed), RandomWaysIn.SERVICES);
        Environment environment = files.read();
        List<SubnetView> nodes = Exposure.nodes(environment, Optional.empty());
        Manifests services = files.services();
        for (ExposureRow row : files.rows()) {
            for (ExposureRow.Part part : row.parts()) {
                List<IpAddress> asked = part.clients().ranges().stream()
                        .flatMap(range -> Stream.of(range.first(), range.last())).limit(2).toList();
                for (IpAddress client : asked) {
                    int port = Integer.parseInt(row.port().substring(row.port().indexOf(':') + 1));
                    InboundTrace trace = Exposure.trace(environment, nodes, services, row.service(), port, client)
                            .stream().filter(one -> one.entry() == row.entry() && one.place().equals(row.place()))
                            .findFirst().orElseThrow();
                    assertEquals(part.reach() + " " + part.reply() + " " + part.why().isEmpty(),
                            trace.reach() + " " + trace.reply() + " " + trace.why().isEmpty(),
                            () -> row.service() + " from " + row.place().name() + " " + client);
                }
            }
        }
    }
}

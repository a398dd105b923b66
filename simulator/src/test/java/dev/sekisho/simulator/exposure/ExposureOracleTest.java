package dev.sekisho.simulator.exposure;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.simulator.exposure.answer.Reach;
import dev.sekisho.simulator.exposure.entrance.Entry;
import dev.sekisho.simulator.verdict.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// In a universe of 32 addresses every client is asked one by one: the oracle reads rules and routes as Azure's pages tell, and
/// shares nothing with what it checks.
class ExposureOracleTest {
    /// Clients 10.0.0.0/28, nodes 10.0.0.16/28, the load balancer at 10.0.0.30:80.
    private static final int BALANCER = 30;
    private static final int NODE = 20;
    private static final int NODE_PORT = 31_000;
    private static final String[] HOPS = {"None", "Internet", "VnetLocal"};

    @TempDir
    private Path folder;

    /// `size` addresses from `first` on, a power of two, so that they are a prefix.
    private record Block(int first, int size) {
        static Block random(SplittableRandom random) {
            int size = 1 << random.nextInt(6);
            return new Block(random.nextInt(32 / size) * size, size);
        }

        boolean contains(int address) {
            return address >= first && address < first + size;
        }

        String prefix() {
            return "10.0.0." + first + "/" + (32 - Integer.numberOfTrailingZeros(size));
        }
    }

    /// A security rule; `from` is absent for everybody, the platform's probes among them.
    private record Rule(int priority, boolean inbound, boolean allow, Optional<Block> from, Optional<Block> to,
            Optional<Integer> port) {
        boolean matches(Optional<Integer> source, int destination, int toPort) {
            return (from.isEmpty() || source.isPresent() && from.get().contains(source.get()))
                    && (to.isEmpty() || to.get().contains(destination)) && (port.isEmpty() || port.get() == toPort);
        }

        String text() {
            return "      - {name: r%d, priority: %d, direction: %s, access: %s, protocol: Tcp, sourceAddressPrefix: '%s', "
                    .formatted(priority, priority, inbound ? "Inbound" : "Outbound", allow ? "Allow" : "Deny",
                            from.map(Block::prefix).orElse("*"))
                    + "sourcePortRange: '*', destinationAddressPrefix: '%s', destinationPortRange: '%s'}\n".formatted(
                            to.map(Block::prefix).orElse("*"), port.map(Object::toString).orElse("*"));
        }
    }

    private record Route(Block block, String hop) {}

    private record World(List<Rule> clients, List<Rule> nodes, List<Route> fromClients, List<Route> fromNodes) {
        static World random(SplittableRandom random) {
            return new World(rules(random, false), rules(random, true), routes(random), routes(random));
        }

        private static List<Rule> rules(SplittableRandom random, boolean inbound) {
            List<Rule> rules = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                rules.add(new Rule(100 + 10 * i, inbound, random.nextBoolean(), block(random), block(random),
                        random.nextBoolean() ? Optional.empty() : Optional.of(random.nextBoolean() ? 80 : NODE_PORT)));
            }
            return rules;
        }

        private static Optional<Block> block(SplittableRandom random) {
            return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(Block.random(random));
        }

        private static List<Route> routes(SplittableRandom random) {
            List<Route> routes = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                Block block = Block.random(random);
                if (routes.stream().noneMatch(route -> route.block().equals(block))) {
                    routes.add(new Route(block, HOPS[random.nextInt(HOPS.length)]));
                }
            }
            return routes;
        }

        String text() {
            return """
                    kind: Environment
                    virtualNetworks:
                      - name: net
                        addressSpace: [10.0.0.0/16]
                        subnets:
                          - {name: clients, prefix: 10.0.0.0/28, routeTable: rt-clients, networkSecurityGroup: nsg-clients}
                          - {name: nodes, prefix: 10.0.0.16/28, routeTable: rt-nodes, networkSecurityGroup: nsg-nodes}
                    clusters: [{name: c, networkPlugin: overlay, nodeSubnets: [10.0.0.16/28], podCidr: 10.244.0.0/16}]
                    """ + "routeTables:\n" + table("rt-clients", fromClients) + table("rt-nodes", fromNodes)
                    + "networkSecurityGroups:\n" + group("nsg-clients", clients) + group("nsg-nodes", nodes);
        }

        private static String table(String name, List<Route> routes) {
            StringBuilder text = new StringBuilder(
                    "  - name: " + name + "\n    routes:" + (routes.isEmpty() ? " []" : "")
                            + "\n");
            for (Route route : routes) {
                text.append("      - {name: r%d-%d, addressPrefix: %s, nextHopType: %s}%n".formatted(
                        route.block().first(), route.block().size(), route.block().prefix(), route.hop()));
            }
            return text.toString();
        }

        private static String group(String name, List<Rule> rules) {
            StringBuilder text = new StringBuilder("  - name: " + name + "\n    securityRules:"
                    + (rules.isEmpty() ? " []" : "") + "\n");
            rules.forEach(rule -> text.append(rule.text()));
            return text.toString();
        }

        /// Whether the first rule that matches allows; Azure's own last rules let the network and the probes pass.
        private static boolean allows(List<Rule> rules, Optional<Integer> source, int destination, int port) {
            return rules.stream().sorted(Comparator.comparingInt(Rule::priority))
                    .filter(rule -> rule.matches(source, destination, port)).findFirst().map(Rule::allow).orElse(true);
        }

        /// The hop of the longest prefix; without one the network's own route delivers.
        private static boolean delivers(List<Route> routes, int destination) {
            return routes.stream().filter(route -> route.block().contains(destination))
                    .min(Comparator.comparingInt(route -> route.block().size())).map(Route::hop)
                    .orElse("VnetLocal").equals("VnetLocal");
        }

        boolean healthy() {
            return allows(nodes, Optional.empty(), NODE, NODE_PORT);
        }

        boolean reaches(int client) {
            return healthy() && allows(clients, Optional.of(client), BALANCER, 80) && delivers(fromClients, BALANCER)
                    && allows(nodes, Optional.of(client), BALANCER, 80);
        }

        boolean answers(int client) {
            return delivers(fromNodes, client);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 120);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyClientGetsWhatRulesAndRoutesSay(long seed) throws IOException {
        World world = World.random(new SplittableRandom(seed));
        String service = """
                apiVersion: v1
                kind: Service
                metadata:
                  name: s
                  annotations:
                    service.beta.kubernetes.io/azure-load-balancer-internal: "true"
                    service.beta.kubernetes.io/azure-load-balancer-ipv4: 10.0.0.30
                spec: {type: LoadBalancer, ports: [{port: 80, nodePort: 31000}]}
                """;
        ExposureRow row = new InboundFiles(folder, world.text(), service).row(Entry.INTERNAL_LOAD_BALANCER,
                "network net/clients");
        int reaching = 0;
        for (int client = 4; client <= 14; client++) {
            boolean reaches = world.reaches(client);
            reaching += reaches ? 1 : 0;
            IpAddress address = IpAddress.parse("10.0.0." + client);
            ExposureRow.Part part = row.parts().stream().filter(one -> one.clients().contains(address)).findFirst()
                    .orElseThrow();
            int told = client;
            assertEquals(reaches ? Reach.REACHABLE : Reach.NOT_REACHABLE, part.reach(),
                    () -> "10.0.0." + told + " " + part + "\n" + world.text());
            if (reaches) {
                assertEquals(world.answers(client) ? Reply.Way.SYMMETRIC : Reply.Way.LOST, part.reply().orElseThrow(),
                        () -> "10.0.0." + told + " " + part + "\n" + world.text());
            }
        }
        assertEquals(reaching == 11 ? Reach.REACHABLE : reaching == 0 ? Reach.NOT_REACHABLE : Reach.PARTLY,
                row.reach());
        assertTrue(row.parts().size() <= 11);
    }
}

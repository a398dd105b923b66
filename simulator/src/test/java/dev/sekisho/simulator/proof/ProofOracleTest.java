package dev.sekisho.simulator.proof;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.cluster.NetworkPlugin;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.environment.ClusterNetwork;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.need.ClusterNeeds;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.EgressNeed.Layer;
import dev.sekisho.model.need.EgressNeed.Sources;
import dev.sekisho.model.need.NeedProtocol;
import dev.sekisho.model.need.NeedTarget;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exact.RandomEnvironments;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.verdict.FirewallVerdict;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.PathVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What is proven about needs against many single flows of them, in random environments.
class ProofOracleTest {
    private static final List<String> PREFIXES = List.of("10.0.0.0/24", "10.0.1.0/24", "8.8.8.0/24", "20.0.0.0/30",
            "10.0.1.1/32", "10.77.0.0/16");
    private static final List<String> PATTERNS = List.of("*", "a.example", "*.a.example", "*a.example", "c.test",
            "*.test");
    private static final List<String> PORTS = List.of("443", "80", "80, 443", "1433", "50-1500", "0-65535");

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("sekisho.exact.proofs", 10));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsProvenHoldsForEveryFlowOfTheNeed(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Environment described = new RandomEnvironments(5_000 + seed).environment();
        ClusterNetwork cluster = described.clusters().stream().findFirst()
                .orElseGet(() -> new ClusterNetwork("aks", NetworkPlugin.OVERLAY, Optional.empty(),
                        List.of(IpPrefix.parse("10.244.0.0/24")), List.of(IpPrefix.parse("10.0.2.0/24"))));
        List<EgressNeed> all = IntStream.range(0, 8).mapToObj(i -> need("need" + i, random)).toList();
        ClusterNeeds needs = new ClusterNeeds(all, List.of(), List.of());
        ProofReport report = ReachabilityProof.of(described, cluster, needs);
        Environment environment = Presumed.of(ReachabilityProof.with(cluster, described), needs).environment();
        for (NeedProof proof : report.needs()) {
            List<FlowProof> flows = flows(environment, cluster, proof.need());
            String what = "seed " + seed + ": " + proof;
            partsHold(proof, flows, what);
            switch (proof.verdict()) {
                case BLOCKED -> flows.forEach(flow -> assertEquals(ProofVerdict.BLOCKED, flow.verdict(),
                        () -> what + " but " + flow.witness()));
                case PARTLY -> {
                    assertEquals(ProofVerdict.BLOCKED, again(environment, cluster, proof, proof.witness()), what);
                    assertTrue(again(environment, cluster, proof, proof.arriving()) != ProofVerdict.BLOCKED, what);
                }
                case REACHABLE, BYPASSES_FIREWALL, UNKNOWN -> flows
                        .forEach(flow -> assertTrue(flow.verdict().compareTo(proof.verdict()) <= 0,
                                () -> what + " but " + flow.verdict() + ": " + flow.witness()));
            }
        }
    }

    /// Where flows of a need fare differently, each is in parts of its own verdict alone.
    private static void partsHold(NeedProof proof, List<FlowProof> flows, String what) {
        if (!proof.parts().isEmpty()) {
            flows.forEach(flow -> assertEquals(Set.of(flow.verdict()), proof.parts().stream()
                    .filter(part -> holds(part, flow.witness())).map(NeedPart::verdict).collect(Collectors.toSet()),
                    () -> what + " " + proof.parts() + " and " + flow.witness()));
        }
    }

    private static boolean holds(NeedPart part, Witness witness) {
        Flow flow = witness.flow();
        boolean there = part.names().isEmpty()
                ? part.destinations().contains(flow.destination().orElseThrow())
                : part.names().stream().anyMatch(names -> covers(names, flow.destinationName().orElseThrow()));
        return part.sources().contains(flow.source()) && there && part.protocols().contains(witness.protocol())
                && (flow.destinationPort().isEmpty() || part.ports().contains(flow.destinationPort().getAsInt()));
    }

    /// Reads `PATTERN except PATTERN and PATTERN`.
    private static boolean covers(String names, String name) {
        String[] parts = names.split(" except ", 2);
        return FqdnPattern.parse(parts[0]).matches(name) && (parts.length == 1 || Stream.of(parts[1].split(" and "))
                .noneMatch(missing -> FqdnPattern.parse(missing).matches(name)));
    }

    /// What becomes of a witness where it is followed once more.
    private static ProofVerdict again(Environment environment, ClusterNetwork cluster, NeedProof proof,
            Optional<Witness> shown) {
        Witness witness = shown.orElseThrow();
        PathOptions options = witness.pod() ? PathOptions.NONE.withCluster(cluster.name()) : PathOptions.NONE;
        return FlowProof.of(proof.need(), witness.flow(), witness.pod(),
                new PathInterpreter(environment).evaluate(witness.flow(), options), environment).verdict();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyWitnessOfExcessIsAllowedByItsRule(long seed) {
        Environment environment = new RandomEnvironments(9_000 + seed).environment();
        ClusterNetwork cluster = new ClusterNetwork("other", NetworkPlugin.POD_SUBNET, Optional.empty(),
                List.of(IpPrefix.parse("10.0.3.0/24")), List.of(IpPrefix.parse("10.0.2.0/24")));
        Environment described = ReachabilityProof.with(cluster, environment.withClusters(List.of()));
        ProofReport report = ReachabilityProof.of(described, cluster, new ClusterNeeds(
                List.of(need("one", new SplittableRandom(seed))), List.of(), List.of()));
        PathInterpreter interpreter = new PathInterpreter(described);
        for (Excess excess : report.excess()) {
            PathVerdict verdict = interpreter.evaluate(excess.witness(), PathOptions.NONE);
            String what = "seed " + seed + ": " + excess + " but " + verdict.basis().possibilities();
            if (verdict.result() == PathResult.UNKNOWN) {
                // The firewall allows it in any case; what is behind it leaves open whether it arrives.
                assertTrue(verdict.basis().possibilities().stream()
                        .allMatch(possibility -> possibility.toString().startsWith("Allow by ")), what);
            } else {
                assertEquals(PathResult.ALLOW, verdict.result(), what);
                assertEquals(Optional.of(excess.rule()), verdict.firewall().flatMap(FirewallVerdict::rule), what);
            }
        }
    }

    private static EgressNeed need(String id, SplittableRandom random) {
        boolean named = random.nextBoolean();
        NeedProtocol protocol = NeedProtocol.values()[random.nextInt(NeedProtocol.values().length)];
        NeedTarget target = named ? new NeedTarget.Name(FqdnPattern.parse(one(PATTERNS, random)))
                : random.nextInt(6) == 0 ? new NeedTarget.Tag(new ServiceTagName("Sql"))
                        : new NeedTarget.Address(IpPrefix.parse(one(PREFIXES, random)));
        return new EgressNeed(id, "dependencies", "why", List.of(List.of(target)), List.of(), protocol,
                PortSet.parse(protocol == NeedProtocol.ICMP ? "0-65535" : one(PORTS, random)), Set.of(Layer.NETWORK),
                Sources.values()[random.nextInt(3)], Via.FIREWALL, Optional.empty(), Optional.empty(), true, false,
                List.of(), List.of());
    }

    private static <T> T one(List<T> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }

    private static List<FlowProof> flows(Environment environment, ClusterNetwork cluster, EgressNeed need) {
        NeedFlows flows = new NeedFlows(environment, need, new Many(), Set.of());
        PathInterpreter interpreter = new PathInterpreter(environment);
        List<FlowProof> proofs = new ArrayList<>();
        for (ProofSource source : ProofSource.Population.of(cluster, new Many()).of(need.sources())) {
            PathOptions options = source.pod() ? PathOptions.NONE.withCluster(cluster.name()) : PathOptions.NONE;
            for (NeedFlow shown : flows.flows(source, need.alternatives().getFirst().getFirst())) {
                Flow flow = shown.flow();
                proofs.add(FlowProof.of(need, flow, source.pod(), interpreter.evaluate(flow, options),
                        environment));
            }
        }
        return proofs;
    }

    /// Many members of each set, at the edges of everything that the random environments tell apart and between them.
    private record Many() implements Representatives {
        @Override
        public List<Member<IpAddress, AddressSet>> sources(IpPrefix range) {
            AddressSet usable = Samples.usableAddresses(range);
            return Stream.of(4, 5, 63, 64, 100, 127, 128, 200, 254).map(last -> range.first().toString().replaceAll(
                    "[.][0-9]+$", "." + last)).map(IpAddress::parse).filter(usable::contains)
                    .map(address -> new Member<>(address, AddressSet.of(address))).toList();
        }

        @Override
        public List<Member<String, List<String>>> names(EgressNeed need, FqdnPattern pattern) {
            return Stream.of("a.example", "b.a.example", "xa.example", "z.a.example", "c.test", "d.test", "other.name")
                    .filter(pattern::matches).map(name -> new Member<>(name, List.of(name))).toList();
        }

        @Override
        public List<Member<IpAddress, AddressSet>> destinations(EgressNeed need, AddressSet addresses) {
            return Stream.of("10.0.0.0", "10.0.0.1", "10.0.0.127", "10.0.0.128", "10.0.0.200", "10.0.1.0", "10.0.1.1",
                    "10.0.1.15", "10.0.1.16", "10.0.1.255", "8.8.8.0", "8.8.8.8", "8.8.8.9", "20.0.0.0", "20.0.0.1",
                    "20.0.0.3", "20.0.7.7", "10.77.0.1", "10.77.255.255").map(IpAddress::parse)
                    .filter(addresses::contains).map(address -> new Member<>(address, AddressSet.of(address))).toList();
        }

        @Override
        public List<Member<Integer, PortSet>> ports(EgressNeed need, NeedTarget target) {
            return Stream.of(1, 49, 50, 53, 79, 80, 81, 442, 443, 444, 1433, 1434, 1500, 1501, 11_500, 63_999, 64_000,
                    65_535).filter(need.ports()::contains).map(port -> new Member<>(port, PortSet.of(port))).toList();
        }
    }
}

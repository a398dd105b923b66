package dev.sekisho.samples;

import dev.sekisho.generator.plan.PlannedEnvironment;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.address.Ipv4Address;
import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.compiled.engine.FlowBatch;
import dev.sekisho.simulator.compiled.engine.FlowEngine;
import dev.sekisho.simulator.compiled.engine.Outcome;
import dev.sekisho.simulator.compiled.engine.Outcomes;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Flows of a cluster's pods and nodes through what the samples generate: the engine says what the interpreter does, and asks it
/// about few of them.
class SimulatedSamplesTest {
    private static final long SEED = 5;
    private static final int FLOWS = 300;
    private static final int COPIES = 100;

    static List<String> names() {
        return Samples.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theEngineAgreesWithTheInterpreter(String name) {
        Environment environment = PlannedEnvironment.of(Samples.plan(name));
        PathInterpreter interpreter = new PathInterpreter(environment);
        FlowEngine engine = FlowEngine.compile(environment, Optional.empty());
        List<Flow> flows = flows(environment);
        Outcomes outcomes = new Outcomes();
        FlowBatch batch = new FlowBatch(FLOWS);
        flows.forEach(batch::add);
        for (int copy = 0; copy < COPIES; copy++) {
            engine.evaluate(batch, outcomes);
        }
        for (int i = 0; i < FLOWS; i++) {
            Flow flow = flows.get(i);
            assertEquals(Outcome.of(interpreter.evaluate(flow, PathOptions.NONE)), outcomes.get(batch.outcome(i)),
                    () -> name + ", seed " + SEED + ": " + flow);
        }
        assertTrue(outcomes.interpretedFlows() <= FLOWS, () -> outcomes.interpretedFlows() + " interpreted");
        assertEquals((long) FLOWS * COPIES,
                outcomes.decidedFlows() + outcomes.rememberedFlows() + outcomes.interpretedFlows());
    }

    private static List<Flow> flows(Environment environment) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<IpPrefix> sources = environment.clusters().stream()
                .flatMap(cluster -> Stream.concat(cluster.podCidrs().stream(), cluster.nodeSubnets().stream()))
                .toList();
        List<String> names = new ArrayList<>(List.of("unknown.example", "Login.MicrosoftOnline.com"));
        Views views = new Views(environment);
        environment.firewalls().stream().flatMap(firewall -> views.firewall(firewall).collections().stream())
                .flatMap(collection -> collection.collection().rules().stream())
                .flatMap(SimulatedSamplesTest::patterns).map(FqdnPattern::toString)
                .map(text -> text.replace("*", "one")).forEach(names::add);
        List<Integer> ports = List.of(443, 443, 443, 80, 53, 123, 1433, 5671, 9000, 22);
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < FLOWS; i++) {
            int port = ports.get(random.nextInt(ports.size()));
            Optional<String> name = random.nextInt(4) == 0
                    ? Optional.empty()
                    : Optional.of(names.get(random.nextInt(names.size())));
            Optional<IpAddress> destination = name.isPresent() && random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(new Ipv4Address(random.nextInt()));
            Optional<ApplicationData> shown = name.filter(_ -> random.nextInt(3) > 0)
                    .map(_ -> ApplicationData.shownBy(port == 80
                            ? ApplicationData.Protocol.HTTP
                            : ApplicationData.Protocol.HTTPS, name, port));
            flows.add(new Flow(inside(sources.get(random.nextInt(sources.size())), random), destination, name,
                    random.nextInt(5) == 0 ? IpProtocol.UDP : IpProtocol.TCP, OptionalInt.of(port), shown,
                    Flow.Marks.NONE));
        }
        return flows;
    }

    private static Stream<FqdnPattern> patterns(Rule rule) {
        List<Entry<FqdnPattern>> entries = switch (rule) {
            case NatRule _ -> List.of();
            case NetworkRule network -> network.destinations().fqdns();
            case ApplicationRule application -> application.targetFqdns();
        };
        return entries.stream().flatMap(entry -> entry.known().stream());
    }

    private static IpAddress inside(IpPrefix prefix, SplittableRandom random) {
        return prefix instanceof Ipv4Prefix && prefix.first() instanceof Ipv4Address(int first)
                ? new Ipv4Address(first + random.nextInt(1 << Integer.SIZE - prefix.length()))
                : prefix.first();
    }
}

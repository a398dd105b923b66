package dev.sekisho.benchmarks;

import dev.sekisho.benchmarks.input.AzureRules;
import dev.sekisho.benchmarks.input.ClassBenchRules;
import dev.sekisho.model.address.Ipv4Address;
import dev.sekisho.simulator.compiled.rules.PacketBatch;
import dev.sekisho.simulator.compiled.rules.RuleBox;
import dev.sekisho.simulator.compiled.rules.RuleClassifier;
import dev.sekisho.simulator.compiled.rules.field.Service;
import dev.sekisho.simulator.compiled.synthetic.PacketMaker;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Which rule of a list is the first that a packet matches: the cost of one packet of a batch. Every packet hits a rule, and
/// none comes twice.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WhichRuleMatchesFirstBenchmark {
    private static final int PACKETS = 1 << 18;
    private static final int BATCH = 4096;
    private static final int COMPARED = 500;
    private static final long SEED = 42;

    /// A policy in Azure, or rules in the statistics of ClassBench.
    @Param({"AZURE", "ACL", "FW", "IPC"})
    private String shape = "AZURE";

    @Param({"100", "1000", "10000"})
    private int rules;

    private PacketBatch packets = new PacketBatch(0);
    private RuleClassifier classifier = RuleClassifier.compile(List.of());

    /// Makes rules and packets, and compares some answers with a linear scan.
    @Setup
    public void compile() {
        List<RuleBox> list = shape.equals("AZURE")
                ? AzureRules.rules(rules, SEED)
                : ClassBenchRules.valueOf(shape).rules(rules, SEED);
        classifier = RuleClassifier.compile(list);
        packets = new PacketBatch(PACKETS);
        new PacketMaker(list, SEED).fill(packets);
        classifier.classify(packets, 0, COMPARED);
        for (int i = 0; i < COMPARED; i++) {
            if (packets.rules()[i] != scan(list, packets, i)) {
                throw new IllegalStateException("packet " + i + " matches rule " + scan(list, packets, i)
                        + " first, not " + packets.rules()[i]);
            }
        }
    }

    private static int scan(List<RuleBox> list, PacketBatch batch, int i) {
        for (int place = 0; place < list.size(); place++) {
            RuleBox rule = list.get(place);
            if ((rule.protocol() == Service.ANY_PROTOCOL || rule.protocol() == (batch.protocols()[i] & 0xff))
                    && rule.sources().contains(new Ipv4Address(batch.sources()[i]))
                    && rule.destinations().contains(new Ipv4Address(batch.destinations()[i]))
                    && rule.sourcePorts().contains(batch.ports()[i] >>> Character.SIZE)
                    && rule.destinationPorts().contains(batch.ports()[i] & 0xffff)) {
                return place;
            }
        }
        return RuleClassifier.NO_RULE;
    }

    /// Classifies all packets.
    @Benchmark
    @OperationsPerInvocation(PACKETS)
    public int[] classify() {
        for (int from = 0; from < PACKETS; from += BATCH) {
            classifier.classify(packets, from, from + BATCH);
        }
        return packets.rules();
    }
}

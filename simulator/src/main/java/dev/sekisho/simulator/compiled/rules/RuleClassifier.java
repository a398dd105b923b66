package dev.sekisho.simulator.compiled.rules;

import java.util.List;
import java.util.Objects;

/// A list of rules compiled for packets: the index of the first rule that matches. Immutable, so threads may share it.
///
/// Each field is looked up once: source address, destination address, and protocol with ports become classes, which
/// [FirstMatch] turns into the rule.
public final class RuleClassifier {
    /// The answer where no rule matches.
    public static final int NO_RULE = FirstMatch.NO_RULE;

    private final AddressPartition sources;
    private final AddressPartition destinations;
    private final ServicePartition services;
    private final FirstMatch rules;

    private RuleClassifier(AddressPartition sources, AddressPartition destinations, ServicePartition services,
            FirstMatch rules) {
        this.sources = sources;
        this.destinations = destinations;
        this.services = services;
        this.rules = rules;
    }

    /// Compiles rules in order.
    public static RuleClassifier compile(List<RuleBox> rules) {
        return compile(rules, FirstMatch.USUAL_BYTES);
    }

    /// Compiles rules in order.
    ///
    /// @param mostBytes what the tables may take, about; less makes lookups slower
    public static RuleClassifier compile(List<RuleBox> rules, long mostBytes) {
        AddressPartition sources = AddressPartition.of(rules.stream().map(RuleBox::sources).toList());
        AddressPartition destinations = AddressPartition.of(rules.stream().map(RuleBox::destinations).toList());
        ServicePartition services = ServicePartition.of(rules.stream().map(RuleBox::service).toList());
        List<Cube> cubes = rules.stream().map(rule -> new Cube(sources.members(rule.sources()),
                destinations.members(rule.destinations()), services.members(rule.service()))).toList();
        ClassCounts counts = new ClassCounts(sources.classCount(), destinations.classCount(), services.classCount());
        return new RuleClassifier(sources, destinations, services, FirstMatch.compile(counts, cubes, mostBytes));
    }

    /// The index of the first rule that matches a packet, or [#NO_RULE].
    ///
    /// @param protocol the number in the low eight bits
    /// @param ports source port in the high half, destination port in the low half, as in a packet
    public int classify(int source, int destination, int protocol, int ports) {
        return rules.lookup(sources.classOf(source), destinations.classOf(destination),
                services.classOf(protocol, ports));
    }

    /// Answers the packets from `from` (inclusive) to `to` (exclusive) of a batch. This is the fast way: the loads of many
    /// lookups overlap.
    ///
    /// @throws IndexOutOfBoundsException if the batch does not hold so many
    public void classify(PacketBatch batch, int from, int to) {
        Objects.checkFromToIndex(from, to, batch.capacity());
        for (int start = from; start < to; start += PacketBatch.BLOCK) {
            classifyBlock(batch, start, Math.min(to, start + PacketBatch.BLOCK));
        }
    }

    private void classifyBlock(PacketBatch batch, int from, int to) {
        sources.classesOf(batch.sources(), from, to, batch.sourceClasses);
        destinations.classesOf(batch.destinations(), from, to, batch.destinationClasses);
        services.classesOf(batch.protocols(), batch.ports(), from, to, batch.serviceClasses);
        rules.lookup(batch.sourceClasses, batch.destinationClasses, batch.serviceClasses, to - from, batch.rows,
                batch.rules(), from);
    }

    /// What the structures take in memory, in bytes.
    public long bytes() {
        return sources.bytes() + destinations.bytes() + services.bytes() + rules.bytes();
    }

    @Override
    public String toString() {
        return "sources: " + sources + "; destinations: " + destinations + "; " + services + "; " + rules;
    }
}

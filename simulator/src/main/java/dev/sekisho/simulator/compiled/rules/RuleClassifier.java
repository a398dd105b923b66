package dev.sekisho.simulator.compiled.rules;

import dev.sekisho.simulator.compiled.rules.field.AddressPartition;
import dev.sekisho.simulator.compiled.rules.row.Winners;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// A list of rules compiled for packets: the index of the first rule that matches. Immutable, so threads may share it.
///
/// Each field is looked up once: source address, destination address, and protocol with ports become classes, which
/// [FirstMatch] turns into the rule. Where rules name so many source ports that they multiply with the destination ports
/// beyond measure, there are several [ServiceGroup]s, and the answer is the earliest of theirs.
public final class RuleClassifier {
    /// The answer where no rule matches.
    public static final int NO_RULE = FirstMatch.NO_RULE;

    private final AddressPartition sources;
    private final AddressPartition destinations;
    private final List<ServiceGroup> groups;

    private RuleClassifier(AddressPartition sources, AddressPartition destinations, List<ServiceGroup> groups) {
        this.sources = sources;
        this.destinations = destinations;
        this.groups = groups;
    }

    /// Compiles rules in order.
    public static RuleClassifier compile(List<RuleBox> rules) {
        return compile(rules, FirstMatch.USUAL_BYTES);
    }

    /// Compiles rules in order.
    ///
    /// @param mostBytes what the tables may take, about; less makes lookups slower
    public static RuleClassifier compile(List<RuleBox> rules, long mostBytes) {
        List<RuleBox> deciding = rules.subList(0, deciding(rules));
        AddressPartition sources = AddressPartition.of(deciding.stream().map(RuleBox::sources).toList());
        AddressPartition destinations = AddressPartition.of(deciding.stream().map(RuleBox::destinations).toList());
        return new RuleClassifier(sources, destinations,
                ServiceGroup.of(deciding, sources, destinations, mostBytes));
    }

    /// How many rules there are up to the first that matches everything: those behind it never decide.
    private static int deciding(List<RuleBox> rules) {
        return IntStream.range(0, rules.size()).filter(rule -> rules.get(rule).isAll()).map(rule -> rule + 1)
                .findFirst().orElse(rules.size());
    }

    /// The index of the first rule that matches a packet, or [#NO_RULE].
    ///
    /// @param protocol the number in the low eight bits
    /// @param ports source port in the high half, destination port in the low half, as in a packet
    public int classify(int source, int destination, int protocol, int ports) {
        int sourceClass = sources.classOf(source);
        int destinationClass = destinations.classOf(destination);
        int first = Winners.NONE;
        for (ServiceGroup group : groups) {
            first = Math.min(first, group.rules().first(sourceClass, destinationClass,
                    group.services().classOf(protocol, ports)));
        }
        return first == Winners.NONE ? NO_RULE : first;
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
        int[] rules = batch.rules();
        sources.classesOf(batch.sources(), from, to, batch.sourceClasses);
        destinations.classesOf(batch.destinations(), from, to, batch.destinationClasses);
        Arrays.fill(rules, from, to, Winners.NONE);
        for (ServiceGroup group : groups) {
            group.services().classesOf(batch.protocols(), batch.ports(), from, to, batch.serviceClasses);
            group.rules().lower(batch.sourceClasses, batch.destinationClasses, batch.serviceClasses, to - from,
                    batch.room, rules, from);
        }
        for (int i = from; i < to; i++) {
            rules[i] = rules[i] == Winners.NONE ? NO_RULE : rules[i];
        }
    }

    /// What the structures take in memory, in bytes.
    public long bytes() {
        return sources.bytes() + destinations.bytes()
                + groups.stream().mapToLong(group -> group.services().bytes() + group.rules().bytes()).sum();
    }

    @Override
    public String toString() {
        return "sources: " + sources + "; destinations: " + destinations + "; " + groups;
    }
}

package dev.sekisho.benchmarks.input;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.simulator.compiled.rules.PacketBatch;
import dev.sekisho.simulator.compiled.rules.RuleBox;
import dev.sekisho.simulator.compiled.rules.field.Service;
import dev.sekisho.simulator.compiled.synthetic.PacketMaker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Rules as the tuples that classifiers of packets take: one prefix for each side, one range for each port, one protocol.
///
/// A rule of sets becomes the product of its prefixes and ranges; all of them carry its number, so that the sets come back.
public final class RuleTuples {
    private static final int WORDS = 11;
    private static final int PACKET_WORDS = 5;

    private RuleTuples() {}

    /// The tuples of rules as words: a count, then [#WORDS] for each.
    public static int[] words(List<RuleBox> rules) {
        List<int[]> tuples = new ArrayList<>();
        for (int number = 0; number < rules.size(); number++) {
            RuleBox rule = rules.get(number);
            boolean any = rule.protocol() == Service.ANY_PROTOCOL;
            for (Ipv4Prefix source : prefixes(rule.sources())) {
                for (Ipv4Prefix destination : prefixes(rule.destinations())) {
                    for (PortRange sourcePorts : rule.sourcePorts().ranges()) {
                        for (PortRange ports : rule.destinationPorts().ranges()) {
                            tuples.add(new int[]{source.network(), source.length(), destination.network(),
                                    destination.length(), sourcePorts.first(), sourcePorts.last(), ports.first(),
                                    ports.last(), any ? 0 : rule.protocol(), any ? 0 : 0xff, number});
                        }
                    }
                }
            }
        }
        int[] words = new int[1 + WORDS * tuples.size()];
        words[0] = tuples.size();
        for (int i = 0; i < tuples.size(); i++) {
            System.arraycopy(tuples.get(i), 0, words, 1 + WORDS * i, WORDS);
        }
        return words;
    }

    /// The rules of tuples: those with one number are one rule.
    public static List<RuleBox> rules(int[] words) {
        SequencedMap<Integer, List<int[]>> tuples = new TreeMap<>();
        for (int i = 0; i < words[0]; i++) {
            int[] tuple = Arrays.copyOfRange(words, 1 + WORDS * i, 1 + WORDS * (i + 1));
            tuples.computeIfAbsent(tuple[WORDS - 1], _ -> new ArrayList<>()).add(tuple);
        }
        return tuples.values().stream().map(RuleTuples::rule).toList();
    }

    private static RuleBox rule(List<int[]> tuples) {
        return new RuleBox(addresses(tuples, 0), addresses(tuples, 2), tuples.getFirst()[9] == 0
                ? Service.ANY_PROTOCOL
                : tuples.getFirst()[8], ports(tuples, 4), ports(tuples, 6));
    }

    private static AddressSet addresses(List<int[]> tuples, int word) {
        LinkedHashSet<IpPrefix> prefixes = new LinkedHashSet<>();
        tuples.forEach(tuple -> prefixes.add(new Ipv4Prefix(tuple[word], tuple[word + 1])));
        return AddressSet.ofPrefixes(new ArrayList<>(prefixes));
    }

    private static PortSet ports(List<int[]> tuples, int word) {
        return PortSet.ofRanges(
                tuples.stream().map(tuple -> new PortRange(tuple[word], tuple[word + 1])).distinct().toList());
    }

    private static List<Ipv4Prefix> prefixes(AddressSet set) {
        List<Ipv4Prefix> prefixes = new ArrayList<>();
        for (IpPrefix prefix : set.prefixes()) {
            if (prefix instanceof Ipv4Prefix ipv4) {
                prefixes.add(ipv4);
            }
        }
        return prefixes;
    }

    /// Packets that hit rules, made from a seed, as words: five for each.
    public static int[] packets(List<RuleBox> rules, int count, long seed) {
        PacketBatch batch = new PacketBatch(count);
        new PacketMaker(rules, seed).fill(batch);
        int[] words = new int[PACKET_WORDS * count];
        for (int i = 0; i < count; i++) {
            int ports = batch.ports()[i];
            int[] packet = {batch.sources()[i], batch.destinations()[i], ports >>> Character.SIZE,
                    ports & Character.MAX_VALUE, batch.protocols()[i] & 0xff};
            System.arraycopy(packet, 0, words, PACKET_WORDS * i, PACKET_WORDS);
        }
        return words;
    }

    /// The packets of words.
    public static PacketBatch batch(int[] words) {
        int count = words.length / PACKET_WORDS;
        PacketBatch batch = new PacketBatch(count);
        for (int i = 0; i < count; i++) {
            int at = PACKET_WORDS * i;
            batch.sources()[i] = words[at];
            batch.destinations()[i] = words[at + 1];
            batch.ports()[i] = words[at + 2] << Character.SIZE | words[at + 3];
            batch.protocols()[i] = (byte) words[at + 4];
        }
        return batch;
    }
}

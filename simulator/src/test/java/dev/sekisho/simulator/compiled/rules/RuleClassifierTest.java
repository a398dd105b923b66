package dev.sekisho.simulator.compiled.rules;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpRange;
import dev.sekisho.model.address.Ipv4Address;
import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.simulator.compiled.rules.field.Service;
import dev.sekisho.simulator.compiled.synthetic.PacketMaker;
import dev.sekisho.simulator.compiled.synthetic.RuleShape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RuleClassifierTest {
    private static final int PACKETS = 400;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsTheRuleThatALinearScanFindsForEveryShape(long seed) {
        for (RuleShape shape : RuleShape.values()) {
            int count = 1 + new SplittableRandom(seed).nextInt(300);
            assertSame(shape.rules(count, seed), FirstMatch.USUAL_BYTES, seed);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsTheRuleThatALinearScanFindsWhereRulesAreSplitToSaveMemory(long seed) {
        for (RuleShape shape : RuleShape.values()) {
            assertSame(shape.rules(60, seed), 1L << seed % 16, seed);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsTheRuleThatALinearScanFindsWhereRulesAreGroupedByShape(long seed) {
        for (RuleShape shape : RuleShape.values()) {
            assertSame(shape.rules(200 + (int) seed, seed), 1L << 13 + seed % 6, seed);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsTheRuleThatALinearScanFindsWhereSubnetsNestAndNothingOrdersThem(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<RuleBox> rules = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            rules.add(new RuleBox(nested(random), nested(random), random.nextInt(-1, 3), PortSet.ANY,
                    fewPorts(random)));
        }
        assertSame(rules, 1L << 13, seed);
    }

    @Test
    void manyRulesMayBeLeftForOnePairOfAddressesOfMany() {
        SplittableRandom random = new SplittableRandom(9);
        List<RuleBox> rules = new ArrayList<>();
        for (int port = 0; port < 1_000; port++) {
            rules.add(new RuleBox(nested(random), nested(random), 6, PortSet.ANY, PortSet.of(7 * port)));
            rules.add(new RuleBox(AddressSet.of(new Ipv4Prefix(0, 1)), AddressSet.of(new Ipv4Prefix(0, 1)), 6,
                    PortSet.ANY, PortSet.of(7 * port + 1)));
        }
        assertSame(rules, 1L << 20, 9);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsTheRuleThatALinearScanFindsAmongRulesThatOverlapAtTheirEdges(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<RuleBox> rules = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rules.add(new RuleBox(fewAddresses(random), fewAddresses(random), random.nextInt(-1, 4), fewPorts(random),
                    fewPorts(random)));
        }
        assertSame(rules, FirstMatch.USUAL_BYTES, seed);
    }

    @Test
    void answersNothingWithoutRules() {
        RuleClassifier none = RuleClassifier.compile(List.of());
        assertEquals(RuleClassifier.NO_RULE, none.classify(1, 2, 6, 443));
    }

    @Test
    void aRuleWithAnEmptySideMatchesNothing() {
        RuleBox empty = new RuleBox(AddressSet.EMPTY, AddressSet.ALL_IPV4, 6, PortSet.ANY, PortSet.ANY);
        RuleBox all = new RuleBox(AddressSet.ALL_IPV4, AddressSet.ALL_IPV4, 6, PortSet.ANY, PortSet.ANY);
        assertEquals(1, RuleClassifier.compile(List.of(empty, all)).classify(3, 4, 6, 5));
        assertEquals(RuleClassifier.NO_RULE, RuleClassifier.compile(List.of(empty, all)).classify(3, 4, 17, 5));
    }

    @Test
    void largeSetsOfAddressesCostNoMoreThanOneRule() {
        List<RuleBox> rules = RuleShape.AZURE.rules(300, 42);
        RuleClassifier classifier = RuleClassifier.compile(rules);
        int tuples = rules.stream()
                .mapToInt(rule -> rule.sources().prefixes().size() * rule.destinations().prefixes().size()).sum();
        assertTrue(tuples > 10_000, () -> tuples + " tuples");
        assertTrue(classifier.bytes() < 16 << 20, classifier::toString);
    }

    @Test
    void aRuleBehindOneThatMatchesEverythingNeverDecides() {
        List<RuleBox> rules = new ArrayList<>(RuleShape.ACL.rules(20, 3));
        rules.add(
                new RuleBox(AddressSet.ALL_IPV4, AddressSet.ALL_IPV4, Service.ANY_PROTOCOL, PortSet.ANY, PortSet.ANY));
        rules.addAll(RuleShape.IPC.rules(300, 4));
        assertSame(rules, FirstMatch.USUAL_BYTES, 5);
        assertEquals(RuleClassifier.compile(rules.subList(0, 21)).bytes(), RuleClassifier.compile(rules).bytes());
    }

    @Test
    void sourcePortsThatMultiplyWithDestinationPortsAreKeptApart() {
        SplittableRandom random = new SplittableRandom(7);
        List<RuleBox> rules = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            RuleBox rule = RuleShape.ACL.rules(1, i).getFirst();
            PortSet sourcePorts = random.nextInt(3) == 0 ? PortSet.ANY : PortSet.of(random.nextInt(5_000));
            rules.add(new RuleBox(rule.sources(), rule.destinations(), 6 + random.nextInt(3), sourcePorts,
                    PortSet.of(random.nextInt(5_000))));
        }
        assertSame(rules, FirstMatch.USUAL_BYTES, 7);
    }

    @Test
    void manyRulesMayBeLeftForOnePairOfAddresses() {
        List<RuleBox> rules = new ArrayList<>();
        for (int port = 0; port < 1_000; port++) {
            rules.add(new RuleBox(AddressSet.ALL_IPV4, AddressSet.ALL_IPV4, 6, PortSet.ANY, PortSet.of(7 * port)));
        }
        rules.addAll(RuleShape.FW.rules(200, 8));
        assertSame(rules, FirstMatch.USUAL_BYTES, 8);
    }

    /// Small lists have one table of the classes themselves; larger ones have the other kinds of tables, several of them.
    @ParameterizedTest
    @CsvSource({"ACL, 3000", "FW, 12000", "IPC, 12000"})
    void thousandsOfRulesTakeTablesOfOtherKinds(RuleShape shape, int count) {
        String small = assertSame(shape.rules(100, 1), FirstMatch.USUAL_BYTES, 1).toString();
        String large = assertSame(shape.rules(count, 1), FirstMatch.USUAL_BYTES, 1).toString();
        assertTrue(small.contains("cells of the classes themselves"), small);
        assertFalse(large.contains("cells of the classes themselves"), large);
        assertTrue(large.contains("places for exceptions"), large);
        assertTrue(shape == RuleShape.IPC || large.contains("maps in pages"), large);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACL", "FW", "IPC"})
    void hundredThousandRulesTakeLittleMemory(RuleShape shape) {
        List<RuleBox> rules = shape.rules(100_000, 1);
        RuleClassifier classifier = assertSame(rules, FirstMatch.USUAL_BYTES, 1);
        assertTrue(classifier.bytes() < 24 << 20, classifier::toString);
    }

    /// Addresses 0 to 15 and the last 16, so that ranges meet at both ends of the space.
    private static AddressSet fewAddresses(SplittableRandom random) {
        int first = random.nextInt(-16, 16);
        int last = first < 0 ? random.nextInt(first, 0) : random.nextInt(first, 16);
        return AddressSet.of(new IpRange(new Ipv4Address(first), new Ipv4Address(last)));
    }

    /// One of few prefixes of all lengths, most of which lie in each other.
    private static AddressSet nested(SplittableRandom random) {
        int length = random.nextInt(Integer.SIZE + 1);
        return AddressSet
                .of(Ipv4Prefix.of(new Ipv4Address(random.nextInt(4) << 30 | random.nextInt(3) << 8 | random.nextInt(4)),
                        length));
    }

    private static PortSet fewPorts(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> PortSet.ANY;
            case 1 -> PortSet.of(random.nextInt(4), PortRange.HIGHEST - random.nextInt(4));
            default -> {
                int first = random.nextInt(6);
                yield PortSet.of(new PortRange(first, random.nextInt(first, 8)));
            }
        };
    }

    private static RuleClassifier assertSame(List<RuleBox> rules, long mostBytes, long seed) {
        RuleClassifier classifier = RuleClassifier.compile(rules, mostBytes);
        PacketBatch batch = new PacketBatch(PACKETS);
        new PacketMaker(rules, seed).fill(batch);
        classifier.classify(batch, 0, PACKETS);
        for (int i = 0; i < PACKETS; i++) {
            int source = batch.sources()[i];
            int destination = batch.destinations()[i];
            int protocol = batch.protocols()[i];
            int ports = batch.ports()[i];
            int expected = scan(rules, source, destination, protocol, ports);
            String packet = new Ipv4Address(source) + " to " + new Ipv4Address(destination) + ", protocol " + protocol
                    + ", ports " + Integer.toHexString(ports);
            assertEquals(expected, batch.rules()[i], packet);
            assertEquals(expected, classifier.classify(source, destination, protocol, ports), packet);
        }
        return classifier;
    }

    private static int scan(List<RuleBox> rules, int source, int destination, int protocol, int ports) {
        for (int i = 0; i < rules.size(); i++) {
            RuleBox rule = rules.get(i);
            if (rule.sources().contains(new Ipv4Address(source))
                    && rule.destinations().contains(new Ipv4Address(destination))
                    && (rule.protocol() == Service.ANY_PROTOCOL || rule.protocol() == (protocol & 0xff))
                    && rule.sourcePorts().contains(ports >>> Character.SIZE)
                    && rule.destinationPorts().contains(ports & 0xffff)) {
                return i;
            }
        }
        return -1;
    }
}

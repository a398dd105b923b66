package dev.sekisho.model.address;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AddressSetTest {

    /// All addresses cut into pieces: single addresses at both ends of both families, and one wide piece between. A
    /// set made of pieces is a bit set to the oracle.
    private static final List<IpRange> PIECES = Stream.of("0.0.0.0", "0.0.0.1", "0.0.0.2", "0.0.0.3",
            "0.0.0.4-255.255.255.251", "255.255.255.252", "255.255.255.253", "255.255.255.254", "255.255.255.255",
            "::", "::1", "::2", "::3",
            "::4-ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffb",
            "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffc",
            "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffd",
            "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe",
            "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")
            .map(IpRange::parse)
            .toList();

    private static final int FIRST_IPV6_PIECE = 9;

    static LongStream seeds() {
        return LongStream.range(100, 160);
    }

    private static BitSet randomBits(SplittableRandom random) {
        BitSet bits = new BitSet();
        double density = random.nextDouble();
        for (int i = 0; i < PIECES.size(); i++) {
            bits.set(i, random.nextDouble() < density);
        }
        return bits;
    }

    private static AddressSet set(BitSet bits) {
        return AddressSet.ofRanges(bits.stream().mapToObj(PIECES::get).toList());
    }

    /// The longest runs of neighbouring pieces that stay inside one family.
    private static List<IpRange> runs(BitSet bits) {
        List<IpRange> runs = new ArrayList<>();
        for (int from = bits.nextSetBit(0); from >= 0;) {
            int limit = from < FIRST_IPV6_PIECE ? FIRST_IPV6_PIECE : PIECES.size();
            int to = Math.min(bits.nextClearBit(from), limit);
            runs.add(new IpRange(PIECES.get(from).first(), PIECES.get(to - 1).last()));
            from = bits.nextSetBit(to);
        }
        return runs;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void calculatesLikeABitSet(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 100; i++) {
            BitSet a = randomBits(random);
            BitSet b = randomBits(random);
            String both = set(a) + " and " + set(b);

            BitSet union = copy(a);
            union.or(b);
            assertEquals(runs(union), set(a).union(set(b)).ranges(), both);
            assertEquals(set(union), AddressSet.unionOf(List.of(set(a), set(b))), both);

            BitSet intersection = copy(a);
            intersection.and(b);
            assertEquals(runs(intersection), set(a).intersection(set(b)).ranges(), both);
            assertEquals(!intersection.isEmpty(), set(a).overlaps(set(b)), both);

            BitSet difference = copy(a);
            difference.andNot(b);
            assertEquals(runs(difference), set(a).difference(set(b)).ranges(), both);
            assertEquals(difference.isEmpty(), set(b).containsAll(set(a)), both);

            BitSet complement = copy(a);
            complement.flip(0, PIECES.size());
            assertEquals(runs(complement), set(a).complement().ranges(), both);

            assertEquals(a.equals(b), set(a).equals(set(b)), both);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void answersLikeABitSet(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20; i++) {
            BitSet bits = randomBits(random);
            AddressSet set = set(bits);
            assertEquals(runs(bits), set.ranges());
            BigInteger size = BigInteger.ZERO;
            for (int piece = 0; piece < PIECES.size(); piece++) {
                size = bits.get(piece) ? size.add(PIECES.get(piece).size()) : size;
                assertEquals(bits.get(piece), set.contains(PIECES.get(piece).first()), set::toString);
                assertEquals(bits.get(piece), set.contains(PIECES.get(piece).last()), set::toString);
                assertEquals(bits.get(piece), set.containsAll(PIECES.get(piece)), set::toString);
            }
            assertEquals(size, set.size());
            assertEquals(bits.isEmpty(), set.isEmpty());
            assertEquals(
                    bits.isEmpty() ? Optional.empty() : Optional.of(PIECES.get(bits.nextSetBit(0)).first()),
                    set.first());
            assertEquals(set, AddressSet.ofPrefixes(set.prefixes()));
            assertEquals(
                    set.ranges().stream().mapToInt(range -> range.toPrefixes().size()).sum(), set.prefixes().size());
            assertEquals(set, set.ipv4().union(set.ipv6()));
            assertTrue(set.ipv4().ranges().stream().allMatch(IpRange::isIpv4));
            assertTrue(set.ipv6().ranges().stream().noneMatch(IpRange::isIpv4));
        }
    }

    /// Long lists are searched in steps that double.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void comparesSetsOfUnlikeSizes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BitSet many = addresses(random, 2_000);
        BitSet few = addresses(random, 1 + random.nextInt(6));
        AddressSet large = singles(many);
        AddressSet small = singles(few);
        BitSet common = copy(many);
        common.and(few);
        assertEquals(singles(common), large.intersection(small));
        assertEquals(singles(common), small.intersection(large));
        assertEquals(!common.isEmpty(), large.overlaps(small));
        assertEquals(!common.isEmpty(), small.overlaps(large));
        assertEquals(common.equals(few), large.containsAll(small));
        assertTrue(large.containsAll(singles(common)));
    }

    private static BitSet addresses(SplittableRandom random, int count) {
        BitSet bits = new BitSet();
        random.ints(count, 0, 10_000).forEach(bits::set);
        return bits;
    }

    private static AddressSet singles(BitSet bits) {
        return AddressSet.ofRanges(bits.stream().mapToObj(i -> IpRange.single(new Ipv4Address(i))).toList());
    }

    private static BitSet copy(BitSet bits) {
        return (BitSet) bits.clone();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void holdsTheSameAddressesAsAListOfPrefixes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<IpPrefix> prefixes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            prefixes.add(Ipv4Prefix.of(new Ipv4Address(random.nextInt() & 0xc000ffff), 16 + random.nextInt(17)));
            prefixes.add(
                    Ipv6Prefix.of(new Ipv6Address(random.nextLong() & 0xffL, random.nextLong()), random.nextInt(129)));
        }
        prefixes.removeIf(prefix -> prefix.length() < 3);
        AddressSet set = AddressSet.ofPrefixes(prefixes);
        for (IpPrefix prefix : prefixes) {
            for (IpAddress edge : List.of(prefix.first(), prefix.last())) {
                Stream.of(Optional.of(edge), edge.next(), edge.previous()).flatMap(Optional::stream).forEach(
                        address -> assertEquals(
                                prefixes.stream().anyMatch(p -> p.contains(address)), set.contains(address),
                                () -> address + " in " + prefixes));
            }
        }
    }

    @Test
    void joinsRangesThatOverlapTouchOrContainEachOther() {
        assertEquals("10.0.0.0/23", AddressSet.of(prefix("10.0.1.0/24"), prefix("10.0.0.0/24")).toString());
        assertEquals("10.0.0.0/8",
                AddressSet.of(prefix("10.0.0.0/8"), prefix("10.3.0.0/16"), prefix("10.9.0.0/16")).toString());
        assertEquals(
                List.of(prefix("10.0.0.0/24"), prefix("10.0.2.0/24")),
                AddressSet.of(prefix("10.0.2.0/24"), prefix("10.0.0.0/24")).prefixes());
    }

    @Test
    void neverJoinsTheFamilies() {
        assertEquals(List.of(Ipv4Prefix.ALL, Ipv6Prefix.ALL), AddressSet.ALL.prefixes());
        assertEquals(2, AddressSet.ALL.ranges().size());
        assertEquals(AddressSet.ALL, AddressSet.ALL_IPV4.union(AddressSet.ALL_IPV6));
        assertEquals(AddressSet.ALL_IPV6, AddressSet.ALL_IPV4.complement());
        assertEquals(AddressSet.ALL, AddressSet.EMPTY.complement());
        assertEquals(BigInteger.TWO.pow(32).add(BigInteger.TWO.pow(128)), AddressSet.ALL.size());
    }

    @Test
    void printsAddressesPrefixesAndRanges() {
        AddressSet set = AddressSet.ofRanges(
                Stream.of("10.0.0.5", "10.1.0.0-10.1.255.255", "10.2.0.1-10.2.0.4", "::7", "2001:db8::-2001:db8::1")
                        .map(IpRange::parse)
                        .toList());
        assertEquals("10.0.0.5, 10.1.0.0/16, 10.2.0.1-10.2.0.4, ::7, 2001:db8::/127", set.toString());
        assertEquals("none", AddressSet.EMPTY.toString());
        assertEquals("0.0.0.0/0, ::/0", AddressSet.ALL.toString());
    }

    @Test
    void isEqualByContent() {
        AddressSet one = AddressSet.of(prefix("10.0.0.0/24"), prefix("10.0.1.0/24"));
        AddressSet two = AddressSet.of(prefix("10.0.0.0/23"));
        assertEquals(one, two);
        assertEquals(one.hashCode(), two.hashCode());
        assertNotEquals(one, AddressSet.of(prefix("10.0.0.0/24")));
        assertNotEquals(one.hashCode(), AddressSet.of(prefix("10.0.0.0/24")).hashCode());
        assertFalse(one.equals(new Object()));
        assertEquals(AddressSet.of(IpAddress.parse("10.0.0.7")), AddressSet.of(prefix("10.0.0.7/32")));
        assertEquals(AddressSet.of(IpRange.parse("10.0.0.0-10.0.0.255")), AddressSet.of(prefix("10.0.0.0/24")));
        assertEquals(AddressSet.EMPTY, AddressSet.of());
        assertEquals(AddressSet.EMPTY, AddressSet.unionOf(List.of()));
    }

    @Test
    void givesTheOtherSetBackWhereOneIsEmpty() {
        AddressSet set = AddressSet.of(prefix("10.0.0.0/24"));
        assertSame(set, set.union(AddressSet.EMPTY));
        assertSame(set, AddressSet.EMPTY.union(set));
    }

    @Test
    void takesAHundredThousandPrefixesInAnyOrder() {
        SplittableRandom random = new SplittableRandom(7);
        List<IpPrefix> prefixes = random.ints(100_000)
                .mapToObj(bits -> (IpPrefix) Ipv4Prefix.of(new Ipv4Address(bits), 24 + (bits & 7)))
                .toList();
        AddressSet set = AddressSet.ofPrefixes(prefixes);
        assertTrue(prefixes.stream().allMatch(prefix -> set.containsAll(prefix.toRange())));
        List<IpRange> ranges = set.ranges();
        for (int i = 1; i < ranges.size(); i++) {
            BigInteger gap = ranges.get(i).first().toBigInteger().subtract(ranges.get(i - 1).last().toBigInteger());
            assertTrue(gap.compareTo(BigInteger.ONE) > 0);
        }
    }

    private static IpPrefix prefix(String text) {
        return IpPrefix.parse(text);
    }
}

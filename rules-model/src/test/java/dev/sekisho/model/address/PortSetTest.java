package dev.sekisho.model.address;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PortSetTest {

    private static final int PORTS = PortRange.HIGHEST + 1;

    static LongStream seeds() {
        return LongStream.range(200, 230);
    }

    /// Ranges that crowd the two ends and the middle, where neighbours meet.
    private static List<PortRange> randomRanges(SplittableRandom random) {
        List<PortRange> ranges = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            int base = List.of(0, 8_000, PortRange.HIGHEST - 20).get(random.nextInt(3));
            int first = base + random.nextInt(15);
            ranges.add(new PortRange(first, first + random.nextInt(6)));
        }
        return ranges;
    }

    private static BitSet bits(List<PortRange> ranges) {
        BitSet bits = new BitSet(PORTS);
        ranges.forEach(range -> bits.set(range.first(), range.last() + 1));
        return bits;
    }

    private static List<PortRange> runs(BitSet bits) {
        List<PortRange> runs = new ArrayList<>();
        for (int from = bits.nextSetBit(0); from >= 0;) {
            int end = bits.nextClearBit(from);
            runs.add(new PortRange(from, end - 1));
            from = bits.nextSetBit(end);
        }
        return runs;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void calculatesLikeABitSet(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 50; i++) {
            List<PortRange> a = randomRanges(random);
            List<PortRange> b = randomRanges(random);
            PortSet left = PortSet.ofRanges(a);
            PortSet right = PortSet.ofRanges(b);
            String both = left + " and " + right;

            assertEquals(runs(bits(a)), left.ranges());
            assertEquals(bits(a).cardinality(), left.size());
            assertEquals(bits(a).isEmpty(), left.isEmpty());

            BitSet union = bits(a);
            union.or(bits(b));
            assertEquals(runs(union), left.union(right).ranges(), both);

            BitSet intersection = bits(a);
            intersection.and(bits(b));
            assertEquals(runs(intersection), left.intersection(right).ranges(), both);
            assertEquals(!intersection.isEmpty(), left.overlaps(right), both);

            BitSet difference = bits(a);
            difference.andNot(bits(b));
            assertEquals(runs(difference), left.difference(right).ranges(), both);
            assertEquals(difference.isEmpty(), right.containsAll(left), both);

            BitSet complement = bits(a);
            complement.flip(0, PORTS);
            assertEquals(runs(complement), left.complement().ranges(), both);

            for (int port : new int[]{0, 1, 7_999, 8_000, 8_007, 8_020, 65_515, 65_534, 65_535}) {
                assertEquals(bits(a).get(port), left.contains(port), () -> port + " in " + left);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "443 | 443 | 1",
            "8000-8010 | 8000-8010 | 11",
            "443,80 | 80,443 | 2",
            "80 , 81,82-90 | 80-90 | 11",
            "1-65535 | 1-65535 | 65535",
            "* | * | 65536",
            "0-65535 | * | 65536",
            "443,* | * | 65536",
    })
    void readsAListAndPrintsItCanonically(String text, String canonical, int size) {
        PortSet ports = PortSet.parse(text);
        assertEquals(canonical, ports.toString());
        assertEquals(size, ports.size());
        assertEquals(ports, PortSet.parse(canonical));
        assertEquals(canonical.equals("*"), ports.isAny());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "65536 | '65536' is not a port from 0 to 65535; a port is written 443, a range 8000-8010, every port *",
            "-1 | '' is not a port from 0 to 65535 in '-1'",
            "80- | '' is not a port from 0 to 65535 in '80-'",
            "80-90-100 | '90-100' is not a port from 0 to 65535 in '80-90-100'",
            "080 | '080' has a leading zero; a port is written 443, a range 8000-8010, every port *",
            "80-090 | '090' has a leading zero in '80-090'",
            "90-80 | the port range 90-80 ends before it begins: write 80-90",
            "https | 'https' is not a port from 0 to 65535; a port is written 443, a range 8000-8010, every port *",
            "٨٠ | '٨٠' is not a port from 0 to 65535; a port is written 443, a range 8000-8010, every port *",
            "\"\" | '' is not a port from 0 to 65535; a port is written 443, a range 8000-8010, every port *",
            "\"80,,90\" | '' is not a port from 0 to 65535; a port is written 443, a range 8000-8010, every port *",
            "\"80,\" | '' is not a port from 0 to 65535; a port is written 443, a range 8000-8010, every port *",
    })
    void saysWhatIsWrong(String text, String problem) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> PortSet.parse(text));
        assertEquals(problem, refusal.getMessage());
        assertTrue(text.contains(",") || PortRange.tryParse(text).isEmpty());
    }

    @Test
    void checksTheEndsOfARange() {
        assertEquals(PortRange.ANY, new PortRange(0, 65_535));
        assertEquals(Optional.of(PortRange.ANY), PortRange.tryParse("*"));
        assertEquals(1, PortRange.single(0).size());
        assertEquals(1, PortRange.single(65_535).size());
        var low = assertThrows(IllegalArgumentException.class, () -> new PortRange(-1, 5));
        assertEquals("the port -1 is not from 0 to 65535", low.getMessage());
        var high = assertThrows(IllegalArgumentException.class, () -> new PortRange(5, 65_536));
        assertEquals("the port 65536 is not from 0 to 65535", high.getMessage());
        var wide = assertThrows(IllegalArgumentException.class, () -> new PortRange(0, 65_536));
        assertEquals("the port 65536 is not from 0 to 65535", wide.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new PortRange(6, 5));
    }

    @Test
    void isMadeOfRangesInAnyOrder() {
        assertEquals(PortSet.parse("7,20-31"),
                PortSet.of(new PortRange(25, 31), PortRange.single(7), new PortRange(20, 24)));
    }

    @Test
    void comparesRanges() {
        PortRange range = PortRange.parse("10-20");
        assertFalse(range.contains(9));
        assertTrue(range.contains(10));
        assertTrue(range.contains(20));
        assertFalse(range.contains(21));
        assertTrue(range.contains(range));
        assertFalse(range.contains(new PortRange(9, 20)));
        assertFalse(range.contains(new PortRange(10, 21)));
        assertTrue(range.overlaps(new PortRange(1, 10)));
        assertFalse(range.overlaps(new PortRange(1, 9)));
        assertTrue(range.overlaps(new PortRange(20, 30)));
        assertFalse(range.overlaps(new PortRange(21, 30)));
        List<PortRange> ascending = List.of(new PortRange(1, 1), new PortRange(1, 2), new PortRange(2, 2));
        assertEquals(ascending, ascending.reversed().stream().sorted().toList());
    }

    @Test
    void knowsTheEmptySetAndTheFullOne() {
        assertEquals("none", PortSet.EMPTY.toString());
        assertEquals(OptionalInt.empty(), PortSet.EMPTY.first());
        assertEquals(OptionalInt.of(80), PortSet.of(443, 80).first());
        assertEquals(PortSet.ANY, PortSet.EMPTY.complement());
        assertEquals(PortSet.EMPTY, PortSet.ANY.complement());
        assertTrue(PortSet.ANY.contains(0));
        assertFalse(PortSet.EMPTY.isAny());
    }

    @Test
    void isEqualByContent() {
        assertEquals(PortSet.of(80, 81), PortSet.parse("80-81"));
        assertEquals(PortSet.of(80, 81).hashCode(), PortSet.parse("80-81").hashCode());
        assertNotEquals(PortSet.of(80), PortSet.of(81));
        assertNotEquals(PortSet.of(80).hashCode(), PortSet.of(81).hashCode());
        assertFalse(PortSet.of(80).equals(new Object()));
    }
}

package dev.sekisho.simulator.compiled.route;

import dev.sekisho.model.address.Ipv4Address;
import dev.sekisho.model.address.Ipv4Prefix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class Ipv4LookupTest {
    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyStructureFindsTheSameRouteAsALinearScan(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Ipv4Tables table = Ipv4Tables.random(seed, 1 + random.nextInt(250), 1 + random.nextInt(254));
        Ipv4Ranges ranges = Ipv4Ranges.of(table.prefixes(), table.routes());
        int[] addresses = table.edges(seed);
        List<Ipv4Lookup> structures = new ArrayList<>(List.of(RunTrieBuilder.build(ranges), WideTrie.build(ranges)));
        LevelCompressedTrie.build(ranges, 64 << 20).ifPresent(structures::add);
        if (seed % 10 == 0) {
            structures.add(Dir24.build(ranges));
        }
        structures.forEach(structure -> assertSame(table::scan, structure, addresses));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theStructureThatIsChosenFindsTheSameRouteAsALinearScan(long seed) {
        Ipv4Tables table = Ipv4Tables.random(seed, 1000, 1 << seed % 20);
        for (Traffic traffic : Traffic.values()) {
            assertSame(table::scan, Ipv4Lookup.compile(table.prefixes(), table.routes(), traffic), table.edges(seed));
        }
    }

    /// Byte leaves end at 253 routes, so the border is walked.
    @Test
    void theNumberOfRoutesDecidesBetweenNarrowAndWideLeaves() {
        Ipv4Tables table = Ipv4Tables.random(7, 3000, 1);
        for (int highest : new int[]{252, 253, 254, 255, 256, 65_534, 65_535, 65_536}) {
            table.routes()[0] = highest;
            Ipv4Ranges ranges = Ipv4Ranges.of(table.prefixes(), table.routes());
            Ipv4Lookup lookup = LevelCompressedTrie.build(ranges, 64 << 20)
                    .<Ipv4Lookup>map(trie -> trie).orElseGet(() -> WideTrie.build(ranges));
            int address = table.prefixes().getFirst().network();
            assertEquals(table.scan(address), lookup.lookup(address));
            assertSame(table::scan, Ipv4Lookup.compile(table.prefixes(), table.routes(), Traffic.SPREAD),
                    Arrays.copyOf(table.edges(highest), 500));
        }
    }

    @Test
    void anEmptyTableLeadsNowhere() {
        Ipv4Lookup lookup = Ipv4Lookup.compile(List.of());
        for (int address : new int[]{0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, -1}) {
            assertEquals(Ipv4Lookup.NO_ROUTE, lookup.lookup(address));
        }
    }

    @Test
    void aDefaultRouteTakesWhatNothingElseTakes() {
        Ipv4Lookup lookup = Ipv4Lookup.compile(prefixes("255.255.255.255/32", "0.0.0.0/0", "0.0.0.0/32", "10.0.0.0/8"));
        assertEquals(2, lookup.lookup(0));
        assertEquals(1, lookup.lookup(1));
        assertEquals(3, lookup.lookup(Ipv4Address.parse("10.255.255.255").bits()));
        assertEquals(1, lookup.lookup(-2));
        assertEquals(0, lookup.lookup(-1));
    }

    @Test
    void ofEqualPrefixesTheFirstCounts() {
        Ipv4Lookup lookup = Ipv4Lookup.compile(prefixes("10.0.0.0/8", "10.1.0.0/16", "10.0.0.0/8", "10.1.0.0/16"));
        assertEquals(0, lookup.lookup(Ipv4Address.parse("10.2.0.1").bits()));
        assertEquals(1, lookup.lookup(Ipv4Address.parse("10.1.0.1").bits()));
    }

    @Test
    void aBatchLeavesTheRestOfTheArrayAlone() {
        Ipv4Lookup lookup = Ipv4Lookup.compile(List.of(Ipv4Prefix.ALL));
        int[] routes = {7, 7, 7, 7};
        lookup.lookup(new int[]{1, 2, 3, 4}, 1, 3, routes);
        assertEquals("[7, 0, 0, 7]", Arrays.toString(routes));
    }

    @Test
    void routesThatAreNegativeOrMissingAreRefused() {
        assertThrows(IllegalArgumentException.class,
                () -> Ipv4Lookup.compile(List.of(Ipv4Prefix.ALL), new int[]{-1}, Traffic.SPREAD));
        assertThrows(IllegalArgumentException.class,
                () -> Ipv4Lookup.compile(List.of(Ipv4Prefix.ALL), new int[0], Traffic.SPREAD));
    }

    @Test
    void sizeAndTrafficChooseTheStructure() {
        Ipv4Tables small = Ipv4Tables.random(1, 50, 400);
        Ipv4Tables medium = blocks(400);
        Ipv4Tables large = Ipv4Tables.random(2, 40_000, 200);
        Ipv4Tables diverse = Ipv4Tables.random(3, 40_000, 40_000);
        assertInstanceOf(LevelCompressedTrie.class, compile(small, Traffic.SPREAD));
        assertInstanceOf(LevelCompressedTrie.class, compile(medium, Traffic.SPREAD));
        assertInstanceOf(Dir24.class, compile(medium, Traffic.MATCHING));
        assertInstanceOf(LevelCompressedTrie.class,
                Ipv4Lookup.compile(prefixes("10.0.0.0/8", "10.1.0.0/16"), new int[]{1, 2}, Traffic.MATCHING));
        assertInstanceOf(RunTrie.class, compile(large, Traffic.SPREAD));
        assertInstanceOf(RunTrie.class, compile(large, Traffic.MATCHING), "too many long prefixes");
        assertInstanceOf(Dir24.class, compile(blocks(40_000), Traffic.MATCHING));
        assertInstanceOf(WideTrie.class, compile(diverse, Traffic.SPREAD));
        assertInstanceOf(WideTrie.class, compile(diverse, Traffic.MATCHING));
        assertTrue(compile(small, Traffic.SPREAD).bytes() <= Ipv4Lookup.SMALL_BYTES);
    }

    /// The masks of the trie never change a place, so its arrays are as long as they say.
    @Test
    void aRootOfAnySizeFindsTheSameRoutes() {
        Ipv4Tables table = Ipv4Tables.random(11, 120, 90);
        Ipv4Ranges ranges = Ipv4Ranges.of(table.prefixes(), table.routes());
        for (int megabytes = 1; megabytes <= 64; megabytes *= 2) {
            LevelCompressedTrie.build(ranges, (long) megabytes << 20)
                    .ifPresent(trie -> assertSame(table::scan, trie, table.edges(3)));
        }
    }

    /// Long prefixes cost a flat table a branch each, and many of them much memory, so both borders are walked.
    @Test
    void longPrefixesDecideWhetherTheTableMayBeFlat() {
        assertFlat(true, 15 * 500, 500);
        assertFlat(false, 15 * 500, 501);
        assertFlat(true, 17 * Dir24.MOST_INSIDE, Dir24.MOST_INSIDE);
        assertFlat(false, 17 * Dir24.MOST_INSIDE, Dir24.MOST_INSIDE + 1);
    }

    /// The space in `wide` ranges of whole blocks, and `inside` more that begin inside the first ones.
    private static void assertFlat(boolean flat, int wide, int inside) {
        int[] starts = new int[wide + inside];
        int[] routes = new int[wide + inside];
        for (int i = 0, range = 0; i < wide; i++) {
            starts[range] = i << 8;
            routes[range++] = i % 100;
            if (i < inside) {
                starts[range] = (i << 8) + 1 + i % 255;
                routes[range++] = 100 + i % 154;
            }
        }
        Ipv4Lookup lookup = Ipv4Lookup.compileRanges(starts, routes, Traffic.MATCHING);
        assertEquals(flat, lookup instanceof Dir24, lookup::toString);
        int[] found = new int[starts.length];
        lookup.lookup(starts, 0, starts.length, found);
        assertArrayEquals(routes, found);
        int[] ends = Arrays.stream(starts, 1, starts.length).map(start -> start - 1).toArray();
        lookup.lookup(ends, 0, ends.length, found);
        assertArrayEquals(routes, found, "the last route stays, as nothing ends it");
    }

    /// Too large for a scan, so the oracle goes through a map of each length, from the longest.
    @Test
    void largeTablesFindWhatAMapOfEachLengthFinds() {
        for (int routeCount : new int[]{200, 40_000}) {
            Ipv4Tables table = Ipv4Tables.random(routeCount, 40_000, routeCount);
            IntUnaryOperator oracle = byLength(table);
            for (Traffic traffic : Traffic.values()) {
                assertSame(oracle, compile(table, traffic), table.edges(5));
            }
        }
    }

    /// Networks of 256 addresses anywhere, as most are in tables of the Internet.
    private static Ipv4Tables blocks(int count) {
        SplittableRandom random = new SplittableRandom(count);
        return new Ipv4Tables(random.ints(count).mapToObj(i -> new Ipv4Prefix(i & -1 << 8, 24)).toList(),
                random.ints(count, 0, 200).toArray());
    }

    private static Ipv4Lookup compile(Ipv4Tables table, Traffic traffic) {
        return Ipv4Lookup.compile(table.prefixes(), table.routes(), traffic);
    }

    static IntUnaryOperator byLength(Ipv4Tables table) {
        Map<Ipv4Prefix, Integer> routes = new HashMap<>();
        for (int i = 0; i < table.routes().length; i++) {
            routes.putIfAbsent(table.prefixes().get(i), table.routes()[i]);
        }
        return address -> {
            for (int length = 32; length >= 0; length--) {
                Integer route = routes.get(Ipv4Prefix.of(new Ipv4Address(address), length));
                if (route != null) {
                    return route;
                }
            }
            return Ipv4Lookup.NO_ROUTE;
        };
    }

    static void assertSame(IntUnaryOperator oracle, Ipv4Lookup lookup, int[] addresses) {
        int[] routes = new int[addresses.length];
        lookup.lookup(addresses, 0, addresses.length, routes);
        for (int i = 0; i < addresses.length; i++) {
            int address = addresses[i];
            int expected = oracle.applyAsInt(address);
            assertEquals(expected, lookup.lookup(address), () -> new Ipv4Address(address) + " in a " + lookup);
            assertEquals(expected, routes[i], () -> new Ipv4Address(address) + " in a batch of a " + lookup);
        }
    }

    private static List<Ipv4Prefix> prefixes(String... texts) {
        return Arrays.stream(texts).map(Ipv4Prefix::parse).toList();
    }
}

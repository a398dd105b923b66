package dev.sekisho.simulator.compiled.route;

import dev.sekisho.model.address.Ipv6Address;
import dev.sekisho.model.address.Ipv6Prefix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class Ipv6LookupTest {
    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsTheSameRouteAsALinearScan(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = seed < 55 ? 1 + random.nextInt(250) : 3000;
        List<Ipv6Prefix> prefixes = random(random, size);
        int[] routes = random.ints(size, 0, 1 + random.nextInt(300)).toArray();
        Ipv6Lookup lookup = Ipv6Lookup.compile(prefixes, routes);
        List<Ipv6Address> addresses = edges(random, prefixes).stream().limit(4000).toList();
        long[] highs = addresses.stream().mapToLong(Ipv6Address::high).toArray();
        long[] lows = addresses.stream().mapToLong(Ipv6Address::low).toArray();
        int[] found = new int[highs.length];
        lookup.lookup(highs, lows, 0, highs.length, found);
        for (int i = 0; i < highs.length; i++) {
            Ipv6Address address = addresses.get(i);
            int expected = scan(prefixes, routes, address);
            assertEquals(expected, lookup.lookup(highs[i], lows[i]), () -> address + " in a " + lookup);
            assertEquals(expected, found[i], () -> address + " in a batch of a " + lookup);
        }
    }

    /// The more prefixes share their first bits, the more bits the root has; the oracle goes through a map of each length.
    @ParameterizedTest
    @ValueSource(ints = {1, 12, 200, 4000})
    void largeTablesFindWhatAMapOfEachLengthFinds(int firstBits) {
        SplittableRandom random = new SplittableRandom(firstBits);
        List<Ipv6Prefix> prefixes = new ArrayList<>();
        Map<Ipv6Prefix, Integer> byPrefix = new HashMap<>();
        while (prefixes.size() < 20_000) {
            long first = (random.nextInt(firstBits) * 0x1fL & 0xfff) << 52;
            long network = first | random.nextLong() >>> 12 & -1L << random.nextInt(52);
            prefixes.add(Ipv6Prefix.of(new Ipv6Address(network, random.nextLong()),
                    random.nextInt(4) > 0 ? 48 : 9 + random.nextInt(119)));
            byPrefix.putIfAbsent(prefixes.getLast(), prefixes.size() - 1);
        }
        Ipv6Lookup lookup = Ipv6Lookup.compile(prefixes);
        List<Ipv6Address> addresses = edges(random, prefixes.subList(0, 2000));
        long[] highs = addresses.stream().mapToLong(Ipv6Address::high).toArray();
        long[] lows = addresses.stream().mapToLong(Ipv6Address::low).toArray();
        int[] found = new int[highs.length];
        lookup.lookup(highs, lows, 0, highs.length, found);
        for (int i = 0; i < highs.length; i++) {
            Ipv6Address address = addresses.get(i);
            int expected = Ipv6Lookup.NO_ROUTE;
            for (int length = 128; length >= 0 && expected == Ipv6Lookup.NO_ROUTE; length--) {
                expected = byPrefix.getOrDefault(Ipv6Prefix.of(address, length), Ipv6Lookup.NO_ROUTE);
            }
            assertEquals(expected, found[i], () -> address + " in a batch of a " + lookup);
            assertEquals(expected, lookup.lookup(highs[i], lows[i]), () -> address + " in a " + lookup);
        }
    }

    @Test
    void anEmptyTableLeadsNowhere() {
        Ipv6Lookup lookup = Ipv6Lookup.compile(List.of());
        assertEquals(Ipv6Lookup.NO_ROUTE, lookup.lookup(0, 0));
        assertEquals(Ipv6Lookup.NO_ROUTE, lookup.lookup(-1, -1));
    }

    @Test
    void singleAddressesAtBothEndsAreFound() {
        Ipv6Lookup lookup = Ipv6Lookup.compile(List.of(Ipv6Prefix.ALL,
                Ipv6Prefix.parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128"), Ipv6Prefix.parse("::/128"),
                Ipv6Prefix.ALL, Ipv6Prefix.parse("::/127"), Ipv6Prefix.parse("ffff:ffff:ffff:ffff::/64")));
        assertEquals(2, lookup.lookup(0, 0));
        assertEquals(4, lookup.lookup(0, 1));
        assertEquals(0, lookup.lookup(0, 2));
        assertEquals(0, lookup.lookup(-2, -1));
        assertEquals(5, lookup.lookup(-1, 0));
        assertEquals(5, lookup.lookup(-1, -2));
        assertEquals(1, lookup.lookup(-1, -1));
    }

    @Test
    void ofEqualPrefixesTheFirstCounts() {
        Ipv6Prefix prefix = Ipv6Prefix.parse("2001:db8::/32");
        Ipv6Lookup lookup = Ipv6Lookup.compile(List.of(prefix, Ipv6Prefix.ALL, prefix, Ipv6Prefix.ALL));
        assertEquals(0, lookup.lookup(0x2001_0db8_0000_0001L, 5));
        assertEquals(1, lookup.lookup(0x2001_0db9_0000_0001L, 5));
    }

    @Test
    void routesThatAreNegativeOrMissingAreRefused() {
        assertThrows(IllegalArgumentException.class,
                () -> Ipv6Lookup.compile(List.of(Ipv6Prefix.ALL), new int[]{-5}));
        assertThrows(IllegalArgumentException.class,
                () -> Ipv6Lookup.compile(List.of(Ipv6Prefix.ALL), new int[]{1, 2}));
    }

    private static List<Ipv6Prefix> random(SplittableRandom random, int size) {
        List<Ipv6Prefix> prefixes = new ArrayList<>();
        int shortest = random.nextInt(110);
        for (int i = 0; i < size; i++) {
            Ipv6Address address = new Ipv6Address(random.nextLong(), random.nextLong());
            int length = shortest + random.nextInt(129 - shortest);
            if (i > 0 && random.nextInt(4) > 0) {
                Ipv6Prefix near = prefixes.get(random.nextInt(i));
                int kept = random.nextInt(128);
                address = new Ipv6Address(near.high() ^ (kept < 64 ? random.nextLong() >>> kept : 0),
                        near.low() ^ random.nextLong() >>> Math.max(0, kept - 64));
                length = random.nextInt(4) == 0
                        ? near.length()
                        : Math.min(128, near.length() + random.nextInt(20));
            }
            prefixes.add(Ipv6Prefix.of(address, length));
        }
        return prefixes;
    }

    private static List<Ipv6Address> edges(SplittableRandom random, List<Ipv6Prefix> prefixes) {
        List<Ipv6Address> edges = new ArrayList<>();
        for (Ipv6Prefix prefix : prefixes) {
            for (Ipv6Address edge : List.of(prefix.first(), prefix.last())) {
                edges.add(edge);
                edge.next().ifPresent(next -> edges.add((Ipv6Address) next));
                edge.previous().ifPresent(previous -> edges.add((Ipv6Address) previous));
            }
            Ipv6Address last = prefix.last();
            edges.add(new Ipv6Address(prefix.high() | last.high() & random.nextLong(),
                    prefix.low() | last.low() & random.nextLong()));
            edges.add(new Ipv6Address(random.nextLong(), random.nextLong()));
        }
        return edges;
    }

    private static int scan(List<Ipv6Prefix> prefixes, int[] routes, Ipv6Address address) {
        int longest = -1;
        int route = -1;
        for (int i = 0; i < routes.length; i++) {
            Ipv6Prefix prefix = prefixes.get(i);
            if (prefix.length() > longest && prefix.contains(address)) {
                longest = prefix.length();
                route = routes[i];
            }
        }
        return route;
    }
}

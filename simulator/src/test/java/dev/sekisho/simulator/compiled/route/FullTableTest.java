package dev.sekisho.simulator.compiled.route;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.model.address.Ipv6Address;
import dev.sekisho.model.address.Ipv6Prefix;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tukaani.xz.XZInputStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A routing table of the whole Internet, where the corpus is there: right answers, in the memory that is promised.
@EnabledIfSystemProperty(named = "sekisho.corpus", matches = ".+")
class FullTableTest {
    private static final int NEXT_HOPS = 64;
    private static final int QUERIES = 100_000;

    private static List<IpPrefix> prefixes;

    @BeforeAll
    static void readTables() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("sekisho.corpus"), "lpm"))) {
            prefixes = files.filter(file -> file.toString().endsWith(".xz")).sorted().flatMap(FullTableTest::read)
                    .map(IpPrefix::parse).toList();
        }
    }

    private static Stream<String> read(Path file) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new XZInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
            return lines.lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void ipv4FindsWhatAMapOfEachLengthFindsInThreeBytesAPrefix() {
        List<Ipv4Prefix> table = prefixes.stream().filter(Ipv4Prefix.class::isInstance).map(Ipv4Prefix.class::cast)
                .toList();
        SplittableRandom random = new SplittableRandom(42);
        for (int routeCount : new int[]{NEXT_HOPS, table.size()}) {
            Ipv4Tables tables = new Ipv4Tables(table, random.ints(table.size(), 0, routeCount).toArray());
            int[] addresses = random.ints(QUERIES).toArray();
            for (int i = 0; i < QUERIES; i += 2) {
                Ipv4Prefix prefix = table.get(random.nextInt(table.size()));
                addresses[i] = prefix.network() | (int) ((random.nextInt() & 0xffffffffL) >>> prefix.length());
            }
            for (Traffic traffic : Traffic.values()) {
                Ipv4Lookup lookup = Ipv4Lookup.compile(table, tables.routes(), traffic);
                Ipv4LookupTest.assertSame(Ipv4LookupTest.byLength(tables), lookup, addresses);
                if (routeCount == NEXT_HOPS && traffic == Traffic.SPREAD) {
                    assertTrue(lookup.bytes() <= 3L * table.size(), () -> lookup.bytes() + " bytes");
                }
            }
        }
    }

    @Test
    void ipv6FindsWhatAMapOfEachLengthFinds() {
        List<Ipv6Prefix> table = prefixes.stream().filter(Ipv6Prefix.class::isInstance).map(Ipv6Prefix.class::cast)
                .toList();
        SplittableRandom random = new SplittableRandom(43);
        int[] routes = random.ints(table.size(), 0, NEXT_HOPS).toArray();
        Ipv6Lookup lookup = Ipv6Lookup.compile(table, routes);
        Map<Ipv6Prefix, Integer> byPrefix = new HashMap<>();
        for (int i = 0; i < routes.length; i++) {
            byPrefix.putIfAbsent(table.get(i), routes[i]);
        }
        long[] highs = random.longs(QUERIES).toArray();
        long[] lows = random.longs(QUERIES).toArray();
        for (int i = 0; i < QUERIES; i += 2) {
            Ipv6Prefix prefix = table.get(random.nextInt(table.size()));
            highs[i] = prefix.high() | highs[i] & prefix.last().high();
            lows[i] = prefix.low() | lows[i] & prefix.last().low();
        }
        int[] found = new int[QUERIES];
        lookup.lookup(highs, lows, 0, QUERIES, found);
        for (int i = 0; i < QUERIES; i++) {
            Ipv6Address address = new Ipv6Address(highs[i], lows[i]);
            int expected = Ipv6Lookup.NO_ROUTE;
            for (int length = 128; length >= 0 && expected == Ipv6Lookup.NO_ROUTE; length--) {
                expected = byPrefix.getOrDefault(Ipv6Prefix.of(address, length), Ipv6Lookup.NO_ROUTE);
            }
            assertEquals(expected, found[i], address::toString);
            assertEquals(expected, lookup.lookup(highs[i], lows[i]), address::toString);
        }
    }
}

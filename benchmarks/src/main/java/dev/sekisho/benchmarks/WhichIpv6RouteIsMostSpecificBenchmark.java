package dev.sekisho.benchmarks;

import dev.sekisho.benchmarks.input.Addresses;
import dev.sekisho.benchmarks.input.PrefixTables;
import dev.sekisho.model.address.Ipv6Address;
import dev.sekisho.model.address.Ipv6Prefix;
import dev.sekisho.simulator.compiled.route.Ipv6Lookup;
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

/// Which route of a table of the IPv6 Internet is the most specific for an address that one holds: the cost of one address of
/// a batch.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WhichIpv6RouteIsMostSpecificBenchmark {
    private static final int ADDRESSES = 1 << 20;
    private static final int COMPARED = 200;
    private static final long SEED = 42;

    @Param({"50", "400", "10000", "160000"})
    private int prefixes;

    private Ipv6Lookup lookup = Ipv6Lookup.compile(List.of());
    private final long[] highs = new long[ADDRESSES];
    private final long[] lows = new long[ADDRESSES];
    private final int[] found = new int[ADDRESSES];

    /// Makes a table and addresses, and compares some answers with a linear scan.
    @Setup
    public void compile() {
        List<Ipv6Prefix> table = PrefixTables.internet6(prefixes, SEED);
        lookup = Ipv6Lookup.compile(table);
        long[] halves = Addresses.matching6(table, ADDRESSES, SEED);
        for (int i = 0; i < ADDRESSES; i++) {
            highs[i] = halves[2 * i];
            lows[i] = halves[2 * i + 1];
        }
        lookup();
        for (int i = 0; i < COMPARED; i++) {
            Ipv6Address address = new Ipv6Address(highs[i], lows[i]);
            int expected = Ipv6Lookup.NO_ROUTE;
            for (int route = 0; route < prefixes; route++) {
                if (table.get(route).contains(address) && (expected == Ipv6Lookup.NO_ROUTE || table.get(route)
                        .length() > table.get(expected).length())) {
                    expected = route;
                }
            }
            if (found[i] != expected) {
                throw new IllegalStateException(address + " has route " + expected + ", not " + found[i]);
            }
        }
    }

    /// Looks all addresses up.
    @Benchmark
    @OperationsPerInvocation(ADDRESSES)
    public int[] lookup() {
        lookup.lookup(highs, lows, 0, ADDRESSES, found);
        return found;
    }
}

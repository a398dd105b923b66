package dev.sekisho.benchmarks;

import dev.sekisho.benchmarks.contest.InputFiles.Asked;
import dev.sekisho.benchmarks.input.PrefixTables;
import dev.sekisho.model.address.Ipv4Address;
import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.simulator.compiled.route.Ipv4Lookup;
import dev.sekisho.simulator.compiled.route.Traffic;
import java.util.List;
import java.util.SplittableRandom;
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

/// Which route of a table is the most specific for an address: the cost of one address of a batch.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WhichRouteIsMostSpecificBenchmark {
    private static final int ADDRESSES = 1 << 21;
    private static final int COMPARED = 200;
    private static final int NEXT_HOPS = 64;
    private static final long SEED = 42;

    @Param({"UNIFORM", "MATCHING", "SKEWED"})
    private Asked asked = Asked.UNIFORM;

    @Param({"50", "400", "10000", "1000000"})
    private int prefixes;

    private Ipv4Lookup lookup = Ipv4Lookup.compile(List.of());
    private int[] addresses = {};
    private final int[] found = new int[ADDRESSES];

    /// Makes a table and addresses, and compares some answers with a linear scan.
    @Setup
    public void compile() {
        List<Ipv4Prefix> table = PrefixTables.internet(prefixes, SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        int[] routes = random.ints(prefixes, 0, NEXT_HOPS).toArray();
        lookup = Ipv4Lookup.compile(table, routes, asked == Asked.UNIFORM ? Traffic.SPREAD : Traffic.MATCHING);
        addresses = asked.addresses(table, ADDRESSES, SEED);
        lookup();
        for (int i = 0; i < COMPARED; i++) {
            Ipv4Address address = new Ipv4Address(addresses[i]);
            int longest = -1;
            int expected = Ipv4Lookup.NO_ROUTE;
            for (int route = 0; route < prefixes; route++) {
                if (table.get(route).length() > longest && table.get(route).contains(address)) {
                    longest = table.get(route).length();
                    expected = routes[route];
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
        lookup.lookup(addresses, 0, ADDRESSES, found);
        return found;
    }
}

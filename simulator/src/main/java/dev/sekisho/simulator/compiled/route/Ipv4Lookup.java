package dev.sekisho.simulator.compiled.route;

import dev.sekisho.model.address.Ipv4Prefix;
import java.util.List;
import java.util.Optional;

/// A list of IPv4 prefixes compiled for longest-prefix match: for an address, the route of the most specific prefix that
/// holds it. Immutable, so threads may share it.
///
/// A route is a number, by default the index of the prefix in the list. Of equal prefixes the first one counts.
public sealed interface Ipv4Lookup permits LevelCompressedTrie, RunTrie, Dir24, WideTrie {

    /// The answer for an address that no prefix holds.
    int NO_ROUTE = -1;

    /// Where traffic is spread, a table that fits into this many bytes takes two loads and no branch.
    long SMALL_BYTES = 8 << 20;

    /// Likewise where traffic matches the table; one load from a larger structure wins otherwise.
    long TINY_BYTES = 128 << 10;

    /// The route of `prefixes.get(i)` is `i`.
    static Ipv4Lookup compile(List<Ipv4Prefix> prefixes) {
        return compile(prefixes, Routes.positions(prefixes.size()), Traffic.SPREAD);
    }

    /// The route of `prefixes.get(i)` is `routes[i]`, which many prefixes may share. Small numbers make small tables.
    ///
    /// @throws IllegalArgumentException if the lengths differ or a route is negative
    static Ipv4Lookup compile(List<Ipv4Prefix> prefixes, int[] routes, Traffic traffic) {
        return compile(Ipv4Ranges.of(prefixes, routes), traffic);
    }

    /// The route of the addresses from `starts[i]` on, as an unsigned number, is `routes[i]`, up to the next start; -1
    /// stands for none.
    ///
    /// @throws IllegalArgumentException if the lengths differ or the starts do not ascend from 0
    static Ipv4Lookup compileRanges(int[] starts, int[] routes, Traffic traffic) {
        if (starts.length != routes.length) {
            throw new IllegalArgumentException(starts.length + " ranges, but " + routes.length + " routes");
        }
        return compile(Ipv4Ranges.of(starts, routes), traffic);
    }

    private static Ipv4Lookup compile(Ipv4Ranges ranges, Traffic traffic) {
        return switch (traffic) {
            case SPREAD -> spread(ranges);
            case MATCHING -> LevelCompressedTrie.build(ranges, TINY_BYTES).<Ipv4Lookup>map(trie -> trie)
                    .orElseGet(() -> Dir24.suits(ranges) ? Dir24.build(ranges) : spread(ranges));
        };
    }

    private static Ipv4Lookup spread(Ipv4Ranges ranges) {
        return LevelCompressedTrie.build(ranges, SMALL_BYTES).<Ipv4Lookup>map(trie -> trie)
                .orElseGet(() -> ranges.highestRoute() > RunTrie.HIGHEST_ROUTE
                        ? WideTrie.build(ranges)
                        : RunTrieBuilder.build(ranges));
    }

    /// The route of the most specific prefix that holds `address`, or [#NO_ROUTE].
    int lookup(int address);

    /// Sets `routes[i]` to `lookup(addresses[i])` for every `i` from `from` (inclusive) to `to` (exclusive). This is
    /// the fast way: the loads of many lookups overlap. It allocates next to nothing.
    ///
    /// @throws IndexOutOfBoundsException if the indexes do not lie in both arrays
    void lookup(int[] addresses, int from, int to, int[] routes);

    /// What the structure takes in memory, in bytes.
    long bytes();
}

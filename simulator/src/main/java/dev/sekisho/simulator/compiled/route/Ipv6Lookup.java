package dev.sekisho.simulator.compiled.route;

import dev.sekisho.model.address.Ipv6Prefix;
import java.util.List;

/// A list of IPv6 prefixes compiled for longest-prefix match; the counterpart of [Ipv4Lookup].
public final class Ipv6Lookup {
    /// The answer for an address that no prefix holds.
    public static final int NO_ROUTE = -1;

    private final MultibitTrie trie;

    private Ipv6Lookup(MultibitTrie trie) {
        this.trie = trie;
    }

    /// The route of `prefixes.get(i)` is `i`.
    public static Ipv6Lookup compile(List<Ipv6Prefix> prefixes) {
        return compile(prefixes, Routes.positions(prefixes.size()));
    }

    /// The route of `prefixes.get(i)` is `routes[i]`, which many prefixes may share. Small numbers make small tables.
    ///
    /// @throws IllegalArgumentException if the lengths differ or a route is negative
    public static Ipv6Lookup compile(List<Ipv6Prefix> prefixes, int[] routes) {
        return new Ipv6Lookup(MultibitTrieBuilder.build(KeyRanges.of(prefixes, routes)));
    }

    /// The route of the most specific prefix that holds the address of these 128 bits, or [#NO_ROUTE].
    public int lookup(long high, long low) {
        return trie.lookup(high, low);
    }

    /// Sets `routes[i]` to `lookup(highs[i], lows[i])` for every `i` from `from` (inclusive) to `to` (exclusive). This
    /// is the fast way: the loads of many lookups overlap. It allocates nothing.
    ///
    /// @throws IndexOutOfBoundsException if the indexes do not lie in all three arrays
    public void lookup(long[] highs, long[] lows, int from, int to, int[] routes) {
        trie.lookup(highs, lows, from, to, routes);
    }

    /// What the structure takes in memory, in bytes.
    public long bytes() {
        return trie.bytes();
    }

    @Override
    public String toString() {
        return trie.toString();
    }
}

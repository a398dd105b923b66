package dev.sekisho.simulator.compiled.route;

import dev.sekisho.model.address.Ipv4Prefix;
import java.util.Arrays;
import java.util.List;

/// The whole IPv4 space cut into ranges of one answer each: range `i` goes from `starts[i]` to the address before
/// `starts[i + 1]`, as unsigned numbers, and leads to `routes[i]`. `starts[0]` is 0 and neighbours have different routes.
///
/// Nested prefixes are resolved here once, so that no structure has to know of them.
final class Ipv4Ranges {
    private static final int ROUTE_BITS = 26;
    private static final long SPACE = 1L << Integer.SIZE;

    private final int[] starts;
    private final int[] routes;
    private int size;

    private Ipv4Ranges(int capacity) {
        starts = new int[capacity];
        routes = new int[capacity];
    }

    /// A sweep over the prefixes in order of their first address, the wider first; the stack holds those that are open.
    static Ipv4Ranges of(List<Ipv4Prefix> prefixes, int[] routes) {
        Routes.check(prefixes.size(), routes);
        long[] sorted = sortKeys(prefixes);
        Ipv4Ranges ranges = new Ipv4Ranges(2 * sorted.length + 1);
        long[] openUntil = new long[Integer.SIZE + 2];
        int[] openRoute = new int[Integer.SIZE + 2];
        openUntil[0] = SPACE;
        openRoute[0] = Ipv4Lookup.NO_ROUTE;
        int open = 0;
        ranges.add(0, Ipv4Lookup.NO_ROUTE);
        long previous = -1;
        for (long key : sorted) {
            if (key >>> ROUTE_BITS == previous) {
                continue;
            }
            previous = key >>> ROUTE_BITS;
            long start = (key ^ Long.MIN_VALUE) >>> Integer.SIZE;
            int length = (int) (previous & 0x3f);
            while (openUntil[open] <= start) {
                long end = openUntil[open--];
                ranges.add(end, openRoute[open]);
            }
            int route = routes[(int) key & (1 << ROUTE_BITS) - 1];
            ranges.add(start, route);
            openUntil[++open] = start + (SPACE >>> length);
            openRoute[open] = route;
        }
        while (open > 0) {
            long end = openUntil[open--];
            if (end < SPACE) {
                ranges.add(end, openRoute[open]);
            }
        }
        return ranges;
    }

    /// Ranges that are known already: range `i` goes from `starts[i]`, as an unsigned number, to the next start.
    ///
    /// @throws IllegalArgumentException if the starts do not ascend from 0
    static Ipv4Ranges of(int[] starts, int[] routes) {
        Ipv4Ranges ranges = new Ipv4Ranges(starts.length);
        for (int i = 0; i < starts.length; i++) {
            if (i == 0 ? starts[0] != 0 : Integer.compareUnsigned(starts[i - 1], starts[i]) >= 0) {
                throw new IllegalArgumentException("the starts of ranges do not ascend from 0");
            }
            ranges.add(Integer.toUnsignedLong(starts[i]), routes[i]);
        }
        return ranges;
    }

    /// 32 bits of network, 6 of length, 26 of position in the list; the sign bit is turned so that the order is
    /// unsigned.
    private static long[] sortKeys(List<Ipv4Prefix> prefixes) {
        if (prefixes.size() >= 1 << ROUTE_BITS) {
            throw new IllegalArgumentException(prefixes.size() + " prefixes; a table holds fewer than 2^26");
        }
        long[] keys = new long[prefixes.size()];
        int position = 0;
        for (Ipv4Prefix prefix : prefixes) {
            keys[position] = ((long) prefix.network() << Integer.SIZE | (long) prefix.length() << ROUTE_BITS | position)
                    ^ Long.MIN_VALUE;
            position++;
        }
        Arrays.sort(keys);
        return keys;
    }

    /// Starts a range; one that began at the same address and one with the same route are continued instead.
    private void add(long start, int route) {
        if (size > 0 && starts[size - 1] == (int) start) {
            size--;
        }
        if (size == 0 || routes[size - 1] != route) {
            starts[size] = (int) start;
            routes[size++] = route;
        }
    }

    int size() {
        return size;
    }

    long start(int range) {
        return Integer.toUnsignedLong(starts[range]);
    }

    /// The range that holds `address`, which lies in or after range `from`.
    int at(long address, int from) {
        int range = from;
        while (end(range) <= address) {
            range++;
        }
        return range;
    }

    /// The first address after the range.
    long end(int range) {
        return range + 1 < size ? start(range + 1) : SPACE;
    }

    int route(int range) {
        return routes[range];
    }

    /// The highest route, or [Ipv4Lookup#NO_ROUTE] where no prefix leads anywhere.
    int highestRoute() {
        int highest = Ipv4Lookup.NO_ROUTE;
        for (int range = 0; range < size; range++) {
            highest = Math.max(highest, routes[range]);
        }
        return highest;
    }
}

package dev.sekisho.simulator.compiled.route;

import dev.sekisho.model.address.Ipv6Prefix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// All keys of 128 bits cut into ranges of one answer each, as [Ipv4Ranges] does for IPv4: range `i` begins at the key
/// of `highs[i]` and `lows[i]` and leads to `routes[i]`.
final class KeyRanges {
    private final long[] highs;
    private final long[] lows;
    private final int[] routes;
    private int size;

    private KeyRanges(int capacity) {
        highs = new long[capacity];
        lows = new long[capacity];
        routes = new int[capacity];
    }

    private record Entry(Ipv6Prefix prefix, int route) {
        static final Comparator<Entry> WIDER_FIRST = (one, other) -> {
            Ipv6Prefix a = one.prefix;
            Ipv6Prefix b = other.prefix;
            int byFirst = compare(a.high(), a.low(), b.high(), b.low());
            return byFirst != 0 ? byFirst : Integer.compare(a.length(), b.length());
        };

        long lastHigh() {
            return prefix.length() >= Long.SIZE ? prefix.high() : prefix.high() | -1L >>> prefix.length();
        }

        long lastLow() {
            if (prefix.length() <= Long.SIZE) {
                return -1;
            }
            return prefix.length() == 2 * Long.SIZE ? prefix.low() : prefix.low() | -1L >>> prefix.length() - Long.SIZE;
        }
    }

    /// A sweep over the prefixes in order of their first address, the wider first; the stack holds those that are open.
    static KeyRanges of(List<Ipv6Prefix> prefixes, int[] routes) {
        Routes.check(prefixes.size(), routes);
        Entry[] entries = new Entry[routes.length];
        int count = 0;
        for (Ipv6Prefix prefix : prefixes) {
            entries[count] = new Entry(prefix, routes[count]);
            count++;
        }
        Arrays.sort(entries, Entry.WIDER_FIRST);
        KeyRanges ranges = new KeyRanges(2 * entries.length + 1);
        ranges.add(0, 0, Ipv6Lookup.NO_ROUTE);
        Entry[] open = new Entry[2 * Long.SIZE + 2];
        int depth = 0;
        Entry previous = new Entry(Ipv6Prefix.ALL, Ipv6Lookup.NO_ROUTE);
        for (Entry entry : entries) {
            if (previous.prefix.equals(entry.prefix) && previous.route != Ipv6Lookup.NO_ROUTE) {
                continue;
            }
            previous = entry;
            while (depth > 0 && !open[depth - 1].prefix.contains(entry.prefix)) {
                depth--;
                ranges.close(open[depth], depth == 0 ? Ipv6Lookup.NO_ROUTE : open[depth - 1].route);
            }
            ranges.add(entry.prefix.high(), entry.prefix.low(), entry.route);
            open[depth++] = entry;
        }
        while (depth > 0) {
            depth--;
            ranges.close(open[depth], depth == 0 ? Ipv6Lookup.NO_ROUTE : open[depth - 1].route);
        }
        return ranges;
    }

    /// The same ranges with each address in the first 32 bits of a key.
    static KeyRanges of(Ipv4Ranges addresses) {
        KeyRanges ranges = new KeyRanges(addresses.size());
        for (int range = 0; range < addresses.size(); range++) {
            ranges.add(addresses.start(range) << Integer.SIZE, 0, addresses.route(range));
        }
        return ranges;
    }

    /// After the last key of `entry` the route of what is around it holds again.
    private void close(Entry entry, int routeAround) {
        long high = entry.lastHigh();
        long low = entry.lastLow();
        if (high != -1 || low != -1) {
            add(low == -1 ? high + 1 : high, low + 1, routeAround);
        }
    }

    /// Starts a range; one that began at the same key and one with the same route are continued instead.
    private void add(long high, long low, int route) {
        if (size > 0 && highs[size - 1] == high && lows[size - 1] == low) {
            size--;
        }
        if (size == 0 || routes[size - 1] != route) {
            highs[size] = high;
            lows[size] = low;
            routes[size++] = route;
        }
    }

    int size() {
        return size;
    }

    int route(int range) {
        return routes[range];
    }

    int highestRoute() {
        return Arrays.stream(routes, 0, size).max().orElse(Ipv6Lookup.NO_ROUTE);
    }

    /// The range that holds a key, which lies in or after range `from`.
    int at(long high, long low, int from) {
        int range = from;
        while (endsBy(range, high, low)) {
            range++;
        }
        return range;
    }

    /// Whether another range begins at the given key or before it.
    boolean endsBy(int range, long high, long low) {
        return range + 1 < size && compare(highs[range + 1], lows[range + 1], high, low) <= 0;
    }

    private static int compare(long high, long low, long otherHigh, long otherLow) {
        int byHigh = Long.compareUnsigned(high, otherHigh);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, otherLow);
    }
}

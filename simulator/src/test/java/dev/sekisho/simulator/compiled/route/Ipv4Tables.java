package dev.sekisho.simulator.compiled.route;

import dev.sekisho.model.address.Ipv4Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// Seeded IPv4 tables with the nestings, duplicates and lengths on which structures break, and a plain answer to them.
record Ipv4Tables(List<Ipv4Prefix> prefixes, int[] routes) {

    /// Lengths from 0 to 32, many of them nested in an earlier prefix or equal to one.
    static Ipv4Tables random(long seed, int size, int routeCount) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Ipv4Prefix> prefixes = new ArrayList<>();
        int[] routes = new int[size];
        int shortest = random.nextInt(20);
        for (int i = 0; i < size; i++) {
            int address = random.nextInt();
            int length = shortest + random.nextInt(33 - shortest);
            if (i > 0 && random.nextInt(3) > 0) {
                Ipv4Prefix near = prefixes.get(random.nextInt(i));
                address = near.network() ^ (random.nextInt() >>> random.nextInt(32));
                length = random.nextInt(4) == 0
                        ? near.length()
                        : Math.min(32, near.length() + random.nextInt(9));
            }
            prefixes.add(new Ipv4Prefix(length == 0 ? 0 : address & -1 << 32 - length, length));
            routes[i] = random.nextInt(routeCount);
        }
        return new Ipv4Tables(prefixes, routes);
    }

    /// The first and last address of every prefix, their neighbours, and as many others.
    int[] edges(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TreeSet<Integer> edges = new TreeSet<>();
        for (Ipv4Prefix prefix : prefixes) {
            int first = prefix.network();
            int last = prefix.last().bits();
            edges.addAll(List.of(first - 1, first, first + 1, last - 1, last, last + 1, random.nextInt(),
                    first | random.nextInt() & ~(prefix.length() == 0 ? 0 : -1 << 32 - prefix.length())));
        }
        return edges.stream().mapToInt(Integer::intValue).toArray();
    }

    /// The route of the longest prefix that holds `address`, of equal ones the first, by looking at each.
    int scan(int address) {
        int longest = -1;
        int route = -1;
        for (int i = 0; i < routes.length; i++) {
            Ipv4Prefix prefix = prefixes.get(i);
            boolean holds = prefix.length() == 0 || (address ^ prefix.network()) >>> 32 - prefix.length() == 0;
            if (holds && prefix.length() > longest) {
                longest = prefix.length();
                route = routes[i];
            }
        }
        return route;
    }
}

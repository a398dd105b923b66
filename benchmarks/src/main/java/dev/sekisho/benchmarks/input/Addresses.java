package dev.sekisho.benchmarks.input;

import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.model.address.Ipv6Prefix;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;

/// Addresses to ask a routing table for, made from a seed.
public final class Addresses {
    private static final int POPULAR = 1 << 16;

    private Addresses() {}

    /// Any address: most of them no prefix holds.
    public static int[] uniform(int count, long seed) {
        return new SplittableRandom(seed).ints(count).toArray();
    }

    /// Addresses that the table's prefixes hold, every prefix as often as any other.
    public static int[] matching(List<Ipv4Prefix> table, int count, long seed) {
        return generate(count, in(table, new SplittableRandom(seed)));
    }

    /// Addresses that the table's prefixes hold, of which few are asked for very often: the n-th most popular of 65,536
    /// has the share 1/n of the most popular one (Zipf's law).
    public static int[] skewed(List<Ipv4Prefix> table, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] popular = generate(POPULAR, in(table, random));
        double[] shares = new double[POPULAR];
        double sum = 0;
        for (int i = 0; i < POPULAR; i++) {
            sum += 1.0 / (i + 1);
            shares[i] = sum;
        }
        double all = sum;
        return generate(count, () -> {
            int found = Arrays.binarySearch(shares, random.nextDouble() * all);
            return popular[Math.min(found < 0 ? -found - 1 : found, POPULAR - 1)];
        });
    }

    /// High and low halves of addresses that the table's prefixes hold.
    public static long[] matching6(List<Ipv6Prefix> table, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] halves = new long[2 * count];
        for (int i = 0; i < count; i++) {
            Ipv6Prefix prefix = table.get(random.nextInt(table.size()));
            int length = prefix.length();
            halves[2 * i] = prefix.high() | random.nextLong() & (length >= 64 ? 0 : length == 0 ? -1L : -1L >>> length);
            halves[2 * i + 1] = prefix.low()
                    | random.nextLong() & (length <= 64 ? -1L : length == 128 ? 0 : -1L >>> length - 64);
        }
        return halves;
    }

    private static int[] generate(int count, IntSupplier address) {
        int[] addresses = new int[count];
        Arrays.setAll(addresses, _ -> address.getAsInt());
        return addresses;
    }

    private static IntSupplier in(List<Ipv4Prefix> table, SplittableRandom random) {
        return () -> {
            Ipv4Prefix prefix = table.get(random.nextInt(table.size()));
            int host = prefix.length() == 0 ? -1 : prefix.length() == 32 ? 0 : -1 >>> prefix.length();
            return prefix.network() | random.nextInt() & host;
        };
    }
}

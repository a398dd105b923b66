package dev.sekisho.benchmarks.input;

import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.model.address.Ipv6Prefix;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Routing tables made from a seed, for those who have no real one at hand.
///
/// Their prefixes have the lengths of tables of the Internet (most are /24, and /48), stand close together like those of one
/// provider, and overlap.
public final class PrefixTables {
    /// Per mille of prefixes that have at most this length, from /8 on.
    private static final int[] IPV4_LENGTHS = {0, 0, 0, 1, 2, 3, 4, 6, 20, 29, 44, 70, 115, 165, 275, 375, 985, 987,
            989,
            991, 993, 995, 997, 998, 1000};
    private static final int[][] IPV6_LENGTHS = {{29, 60}, {32, 240}, {36, 300}, {40, 390}, {44, 500}, {46, 560},
            {47, 600}, {48, 990}, {56, 994}, {64, 999}, {127, 1000}};

    private PrefixTables() {}

    /// A table of the Internet.
    public static List<Ipv4Prefix> internet(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] blocks = IntStream.generate(() -> anywhere(random)).limit(Math.max(1, size / 40)).toArray();
        SequencedSet<Ipv4Prefix> table = new LinkedHashSet<>();
        while (table.size() < size) {
            int length = ipv4Length(random.nextInt(1000));
            int block = blocks[random.nextInt(blocks.length)] & -1 << 18;
            table.add(prefix(block | random.nextInt(1 << 18), length));
        }
        return new ArrayList<>(table);
    }

    /// Routes of a network in Azure: the private ranges, subnets in them, public ranges of services, and single addresses.
    public static List<Ipv4Prefix> virtualNetwork(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SequencedSet<Ipv4Prefix> table = new LinkedHashSet<>(List.of(Ipv4Prefix.ALL, Ipv4Prefix.parse("10.0.0.0/8"),
                Ipv4Prefix.parse("172.16.0.0/12"), Ipv4Prefix.parse("192.168.0.0/16"),
                Ipv4Prefix.parse("100.64.0.0/10")));
        while (table.size() < size) {
            table.add(switch (random.nextInt(10)) {
                case 0, 1, 2, 3, 4 -> prefix(10 << 24 | random.nextInt(1 << 24), random.nextInt(14, 29));
                case 5 -> prefix(0xac10_0000 | random.nextInt(1 << 20), random.nextInt(14, 29));
                case 6, 7, 8 -> prefix(anywhere(random), random.nextInt(12, 28));
                default -> new Ipv4Prefix(anywhere(random), 32);
            });
        }
        return new ArrayList<>(table);
    }

    /// A table of the IPv6 Internet.
    public static List<Ipv6Prefix> internet6(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] blocks = random.longs(Math.max(1, size / 8)).map(bits -> 0x2000_0000_0000_0000L
                | (bits & 0x0c1f_ffff_0000_0000L)).toArray();
        SequencedSet<Ipv6Prefix> table = new LinkedHashSet<>();
        while (table.size() < size) {
            int length = ipv6Length(random.nextInt(1000));
            long high = blocks[random.nextInt(blocks.length)] | random.nextLong() & 0x0000_0000_ffff_ffffL;
            long low = length > 64 ? random.nextLong() : 0;
            table.add(new Ipv6Prefix(length >= 64 ? high : high & -1L << 64 - length,
                    length <= 64 ? 0 : low & -1L << 128 - length, length));
        }
        return new ArrayList<>(table);
    }

    /// An address below the multicast range.
    private static int anywhere(SplittableRandom random) {
        return random.nextInt(1, 224) << 24 | random.nextInt(1 << 24);
    }

    private static int ipv4Length(int perMille) {
        int length = 8;
        while (perMille >= IPV4_LENGTHS[length - 8]) {
            length++;
        }
        return length;
    }

    private static int ipv6Length(int perMille) {
        int i = 0;
        while (perMille >= IPV6_LENGTHS[i][1]) {
            i++;
        }
        return IPV6_LENGTHS[i][0];
    }

    private static Ipv4Prefix prefix(int address, int length) {
        return new Ipv4Prefix(length == 0 ? 0 : address & -1 << 32 - length, length);
    }
}

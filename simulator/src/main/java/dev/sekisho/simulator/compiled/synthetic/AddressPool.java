package dev.sekisho.simulator.compiled.synthetic;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.Ipv4Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Prefixes that nest and neighbour each other, as those of one organisation do.
record AddressPool(List<Ipv4Prefix> prefixes) {
    private static final int PRIVATE = 10 << 24;

    /// Prefixes anywhere, none shorter than `shortest`.
    static AddressPool of(int count, int shortest, SplittableRandom random) {
        List<Ipv4Prefix> prefixes = new ArrayList<>();
        while (prefixes.size() < count) {
            int address = random.nextInt();
            if (!prefixes.isEmpty() && random.nextInt(3) > 0) {
                Ipv4Prefix near = prefixes.get(random.nextInt(prefixes.size()));
                address = near.network() ^ random.nextInt() >>> random.nextInt(Math.min(31, near.length()), 32);
            }
            int longest = random.nextInt(3) == 0 ? Integer.SIZE : 24;
            prefixes.add(prefix(address, random.nextInt(shortest, longest + 1)));
        }
        return new AddressPool(prefixes);
    }

    /// Subnets of 10.0.0.0/8.
    static AddressPool subnets(int count, SplittableRandom random) {
        List<Ipv4Prefix> prefixes = new ArrayList<>();
        while (prefixes.size() < count) {
            prefixes.add(prefix(PRIVATE | random.nextInt() >>> 8, random.nextInt(3) == 0 ? 16 : 24));
        }
        return new AddressPool(prefixes);
    }

    private static Ipv4Prefix prefix(int address, int length) {
        return new Ipv4Prefix(address & -1 << Integer.SIZE - length, length);
    }

    List<AddressSet> sets() {
        return prefixes.stream().map(prefix -> AddressSet.of(prefix)).toList();
    }
}

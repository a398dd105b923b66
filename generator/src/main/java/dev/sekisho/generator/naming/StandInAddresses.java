package dev.sekisho.generator.naming;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Free addresses of a subnet, from its upper end, because Azure gives out the lower ones first.
public final class StandInAddresses {
    // Azure keeps the last address of a subnet and the first four.
    private static final int KEPT_AT_THE_START = 4;

    private final Set<IpAddress> taken;
    private final IpAddress lowest;
    private IpAddress next;

    private StandInAddresses(IpPrefix subnet, Set<IpAddress> taken) {
        this.taken = taken;
        this.lowest = first(subnet);
        this.next = subnet.last().previous().orElse(subnet.last());
    }

    /// Free addresses of a subnet without those that are taken.
    public static StandInAddresses in(IpPrefix subnet, Collection<IpAddress> taken) {
        return new StandInAddresses(subnet, new TreeSet<>(taken));
    }

    private static IpAddress first(IpPrefix subnet) {
        IpAddress first = subnet.first();
        for (int i = 0; i < KEPT_AT_THE_START; i++) {
            Optional<IpAddress> following = first.next();
            if (following.isPresent() && subnet.contains(following.get())) {
                first = following.get();
            }
        }
        return first;
    }

    /// Returns the next free address; the lowest one again where the subnet is full.
    public IpAddress next() {
        while (taken.contains(next) && next.compareTo(lowest) > 0) {
            next = next.previous().orElse(lowest);
        }
        IpAddress free = next;
        taken.add(free);
        return free;
    }
}

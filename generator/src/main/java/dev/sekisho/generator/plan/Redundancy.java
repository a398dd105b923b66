package dev.sekisho.generator.plan;

import dev.sekisho.model.address.PortSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Leaves out permissions that others give already, so that every rule that is written is needed by somebody.
///
/// @param kept what has to be written, in the order given
/// @param dropped what the others give, with those that give it
record Redundancy(List<Permission> kept, List<Dropped> dropped) {

    /// A permission that is not written.
    ///
    /// @param givenBy the written ones that give it together
    record Dropped(Permission permission, List<Permission> givenBy) {
        Dropped {
            givenBy = List.copyOf(givenBy);
        }
    }

    Redundancy {
        kept = List.copyOf(kept);
        dropped = List.copyOf(dropped);
    }

    /// Finds what is redundant. Of two equal permissions the later one is left out.
    static Redundancy remove(List<Permission> all) {
        BitSet gone = new BitSet(all.size());
        for (int i = all.size() - 1; i >= 0; i--) {
            if (isGivenByOthers(i, all, gone)) {
                gone.set(i);
            }
        }
        List<Permission> kept = new ArrayList<>();
        for (int i = gone.nextClearBit(0); i < all.size(); i = gone.nextClearBit(i + 1)) {
            kept.add(all.get(i));
        }
        List<Dropped> dropped = gone.stream().mapToObj(all::get)
                .map(permission -> new Dropped(permission, kept.stream()
                        .filter(other -> other.reachesAllOf(permission) && other.ports().overlaps(permission.ports()))
                        .toList()))
                .toList();
        return new Redundancy(kept, dropped);
    }

    private static boolean isGivenByOthers(int index, List<Permission> all, BitSet gone) {
        Permission permission = all.get(index);
        PortSet given = PortSet.EMPTY;
        for (int other = 0; other < all.size(); other++) {
            if (other != index && !gone.get(other) && all.get(other).reachesAllOf(permission)) {
                given = given.union(all.get(other).ports());
                if (given.containsAll(permission.ports())) {
                    return true;
                }
            }
        }
        return false;
    }
}

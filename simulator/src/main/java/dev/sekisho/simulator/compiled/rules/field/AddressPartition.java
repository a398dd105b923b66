package dev.sekisho.simulator.compiled.rules.field;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpRange;
import dev.sekisho.model.address.Ipv4Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All IPv4 addresses in classes that no set of a collection tells apart. A lookup costs three loads, however
/// many sets there are. Immutable, so threads may share it.
public final class AddressPartition {
    private static final long SPACE = 1L << Integer.SIZE;

    private final AddressClasses lookup;
    private final int classCount;
    private final Map<AddressSet, ClassSet> members;
    private final int[] representatives;

    private AddressPartition(AddressClasses lookup, int classCount, Map<AddressSet, ClassSet> members,
            int[] representatives) {
        this.lookup = lookup;
        this.classCount = classCount;
        this.members = members;
        this.representatives = representatives;
    }

    /// Tells addresses apart that lie in different sets; only the IPv4 part of a set counts.
    public static AddressPartition of(Collection<AddressSet> sets) {
        List<AddressSet> distinct = sets.stream().distinct().toList();
        Partitions partitions = Partitions.of(SPACE, distinct.stream().map(AddressPartition::edges).toList());
        Map<AddressSet, ClassSet> members = new HashMap<>();
        for (int i = 0; i < distinct.size(); i++) {
            members.put(distinct.get(i), partitions.members().get(i));
        }
        int[] representatives = new int[partitions.classCount()];
        for (int i = partitions.starts().length - 1; i >= 0; i--) {
            representatives[partitions.classes()[i]] = (int) partitions.starts()[i];
        }
        return new AddressPartition(AddressClasses.of(partitions), partitions.classCount(), members, representatives);
    }

    private static long[] edges(AddressSet set) {
        List<Long> edges = new ArrayList<>();
        for (IpRange range : set.ranges()) {
            if (range.first() instanceof Ipv4Address(int first) && range.last() instanceof Ipv4Address(int last)) {
                edges.add(Integer.toUnsignedLong(first));
                edges.add(Integer.toUnsignedLong(last) + 1);
            }
        }
        return edges.stream().mapToLong(Long::longValue).toArray();
    }

    /// The classes are 0 to `classCount() - 1`.
    public int classCount() {
        return classCount;
    }

    /// The classes of one of the sets.
    ///
    /// @throws IllegalArgumentException if the partition was not made for the set
    public ClassSet members(AddressSet set) {
        ClassSet found = members.get(set);
        if (found == null) {
            throw new IllegalArgumentException("the partition does not know " + set);
        }
        return found;
    }

    /// The lowest address of a class.
    public int representative(int addressClass) {
        return representatives[addressClass];
    }

    /// The class of an address.
    public int classOf(int address) {
        return lookup.lookup(address);
    }

    /// Sets `classes[i - from]` to the class of `addresses[i]` for every `i` from `from` (inclusive) to `to` (exclusive).
    public void classesOf(int[] addresses, int from, int to, int[] classes) {
        lookup.lookup(addresses, from, to, classes);
    }

    /// What the structure takes in memory, in bytes.
    public long bytes() {
        return lookup.bytes();
    }

    @Override
    public String toString() {
        return classCount + " classes in a " + lookup;
    }
}

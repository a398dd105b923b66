package dev.sekisho.simulator.compiled.rules.field;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpRange;
import dev.sekisho.model.address.Ipv6Address;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// All IPv6 addresses in classes that no set of a collection tells apart. Immutable, so threads may share it.
///
/// Interval `i` begins at the address `highs[i]`, `lows[i]`, ends before the next one and is of class `classes[i]`; a lookup
/// is a binary search, because Azure's networks carry little of it.
public final class Ipv6Partition {
    private final long[] highs;
    private final long[] lows;
    private final int[] classes;
    private final int classCount;

    private Ipv6Partition(List<Ipv6Address> starts, List<Integer> classes, int classCount) {
        this.highs = starts.stream().mapToLong(Ipv6Address::high).toArray();
        this.lows = starts.stream().mapToLong(Ipv6Address::low).toArray();
        this.classes = classes.stream().mapToInt(Integer::intValue).toArray();
        this.classCount = classCount;
    }

    /// Tells addresses apart that lie in different sets; only the IPv6 part of a set counts.
    public static Ipv6Partition of(Collection<AddressSet> sets) {
        NavigableMap<Ipv6Address, BitSet> edges = edges(sets.stream().distinct().toList());
        List<Integer> classes = new ArrayList<>();
        Map<BitSet, Integer> known = new HashMap<>();
        BitSet open = new BitSet();
        for (BitSet flipped : edges.values()) {
            open.xor(flipped);
            Integer found = known.get(open);
            if (found == null) {
                found = known.size();
                known.put((BitSet) open.clone(), found);
            }
            classes.add(found);
        }
        return new Ipv6Partition(List.copyOf(edges.keySet()), classes, known.size());
    }

    /// The sets that begin or end at each address where any does, and at the first address of all.
    private static NavigableMap<Ipv6Address, BitSet> edges(List<AddressSet> sets) {
        NavigableMap<Ipv6Address, BitSet> edges = new TreeMap<>(Ipv6Partition::compare);
        edges.put(new Ipv6Address(0, 0), new BitSet());
        for (int set = 0; set < sets.size(); set++) {
            int flipped = set;
            for (IpRange range : sets.get(set).ranges()) {
                if (range.first() instanceof Ipv6Address first) {
                    edges.computeIfAbsent(first, _ -> new BitSet()).flip(flipped);
                    range.last().next().ifPresent(
                            next -> edges.computeIfAbsent((Ipv6Address) next, _ -> new BitSet()).flip(flipped));
                }
            }
        }
        return edges;
    }

    private static int compare(Ipv6Address one, Ipv6Address other) {
        return one.high() == other.high()
                ? Long.compareUnsigned(one.low(), other.low())
                : Long.compareUnsigned(one.high(), other.high());
    }

    /// The classes are 0 to `classCount() - 1`.
    public int classCount() {
        return classCount;
    }

    /// The class of an address.
    public int classOf(Ipv6Address address) {
        int from = 0;
        int to = highs.length;
        while (to - from > 1) {
            int middle = from + to >>> 1;
            boolean behind = compare(new Ipv6Address(highs[middle], lows[middle]), address) > 0;
            from = behind ? from : middle;
            to = behind ? middle : to;
        }
        return classes[from];
    }

    /// What the structure takes in memory, in bytes.
    public long bytes() {
        return (long) classes.length * (2 * Long.BYTES + Integer.BYTES);
    }
}

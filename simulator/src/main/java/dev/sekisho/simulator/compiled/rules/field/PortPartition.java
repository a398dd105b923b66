package dev.sekisho.simulator.compiled.rules.field;

import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// All ports in classes that no set of a collection tells apart: the port `p` is of class `classes[p]`.
public final class PortPartition {
    private static final int PORTS = PortRange.HIGHEST + 1;

    private final int[] classes;
    private final int count;
    private final Map<PortSet, ClassSet> members;

    private PortPartition(int[] classes, int count, Map<PortSet, ClassSet> members) {
        this.classes = classes;
        this.count = count;
        this.members = members;
    }

    /// Tells ports apart that lie in different sets.
    static PortPartition of(List<PortSet> sets) {
        Partitions ranges = Partitions.of(PORTS, sets.stream().map(PortPartition::edges).toList());
        int[] classes = new int[PORTS];
        for (int i = 0; i < ranges.starts().length; i++) {
            long end = i + 1 < ranges.starts().length ? ranges.starts()[i + 1] : PORTS;
            Arrays.fill(classes, (int) ranges.starts()[i], (int) end, ranges.classes()[i]);
        }
        Map<PortSet, ClassSet> members = new HashMap<>();
        for (int i = 0; i < sets.size(); i++) {
            members.put(sets.get(i), ranges.members().get(i));
        }
        return new PortPartition(classes, ranges.classCount(), members);
    }

    private static long[] edges(PortSet set) {
        return set.ranges().stream().flatMapToLong(range -> LongStream.of(range.first(), range.last() + 1L)).toArray();
    }

    /// How many classes there are.
    int count() {
        return count;
    }

    /// The class of every port.
    int[] classes() {
        return classes;
    }

    /// The classes of one of the sets.
    ClassSet members(PortSet set) {
        return members.getOrDefault(set, ClassSet.all(0));
    }
}

package dev.sekisho.simulator.compiled.rules;

import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// All ports in classes that no set of a collection tells apart.
///
/// Ports come in pages of 64, and pages that are alike are kept once, so that a few kilobytes in the core's first cache
/// serve in place of a table of all ports:
///
/// ```text
/// classes[ pages[port >>> 6] + (port & 63) ] = class * factor
/// ```
final class PortPartition {
    private static final int PORTS = PortRange.HIGHEST + 1;
    private static final int PAGE_BITS = 6;
    private static final int PAGE = 1 << PAGE_BITS;

    private final char[] pages;
    private final int[] classes;
    private final int count;
    private final Map<PortSet, ClassSet> members;

    private PortPartition(char[] pages, int[] classes, int count, Map<PortSet, ClassSet> members) {
        this.pages = pages;
        this.classes = classes;
        this.count = count;
        this.members = members;
    }

    /// Tells ports apart that lie in different sets.
    static PortPartition of(List<PortSet> sets) {
        Partitions ranges = Partitions.of(PORTS, sets.stream().map(PortPartition::edges).toList());
        int[] all = new int[PORTS];
        for (int i = 0; i < ranges.starts().length; i++) {
            long end = i + 1 < ranges.starts().length ? ranges.starts()[i + 1] : PORTS;
            Arrays.fill(all, (int) ranges.starts()[i], (int) end, ranges.classes()[i]);
        }
        Map<PortSet, ClassSet> members = new HashMap<>();
        for (int i = 0; i < sets.size(); i++) {
            members.put(sets.get(i), ranges.members().get(i));
        }
        return paged(all, ranges.classCount(), members);
    }

    private static PortPartition paged(int[] all, int count, Map<PortSet, ClassSet> members) {
        char[] pages = new char[PORTS / PAGE];
        int[] classes = new int[PORTS];
        Map<List<Integer>, Integer> places = new HashMap<>();
        for (int page = 0; page < pages.length; page++) {
            int first = page * PAGE;
            int next = places.size() * PAGE;
            List<Integer> content = Arrays.stream(all, first, first + PAGE).boxed().toList();
            int place = places.computeIfAbsent(content, _ -> next);
            System.arraycopy(all, first, classes, place, PAGE);
            pages[page] = (char) place;
        }
        return new PortPartition(pages, Arrays.copyOf(classes, places.size() * PAGE), count, members);
    }

    private static long[] edges(PortSet set) {
        return set.ranges().stream().flatMapToLong(range -> LongStream.of(range.first(), range.last() + 1L)).toArray();
    }

    /// The same with all classes multiplied, to be parts of a place in a table.
    PortPartition times(int factor) {
        return new PortPartition(pages, Arrays.stream(classes).map(one -> one * factor).toArray(), count, members);
    }

    /// How many classes there are.
    int count() {
        return count;
    }

    /// The classes of one of the sets.
    ClassSet members(PortSet set) {
        return members.getOrDefault(set, ClassSet.all(0));
    }

    /// The class of a port, multiplied.
    int classOf(int port) {
        return classes[pages[port >>> PAGE_BITS] + (port & PAGE - 1)];
    }

    long bytes() {
        return (long) pages.length * Character.BYTES + (long) classes.length * Integer.BYTES;
    }
}

package dev.sekisho.simulator.exact.space;

import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.simulator.exact.diagram.IndexSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/// All ports, cut wherever one of the sets in question begins or ends.
final class PortAxis {
    private final int[] cuts;

    PortAxis(Iterable<PortSet> sets) {
        TreeSet<Integer> starts = new TreeSet<>();
        starts.add(0);
        for (PortSet set : sets) {
            for (PortRange range : set.ranges()) {
                starts.add(range.first());
                if (range.last() < PortRange.HIGHEST) {
                    starts.add(range.last() + 1);
                }
            }
        }
        this.cuts = starts.stream().mapToInt(Integer::intValue).toArray();
    }

    int size() {
        return cuts.length;
    }

    int index(int port) {
        int found = Arrays.binarySearch(cuts, port);
        return found >= 0 ? found : -found - 2;
    }

    IndexSet indices(PortSet set) {
        List<IndexSet> indices = new ArrayList<>(set.ranges().size());
        for (PortRange range : set.ranges()) {
            indices.add(IndexSet.range(index(range.first()), index(range.last())));
        }
        return IndexSet.unionOf(indices);
    }

    PortSet ports(IndexSet indices) {
        return PortSet.ofRanges(indices.stream().mapToObj(this::range).toList());
    }

    private PortRange range(int index) {
        return new PortRange(cuts[index], index + 1 < cuts.length ? cuts[index + 1] - 1 : PortRange.HIGHEST);
    }

    /// A port of some classes: 443 or 80 where they hold it, and not 0 where they hold another.
    int example(IndexSet indices) {
        for (int pleasant : new int[]{443, 80}) {
            if (indices.contains(index(pleasant))) {
                return pleasant;
            }
        }
        PortRange first = range(indices.first(0));
        return first.first() == 0 && first.last() > 0 ? Math.min(first.last(), 1024) : first.first();
    }
}

package dev.sekisho.model.address;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// An immutable set of ports, held as ranges in ascending order, no two of which overlap or touch.
public final class PortSet {

    /// No port.
    public static final PortSet EMPTY = new PortSet(List.of());

    /// Every port from 0 to 65535, written `*`; see [PortRange] for port 0.
    public static final PortSet ANY = of(PortRange.ANY);

    private final List<PortRange> ranges;

    private PortSet(List<PortRange> ranges) {
        this.ranges = ranges;
    }

    /// The ports of all `ranges`, which may overlap and come in any order.
    public static PortSet of(PortRange... ranges) {
        return ofRanges(Arrays.asList(ranges));
    }

    /// The set of these ports.
    ///
    /// @throws IllegalArgumentException if one is not from 0 to 65535
    public static PortSet of(int... ports) {
        return ofRanges(Arrays.stream(ports).mapToObj(PortRange::single).toList());
    }

    /// The ports of all `ranges`, which may overlap and come in any order.
    public static PortSet ofRanges(Collection<PortRange> ranges) {
        List<PortRange> merged = new ArrayList<>();
        for (PortRange range : ranges.stream().sorted().toList()) {
            if (!merged.isEmpty() && range.first() <= merged.getLast().last() + 1) {
                PortRange open = merged.removeLast();
                merged.add(new PortRange(open.first(), Math.max(open.last(), range.last())));
            } else {
                merged.add(range);
            }
        }
        return new PortSet(List.copyOf(merged));
    }

    /// Reads ranges with commas between them, such as `80,443,8000-8010`; blanks around a comma do not matter.
    ///
    /// @throws IllegalArgumentException if a part is no port range; the message says why
    public static PortSet parse(String text) {
        return ofRanges(Arrays.stream(text.split(",", -1)).map(String::strip).map(PortRange::parse).toList());
    }

    public PortSet union(PortSet other) {
        List<PortRange> all = new ArrayList<>(ranges);
        all.addAll(other.ranges);
        return ofRanges(all);
    }

    public PortSet intersection(PortSet other) {
        List<PortRange> common = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < ranges.size() && j < other.ranges.size()) {
            PortRange ours = ranges.get(i);
            PortRange theirs = other.ranges.get(j);
            if (ours.overlaps(theirs)) {
                common.add(new PortRange(
                        Math.max(ours.first(), theirs.first()), Math.min(ours.last(), theirs.last())));
            }
            if (ours.last() < theirs.last()) {
                i++;
            } else {
                j++;
            }
        }
        return new PortSet(List.copyOf(common));
    }

    /// The ports of this set that are not in `other`.
    public PortSet difference(PortSet other) {
        return intersection(other.complement());
    }

    /// Every port that is not in this set.
    public PortSet complement() {
        List<PortRange> gaps = new ArrayList<>();
        int from = 0;
        for (PortRange range : ranges) {
            if (from < range.first()) {
                gaps.add(new PortRange(from, range.first() - 1));
            }
            from = range.last() + 1;
        }
        if (from <= PortRange.HIGHEST) {
            gaps.add(new PortRange(from, PortRange.HIGHEST));
        }
        return new PortSet(List.copyOf(gaps));
    }

    public boolean contains(int port) {
        return ranges.stream().anyMatch(range -> range.contains(port));
    }

    /// Whether every port of `other` lies in this set.
    public boolean containsAll(PortSet other) {
        int i = 0;
        for (int j = 0; j < other.ranges.size(); j++) {
            PortRange theirs = other.ranges.get(j);
            while (i < ranges.size() && ranges.get(i).last() < theirs.last()) {
                i++;
            }
            if (i == ranges.size() || !ranges.get(i).contains(theirs)) {
                return false;
            }
        }
        return true;
    }

    /// Whether some port lies in both sets.
    public boolean overlaps(PortSet other) {
        int i = 0;
        int j = 0;
        while (i < ranges.size() && j < other.ranges.size()) {
            PortRange ours = ranges.get(i);
            PortRange theirs = other.ranges.get(j);
            if (ours.overlaps(theirs)) {
                return true;
            }
            if (ours.last() < theirs.last()) {
                i++;
            } else {
                j++;
            }
        }
        return false;
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /// Whether this is every port.
    public boolean isAny() {
        return equals(ANY);
    }

    /// The lowest port, a witness that the set is not empty.
    public OptionalInt first() {
        return isEmpty() ? OptionalInt.empty() : OptionalInt.of(ranges.getFirst().first());
    }

    /// The ranges in ascending order; no two overlap or touch.
    public List<PortRange> ranges() {
        return ranges;
    }

    /// The number of ports.
    public int size() {
        return ranges.stream().mapToInt(PortRange::size).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PortSet set && ranges.equals(set.ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    /// The ranges with commas between them, `*` for every port, `none` for the empty set.
    @Override
    public String toString() {
        return isEmpty() ? "none" : ranges.stream().map(PortRange::toString).collect(Collectors.joining(","));
    }
}

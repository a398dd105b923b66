package dev.sekisho.model.address;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// An immutable set of IPv4 and IPv6 addresses.
///
/// Held as ranges in ascending order, no two of which overlap or touch; so equal sets have equal ranges, and a
/// lookup is a binary search. Operations on two sets walk both lists once.
public final class AddressSet {

    /// No address.
    public static final AddressSet EMPTY = new AddressSet(List.of());

    /// Every IPv4 address.
    public static final AddressSet ALL_IPV4 = of(Ipv4Prefix.ALL);

    /// Every IPv6 address.
    public static final AddressSet ALL_IPV6 = of(Ipv6Prefix.ALL);

    /// Every address of both families.
    public static final AddressSet ALL = of(Ipv4Prefix.ALL, Ipv6Prefix.ALL);

    private final List<IpRange> ranges;

    private AddressSet(List<IpRange> ranges) {
        this.ranges = ranges;
    }

    /// The addresses of all `prefixes`, which may overlap and come in any order.
    public static AddressSet of(IpPrefix... prefixes) {
        return ofPrefixes(Arrays.asList(prefixes));
    }

    /// The set of `address` alone.
    public static AddressSet of(IpAddress address) {
        return new AddressSet(List.of(IpRange.single(address)));
    }

    /// The addresses of `range`.
    public static AddressSet of(IpRange range) {
        return new AddressSet(List.of(range));
    }

    /// The addresses of all `prefixes`, which may overlap and come in any order.
    public static AddressSet ofPrefixes(Collection<? extends IpPrefix> prefixes) {
        return ofRanges(prefixes.stream().map(IpPrefix::toRange).toList());
    }

    /// The addresses of all `ranges`, which may overlap and come in any order.
    public static AddressSet ofRanges(Collection<IpRange> ranges) {
        return ofSorted(ranges.stream().sorted().toList());
    }

    /// The addresses that lie in any of `sets`.
    public static AddressSet unionOf(Collection<AddressSet> sets) {
        return ofRanges(sets.stream().flatMap(set -> set.ranges.stream()).toList());
    }

    private static AddressSet ofSorted(List<IpRange> sorted) {
        if (sorted.isEmpty()) {
            return EMPTY;
        }
        List<IpRange> merged = new ArrayList<>(sorted.size());
        IpRange open = sorted.getFirst();
        for (IpRange range : sorted.subList(1, sorted.size())) {
            if (reachesTo(open, range.first())) {
                open = range.last().compareTo(open.last()) > 0 ? new IpRange(open.first(), range.last()) : open;
            } else {
                merged.add(open);
                open = range;
            }
        }
        merged.add(open);
        return new AddressSet(List.copyOf(merged));
    }

    /// Whether `address`, which does not lie before `range`, lies in it or directly behind it.
    private static boolean reachesTo(IpRange range, IpAddress address) {
        return address.compareTo(range.last()) <= 0
                || range.last().next().map(address::equals).orElse(false);
    }

    public AddressSet union(AddressSet other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        List<IpRange> sorted = new ArrayList<>(ranges.size() + other.ranges.size());
        int i = 0;
        for (IpRange theirs : other.ranges) {
            while (i < ranges.size() && ranges.get(i).compareTo(theirs) <= 0) {
                sorted.add(ranges.get(i++));
            }
            sorted.add(theirs);
        }
        sorted.addAll(ranges.subList(i, ranges.size()));
        return ofSorted(sorted);
    }

    public AddressSet intersection(AddressSet other) {
        List<IpRange> common = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < ranges.size() && j < other.ranges.size()) {
            IpRange ours = ranges.get(i);
            IpRange theirs = other.ranges.get(j);
            if (ours.last().compareTo(theirs.first()) < 0) {
                i = endingFrom(theirs.first(), i + 1);
            } else if (theirs.last().compareTo(ours.first()) < 0) {
                j = other.endingFrom(ours.first(), j + 1);
            } else {
                common.add(new IpRange(later(ours.first(), theirs.first()), earlier(ours.last(), theirs.last())));
                if (ours.last().compareTo(theirs.last()) < 0) {
                    i++;
                } else {
                    j++;
                }
            }
        }
        return common.isEmpty() ? EMPTY : new AddressSet(List.copyOf(common));
    }

    /// The place, from one on, of the first range that ends at an address or behind it. Steps double until one is too wide, so
    /// that it costs little where the place is near and not much where it is far.
    private int endingFrom(IpAddress address, int from) {
        int low = from;
        int step = 1;
        while (low + step <= ranges.size() && ranges.get(low + step - 1).last().compareTo(address) < 0) {
            low += step;
            step *= 2;
        }
        int high = Math.min(ranges.size(), low + step);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranges.get(middle).last().compareTo(address) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The addresses of this set that are not in `other`.
    public AddressSet difference(AddressSet other) {
        List<IpRange> kept = new ArrayList<>();
        int j = 0;
        for (IpRange ours : ranges) {
            Optional<IpAddress> from = Optional.of(ours.first());
            while (j < other.ranges.size() && other.ranges.get(j).last().compareTo(ours.first()) < 0) {
                j++;
            }
            for (; j < other.ranges.size() && other.ranges.get(j).overlaps(ours); j++) {
                IpRange theirs = other.ranges.get(j);
                addBetween(kept, from, theirs.first().previous());
                from = theirs.last().next();
                if (theirs.last().compareTo(ours.last()) >= 0) {
                    break;
                }
            }
            addBetween(kept, from, Optional.of(ours.last()));
        }
        return kept.isEmpty() ? EMPTY : new AddressSet(List.copyOf(kept));
    }

    private static void addBetween(List<IpRange> target, Optional<IpAddress> first, Optional<IpAddress> last) {
        if (first.isPresent() && last.isPresent() && first.get().compareTo(last.get()) <= 0) {
            target.add(new IpRange(first.get(), last.get()));
        }
    }

    /// Every address of both families that is not in this set.
    public AddressSet complement() {
        return ALL.difference(this);
    }

    public boolean contains(IpAddress address) {
        return rangeAround(address).isPresent();
    }

    /// Tells whether it is one address.
    public boolean isSingle() {
        return ranges.size() == 1 && ranges.getFirst().first().equals(ranges.getFirst().last());
    }

    /// Whether every address of `range` lies in this set.
    public boolean containsAll(IpRange range) {
        return rangeAround(range.first()).filter(around -> around.contains(range.last())).isPresent();
    }

    /// Whether every address of `other` lies in this set.
    public boolean containsAll(AddressSet other) {
        if (other == this || other.isEmpty()) {
            return true;
        }
        if (isEmpty() || other.ranges.getFirst().first().compareTo(ranges.getFirst().first()) < 0
                || other.ranges.getLast().last().compareTo(ranges.getLast().last()) > 0) {
            return false;
        }
        for (int i = 0; i < other.ranges.size(); i++) {
            if (!containsAll(other.ranges.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// Whether some address lies in both sets.
    public boolean overlaps(AddressSet other) {
        int i = 0;
        int j = 0;
        while (i < ranges.size() && j < other.ranges.size()) {
            IpRange ours = ranges.get(i);
            IpRange theirs = other.ranges.get(j);
            if (ours.last().compareTo(theirs.first()) < 0) {
                i = endingFrom(theirs.first(), i + 1);
            } else if (theirs.last().compareTo(ours.first()) < 0) {
                j = other.endingFrom(ours.first(), j + 1);
            } else {
                return true;
            }
        }
        return false;
    }

    private Optional<IpRange> rangeAround(IpAddress address) {
        int low = 0;
        int high = ranges.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            IpRange range = ranges.get(middle);
            if (address.compareTo(range.first()) < 0) {
                high = middle - 1;
            } else if (address.compareTo(range.last()) > 0) {
                low = middle + 1;
            } else {
                return Optional.of(range);
            }
        }
        return Optional.empty();
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /// The lowest address, a witness that the set is not empty.
    public Optional<IpAddress> first() {
        return isEmpty() ? Optional.empty() : Optional.of(ranges.getFirst().first());
    }

    /// The ranges in ascending order; no two overlap or touch.
    public List<IpRange> ranges() {
        return ranges;
    }

    /// The fewest prefixes that hold exactly this set, in ascending order.
    public List<IpPrefix> prefixes() {
        return ranges.stream().flatMap(range -> range.toPrefixes().stream()).toList();
    }

    /// The number of addresses.
    public BigInteger size() {
        return ranges.stream().map(IpRange::size).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /// The IPv4 addresses of this set.
    public AddressSet ipv4() {
        return intersection(ALL_IPV4);
    }

    /// The IPv6 addresses of this set.
    public AddressSet ipv6() {
        return intersection(ALL_IPV6);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressSet set && ranges.equals(set.ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    /// The ranges, each as an address, a prefix where it is one, or `first-last`; `none` for the empty set.
    @Override
    public String toString() {
        return isEmpty() ? "none" : ranges.stream().map(AddressSet::shortest).collect(Collectors.joining(", "));
    }

    private static String shortest(IpRange range) {
        List<IpPrefix> prefixes = range.toPrefixes();
        return prefixes.size() > 1 || prefixes.getFirst().isSingleAddress()
                ? range.toString()
                : prefixes.getFirst().toString();
    }

    private static IpAddress later(IpAddress a, IpAddress b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static IpAddress earlier(IpAddress a, IpAddress b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}

package dev.sekisho.simulator.exact.space;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpRange;
import dev.sekisho.model.address.Ipv4Address;
import dev.sekisho.model.address.Ipv6Address;
import dev.sekisho.simulator.exact.diagram.IndexSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// All addresses, cut wherever one of the sets in question begins or ends. Index `i` stands for the addresses from the `i`th
/// cut to the next.
final class AddressAxis {
    private static final IpAddress LAST_IPV4 = new Ipv4Address(-1);
    private static final IpAddress LAST_IPV6 = new Ipv6Address(-1L, -1L);

    private final IpAddress[] cuts;
    private final List<IpAddress> pleasant;

    /// @param pleasant addresses that read well where a class holds them
    AddressAxis(Iterable<AddressSet> sets, List<IpAddress> pleasant) {
        this.pleasant = pleasant;
        List<IpAddress> starts = new ArrayList<>();
        AddressSet.ALL.ranges().forEach(range -> starts.add(range.first()));
        for (AddressSet set : sets) {
            for (IpRange range : set.ranges()) {
                starts.add(range.first());
                range.last().next().ifPresent(starts::add);
            }
        }
        this.cuts = ascending(starts);
    }

    private static IpAddress[] ascending(List<IpAddress> addresses) {
        IpAddress[] sorted = addresses.toArray(IpAddress[]::new);
        Arrays.sort(sorted);
        int count = 0;
        for (IpAddress address : sorted) {
            if (count == 0 || address.compareTo(sorted[count - 1]) != 0) {
                sorted[count++] = address;
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    int size() {
        return cuts.length;
    }

    int index(IpAddress address) {
        int found = Arrays.binarySearch(cuts, address);
        return found >= 0 ? found : -found - 2;
    }

    IndexSet indices(AddressSet set) {
        List<IndexSet> indices = new ArrayList<>(set.ranges().size());
        for (IpRange range : set.ranges()) {
            indices.add(IndexSet.range(index(range.first()), index(range.last())));
        }
        return IndexSet.unionOf(indices);
    }

    AddressSet addresses(IndexSet indices) {
        return AddressSet.ofRanges(indices.stream().mapToObj(this::range).toList());
    }

    IpRange range(int index) {
        IpAddress first = cuts[index];
        Optional<IpAddress> next = index + 1 < cuts.length ? cuts[index + 1].previous() : Optional.empty();
        return new IpRange(first, next.filter(first::isSameFamilyAs).orElse(first.isIpv4() ? LAST_IPV4 : LAST_IPV6));
    }

    /// An address of some classes, one that reads well where there is one.
    IpAddress example(IndexSet indices) {
        return pleasant.stream().filter(address -> indices.contains(index(address))).findFirst()
                .orElseGet(() -> cuts[indices.first(0)]);
    }
}

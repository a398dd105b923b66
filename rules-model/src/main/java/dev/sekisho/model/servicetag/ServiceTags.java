package dev.sekisho.model.servicetag;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.name.ServiceTagName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/// The addresses behind service tags. A tag that is not here is unknown, not empty.
///
/// Addresses come from two sides: what a user wrote down for a tag, which always holds, and what Microsoft
/// publishes for each cloud, of which the newest publication holds. Immutable.
public final class ServiceTags {
    /// Nothing is known about any tag.
    public static final ServiceTags NONE = new ServiceTags(Collections.emptySortedMap(), List.of(), _ -> {});

    /// The cloud that most files are about, as they name it. It comes first where nothing else was asked for.
    public static final String PUBLIC_CLOUD = "Public";

    private static final Comparator<TagRelease> PUBLIC_FIRST = Comparator
            .comparing((TagRelease release) -> !release.isOfCloud(PUBLIC_CLOUD)).thenComparing(TagRelease::cloud);

    private final SortedMap<ServiceTagName, AddressSet> written;
    private final List<TagRelease> releases;
    private final Consumer<TagRelease> asked;

    private ServiceTags(SortedMap<ServiceTagName, AddressSet> written, List<TagRelease> releases,
            Consumer<TagRelease> asked) {
        this.written = written;
        this.releases = releases;
        this.asked = asked;
    }

    /// Returns tags with these addresses, as a user wrote them.
    public static ServiceTags of(Map<ServiceTagName, AddressSet> addresses) {
        return new ServiceTags(Collections.unmodifiableSortedMap(new TreeMap<>(addresses)), List.of(), _ -> {});
    }

    /// Returns these tags and those of a publication. Of two publications for one cloud the one with the higher change
    /// number stays; of equal ones the added one.
    public ServiceTags with(TagRelease added) {
        List<TagRelease> kept = new ArrayList<>(releases);
        Optional<TagRelease> same = release(added.cloud());
        if (same.isPresent() && same.get().changeNumber() > added.changeNumber()) {
            return this;
        }
        same.ifPresent(kept::remove);
        kept.add(added);
        kept.sort(PUBLIC_FIRST);
        return new ServiceTags(written, List.copyOf(kept), asked);
    }

    /// Returns the same tags for questions about one cloud: where several clouds publish a tag, that cloud's addresses
    /// are found. Without this it is the public cloud's.
    ///
    /// @param cloud the cloud as the published data names it, in any letter case
    public ServiceTags forCloud(String cloud) {
        List<TagRelease> ordered = new ArrayList<>(releases);
        ordered.sort(Comparator.comparing(release -> !release.isOfCloud(cloud)));
        return new ServiceTags(written, List.copyOf(ordered), asked);
    }

    /// Returns the same tags, which tell a witness of each publication that [#find] takes addresses from. Two that differ
    /// in their witness alone are equal.
    public ServiceTags watchedBy(Consumer<TagRelease> witness) {
        return new ServiceTags(written, releases, witness);
    }

    /// Returns the addresses of a tag, or nothing where no loaded data knows it.
    public Optional<AddressSet> find(ServiceTagName tag) {
        AddressSet byHand = written.get(tag);
        return byHand != null ? Optional.of(byHand)
                : releases.stream().flatMap(release -> found(release, tag).stream()).findFirst();
    }

    private Optional<AddressSet> found(TagRelease release, ServiceTagName tag) {
        Optional<AddressSet> addresses = release.find(tag);
        addresses.ifPresent(_ -> asked.accept(release));
        return addresses;
    }

    /// Returns the publication for a cloud, named in any letter case.
    public Optional<TagRelease> release(String cloud) {
        return releases.stream().filter(release -> release.isOfCloud(cloud)).findFirst();
    }

    /// Returns the publications, one for each cloud, in the order in which they are asked for a tag.
    public List<TagRelease> releases() {
        return releases;
    }

    /// Returns all names that [#find] knows, in alphabetical order.
    public SortedSet<ServiceTagName> names() {
        SortedSet<ServiceTagName> names = new TreeSet<>(written.keySet());
        releases.forEach(release -> names.addAll(release.tags().keySet()));
        return Collections.unmodifiableSortedSet(names);
    }

    public boolean isEmpty() {
        return written.isEmpty() && releases.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServiceTags tags && written.equals(tags.written) && releases.equals(tags.releases);
    }

    @Override
    public int hashCode() {
        return 31 * written.hashCode() + releases.hashCode();
    }

    @Override
    public String toString() {
        return "tags written by hand: " + written + ", publications: " + releases;
    }
}

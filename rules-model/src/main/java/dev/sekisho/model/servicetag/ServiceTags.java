package dev.sekisho.model.servicetag;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.name.ServiceTagName;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The addresses behind service tags. A tag that is not here is unknown, not empty.
public final class ServiceTags {
    /// Nothing is known about any tag.
    public static final ServiceTags NONE = new ServiceTags(Collections.emptySortedMap());

    private final SortedMap<String, AddressSet> byName;

    private ServiceTags(SortedMap<String, AddressSet> byName) {
        this.byName = byName;
    }

    /// Returns tags with these addresses.
    public static ServiceTags of(Map<ServiceTagName, AddressSet> addresses) {
        SortedMap<String, AddressSet> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        addresses.forEach((tag, set) -> byName.put(tag.value(), set));
        return new ServiceTags(byName);
    }

    /// Returns the addresses of a tag, or nothing where no loaded data knows it.
    public Optional<AddressSet> find(ServiceTagName tag) {
        return Optional.ofNullable(byName.get(tag.value()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServiceTags tags && byName.equals(tags.byName);
    }

    @Override
    public int hashCode() {
        return byName.hashCode();
    }
}

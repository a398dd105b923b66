package dev.sekisho.model.servicetag;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.name.ServiceTagName;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// One publication of Microsoft: the service tags of one cloud at one change number.
///
/// Immutable. The address set of a tag is calculated when it is first asked for: of thousands of tags, a
/// configuration uses a handful.
public final class TagRelease {
    private final String cloud;
    private final int changeNumber;
    private final Optional<LocalDate> date;
    private final SourceLocation at;
    private final SortedMap<ServiceTagName, PublishedTag> tags;
    private final Map<ServiceTagName, AddressSet> addresses = new ConcurrentHashMap<>();

    /// @param cloud the cloud as the data names it, such as `Public` or `AzureGovernment`
    /// @param changeNumber grows with every publication for that cloud
    /// @param date the day of the publication, where the file's name tells it
    /// @param at where the data was read
    /// @throws IllegalArgumentException if two tags have one name
    public TagRelease(String cloud, int changeNumber, Optional<LocalDate> date, SourceLocation at,
            Collection<PublishedTag> tags) {
        this.cloud = cloud;
        this.changeNumber = changeNumber;
        this.date = date;
        this.at = at;
        SortedMap<ServiceTagName, PublishedTag> byName = new TreeMap<>();
        for (PublishedTag tag : tags) {
            if (byName.put(tag.name(), tag) != null) {
                throw new IllegalArgumentException("the service tag " + tag.name() + " is there twice");
            }
        }
        this.tags = Collections.unmodifiableSortedMap(byName);
    }

    public String cloud() {
        return cloud;
    }

    public int changeNumber() {
        return changeNumber;
    }

    public Optional<LocalDate> date() {
        return date;
    }

    public SourceLocation at() {
        return at;
    }

    /// The tags as published, by name.
    public SortedMap<ServiceTagName, PublishedTag> tags() {
        return tags;
    }

    /// The addresses of a tag, or nothing where this publication does not have it.
    public Optional<AddressSet> find(ServiceTagName name) {
        return Optional.ofNullable(tags.get(name)).map(tag -> addresses.computeIfAbsent(tag.name(),
                _ -> AddressSet.ofPrefixes(tag.prefixes())));
    }

    boolean isOfCloud(String name) {
        return cloud.equalsIgnoreCase(name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TagRelease that && cloud.equals(that.cloud) && changeNumber == that.changeNumber
                && date.equals(that.date) && tags.equals(that.tags);
    }

    @Override
    public int hashCode() {
        return 31 * cloud.hashCode() + changeNumber;
    }

    @Override
    public String toString() {
        return "service tags of " + cloud + ", change " + changeNumber + date.map(day -> " of " + day).orElse("");
    }
}

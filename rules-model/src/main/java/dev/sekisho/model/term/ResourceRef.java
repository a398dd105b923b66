package dev.sekisho.model.term;

import java.util.Locale;

/// A reference to another resource, as written: a bare name or a full Azure resource id.
///
/// Azure compares ids without regard to case, so do `equals` and `hashCode`.
///
/// @param id the name or id, never empty
public record ResourceRef(String id) {
    public ResourceRef {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a resource reference cannot be empty");
        }
    }

    /// Returns the last segment of the id: the resource's name.
    public String name() {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    /// Tells whether the reference names a resource of this name, without regard to case.
    public boolean names(String resourceName) {
        return name().equalsIgnoreCase(resourceName);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceRef(String otherId) && id.equalsIgnoreCase(otherId);
    }

    @Override
    public int hashCode() {
        return id.toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}

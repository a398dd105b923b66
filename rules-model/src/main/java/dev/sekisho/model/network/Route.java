package dev.sekisho.model.network;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.term.Entry;

/// A user-defined route.
///
/// @param destination `addressPrefix`: a prefix or a service tag (`R-12`)
/// @param hasBgpOverride whether it overrides overlapping BGP routes of any length (`R-26`)
public record Route(String name, Entry<Destination> destination, NextHop nextHop, boolean hasBgpOverride,
        SourceLocation at) {

    /// What a route covers.
    public sealed interface Destination {
        /// A prefix.
        record Prefix(IpPrefix prefix) implements Destination {
            @Override
            public String toString() {
                return prefix.toString();
            }
        }

        /// The current prefixes of a service tag.
        record Tag(ServiceTagName tag) implements Destination {
            @Override
            public String toString() {
                return tag.toString();
            }
        }
    }
}

package dev.sekisho.model.io.cluster;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.io.tree.Fields;
import java.util.List;
import java.util.Optional;

/// Destinations and callers as users write them: a prefix, or a bare address for itself alone. Host bits are an error,
/// because it is not clear which network is meant.
final class Prefixes {
    private Prefixes() {}

    static Optional<IpPrefix> prefix(Fields fields, String key) {
        return fields.parse(key, IpPrefix::parseAddressOrPrefix);
    }

    static List<IpPrefix> prefixes(Fields fields, String key) {
        return fields.parseEach(key, IpPrefix::parseAddressOrPrefix);
    }
}

package dev.sekisho.model.io.cluster;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.io.tree.Fields;
import java.util.List;
import java.util.Optional;

/// Destinations and callers as users write them: a prefix, or a bare address for itself alone. Host bits are an error,
/// because it is not clear which network is meant.
final class Prefixes {
    /// What to write for a range.
    static final String EXAMPLE = "write a range such as 10.42.0.0/16";

    /// What to write for an address.
    static final String ADDRESS = "write an address such as 10.42.5.4";

    /// What to write for a host name.
    static final String NAME = "write a host name such as api.partner.example";

    private Prefixes() {}

    static Optional<IpPrefix> prefix(Fields fields, String key) {
        return fields.parse(key, IpPrefix::parseAddressOrPrefix, EXAMPLE);
    }

    static List<IpPrefix> prefixes(Fields fields, String key) {
        return fields.parseEach(key, IpPrefix::parseAddressOrPrefix, EXAMPLE);
    }
}

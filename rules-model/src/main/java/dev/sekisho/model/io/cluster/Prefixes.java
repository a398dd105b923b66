package dev.sekisho.model.io.cluster;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.Scalars;
import java.util.List;
import java.util.Optional;

/// Prefixes as users write them. Host bits are an error here, because it is not clear which network is meant.
final class Prefixes {
    private Prefixes() {}

    static Optional<IpPrefix> prefix(Fields fields, String key, Diagnostics diagnostics) {
        return fields.scalar(key).flatMap(scalar -> prefix(scalar, diagnostics));
    }

    static List<IpPrefix> prefixes(Fields fields, String key, Diagnostics diagnostics) {
        return fields.scalars(key).stream().flatMap(scalar -> prefix(scalar, diagnostics).stream()).toList();
    }

    private static Optional<IpPrefix> prefix(Node.Scalar scalar, Diagnostics diagnostics) {
        String text = scalar.text();
        Optional<IpPrefix> masked = text.contains("/") ? masked(text) : Optional.empty();
        if (masked.isPresent() && IpPrefix.tryParse(text).isEmpty()) {
            String address = text.substring(0, text.indexOf('/'));
            diagnostics.error("HOST_BITS", scalar.at(), text + " has host bits set", "write " + masked.get() + ", or "
                    + address + (masked.get().isIpv4() ? "/32" : "/128") + " for that one address");
            return Optional.empty();
        }
        return Scalars.parse(scalar, IpPrefix::parseAddressOrPrefix, diagnostics);
    }

    private static Optional<IpPrefix> masked(String text) {
        try {
            return Optional.of(IpPrefix.masking(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

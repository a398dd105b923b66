package dev.sekisho.model.firewall;

import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;

/// The source side of a rule: the union of addresses and IP groups (`FW-15`). A side without any entry makes the rule
/// invalid (`FW-16`).
///
/// @param addresses `sourceAddresses`
/// @param ipGroups `sourceIpGroups`
public record SourceSide(List<Entry<AddressTerm>> addresses, List<ResourceRef> ipGroups) {
    /// Every source.
    public static final SourceSide ANY = new SourceSide(List.of(Entry.of(AddressTerm.Any.ANY)), List.of());

    public SourceSide {
        addresses = List.copyOf(addresses);
        ipGroups = List.copyOf(ipGroups);
    }

    /// Tells whether nothing at all was written.
    public boolean isEmpty() {
        return addresses.isEmpty() && ipGroups.isEmpty();
    }
}

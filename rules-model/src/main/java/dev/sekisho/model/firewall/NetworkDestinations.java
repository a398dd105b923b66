package dev.sekisho.model.firewall;

import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;

/// The destination side of a network rule: the union of addresses, IP groups and names (`FW-15`).
///
/// @param addresses `destinationAddresses`: addresses, ranges, service tags
/// @param ipGroups `destinationIpGroups`
/// @param fqdns `destinationFqdns`: names that the firewall resolves itself; a wildcard is invalid (`FW-23`)
public record NetworkDestinations(List<Entry<AddressTerm>> addresses, List<ResourceRef> ipGroups,
        List<Entry<FqdnPattern>> fqdns) {
    public NetworkDestinations {
        addresses = List.copyOf(addresses);
        ipGroups = List.copyOf(ipGroups);
        fqdns = List.copyOf(fqdns);
    }

    /// Tells whether nothing at all was written.
    public boolean isEmpty() {
        return addresses.isEmpty() && ipGroups.isEmpty() && fqdns.isEmpty();
    }
}

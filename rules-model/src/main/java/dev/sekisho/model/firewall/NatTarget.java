package dev.sekisho.model.firewall;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.name.Fqdn;

/// Where a DNAT rule sends the traffic: `translatedAddress` or `translatedFqdn` (`FW-51`).
public sealed interface NatTarget {
    /// A fixed address.
    record Address(IpAddress address) implements NatTarget {
        @Override
        public String toString() {
            return address.toString();
        }
    }

    /// A name that the firewall resolves.
    record Name(Fqdn fqdn) implements NatTarget {
        @Override
        public String toString() {
            return fqdn.toString();
        }
    }
}

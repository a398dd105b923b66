package dev.sekisho.simulator.exposure;

import dev.sekisho.model.address.AddressSet;
import java.util.Optional;

/// Where clients are.
///
/// @param name what reports call it: `peered network hub`
/// @param addresses the addresses that clients there have
/// @param start the subnet whose routes and security groups their packets meet first, where it is described
/// @param gateway whether packets arrive through a gateway of the network
public record Place(Kind kind, String name, AddressSet addresses, Optional<Start> start, boolean gateway) {

    /// A subnet by its names.
    public record Start(String network, String subnet) {}

    /// Kinds of places.
    public enum Kind {
        /// The virtual network of the nodes.
        NETWORK("network"),
        /// A network that is peered with it.
        PEERED("peered"),
        /// A described network that is not: peering goes one step only (`R-14`).
        OTHER_NETWORK("other"),
        /// What a gateway learned.
        ON_PREMISES("onprem"),
        /// Everybody.
        INTERNET("internet"),
        /// Everybody, by a DNAT rule of a firewall (`FW-51`).
        INTERNET_THROUGH_FIREWALL("internetThroughFirewall");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /// Returns the name that options and reports use.
        public String text() {
            return text;
        }
    }
}

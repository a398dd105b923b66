package dev.sekisho.simulator.exposure.place;

import dev.sekisho.model.address.AddressSet;
import java.util.Optional;

/// Where clients are, and by what they come where that is not the usual way.
///
/// @param name what reports call it: `peered network hub`
/// @param addresses the addresses that clients there have
/// @param start the subnet whose routes and security groups their packets meet first, where it is described
/// @param gateway whether packets arrive through a gateway of the network
/// @param through the firewall, Application Gateway or private endpoint that they come through; for a private kind the
///        firewall whose private address a DNAT rule translates
public record Place(Kind kind, String name, AddressSet addresses, Optional<Start> start, boolean gateway,
        Optional<String> through) {

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
        INTERNET_THROUGH_FIREWALL("internetThroughFirewall"),
        /// Everybody or a network, by a listener of an Application Gateway.
        APPLICATION_GATEWAY("applicationGateway"),
        /// A network with a private endpoint that is connected to a Private Link service or an API server.
        PRIVATE_LINK("privateLink");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /// Returns the name that options and reports use.
        public String text() {
            return text;
        }
    }

    /// Returns clients of this private place who come by a DNAT rule for a private address of a firewall. They are where they
    /// are, so the kind stays.
    public Place throughFirewall(String firewall) {
        return new Place(kind, name + " through " + firewall, addresses, start, gateway, Optional.of(firewall));
    }

    /// Whether clients come by a DNAT rule.
    public boolean isThroughFirewall() {
        return switch (kind) {
            case NETWORK, PEERED, OTHER_NETWORK, ON_PREMISES, INTERNET_THROUGH_FIREWALL -> through.isPresent();
            case INTERNET, APPLICATION_GATEWAY, PRIVATE_LINK -> false;
        };
    }

    /// Returns clients of this place who come through something.
    public Place through(Kind other, String what) {
        return new Place(other, name + " by " + what, addresses, start, gateway, Optional.of(what));
    }
}

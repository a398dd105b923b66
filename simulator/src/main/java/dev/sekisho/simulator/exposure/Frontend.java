package dev.sekisho.simulator.exposure;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.view.SubnetView;
import java.util.Optional;
import java.util.OptionalInt;

/// What clients connect to: an address with a port.
///
/// @param kind what the address is
/// @param address the address; one that stands for it where it is not fixed
/// @param fixed whether somebody said that it is this one
/// @param subnet the subnet that holds a private address
/// @param nodes the subnet of the nodes behind it
/// @param allowed who may use it by the manifest's own list; empty for everybody
record Frontend(Kind kind, IpAddress address, boolean fixed, Optional<SubnetView> subnet, SubnetView nodes,
        Allowed allowed, IpProtocol protocol, int port) {

    /// What an address belongs to.
    enum Kind {
        INTERNAL_LOAD_BALANCER,
        PUBLIC_LOAD_BALANCER,
        NODE
    }

    /// Who may use it by the manifest's own list.
    ///
    /// @param addresses the addresses, those of known tags among them
    /// @param everybody whether there is no list
    /// @param unknownTags whether it has tags whose addresses are not loaded
    record Allowed(AddressSet addresses, boolean everybody, boolean unknownTags) {
        /// No list.
        static final Allowed EVERYBODY = new Allowed(AddressSet.EMPTY, true, false);
    }

    boolean isPrivate() {
        return kind != Kind.PUBLIC_LOAD_BALANCER;
    }

    /// Whether packets meet the nodes' subnet where they meet the address.
    boolean isAmongNodes() {
        return subnet.filter(view -> view.name().equals(nodes.name())).isPresent();
    }

    /// A connection of a client.
    Flow from(IpAddress client) {
        return flow(client, address, port, false);
    }

    Flow flow(IpAddress client, IpAddress to, int toPort, boolean inbound) {
        return new Flow(client, Optional.of(to), Optional.empty(), protocol, OptionalInt.of(toPort), Optional.empty(),
                new Flow.Marks(inbound, false, Optional.empty(), false, OptionalInt.empty()));
    }
}

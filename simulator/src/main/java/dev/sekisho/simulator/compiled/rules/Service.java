package dev.sekisho.simulator.compiled.rules;

import dev.sekisho.model.address.PortSet;

/// A protocol with sets of ports.
///
/// @param protocol number of the IP protocol, or [RuleBox#ANY_PROTOCOL]
public record Service(int protocol, PortSet sourcePorts, PortSet destinationPorts) {

    /// The destination ports of a protocol, from whatever port.
    public static Service to(int protocol, PortSet destinationPorts) {
        return new Service(protocol, PortSet.ANY, destinationPorts);
    }

    /// Tells whether the packets of a protocol may belong to it.
    boolean covers(int number) {
        return protocol == RuleBox.ANY_PROTOCOL || protocol == number;
    }
}

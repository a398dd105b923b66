package dev.sekisho.simulator.compiled.rules.field;

import dev.sekisho.model.address.PortSet;
import java.util.stream.IntStream;

/// A protocol with sets of ports.
///
/// @param protocol number of the IP protocol, [#ANY_PROTOCOL] or [#WITHOUT_PORTS]
public record Service(int protocol, PortSet sourcePorts, PortSet destinationPorts) {
    /// Every protocol.
    public static final int ANY_PROTOCOL = -1;
    /// Every protocol but TCP and UDP.
    public static final int WITHOUT_PORTS = -2;

    private static final int TCP = 6;
    private static final int UDP = 17;

    /// The destination ports of a protocol, from whatever port.
    public static Service to(int protocol, PortSet destinationPorts) {
        return new Service(protocol, PortSet.ANY, destinationPorts);
    }

    /// The protocols that it tells from all others.
    IntStream named() {
        return switch (protocol) {
            case ANY_PROTOCOL -> IntStream.empty();
            case WITHOUT_PORTS -> IntStream.of(TCP, UDP);
            default -> IntStream.of(protocol);
        };
    }

    /// Tells whether it covers a protocol that it names.
    boolean covers(int number) {
        return switch (protocol) {
            case ANY_PROTOCOL -> true;
            case WITHOUT_PORTS -> number != TCP && number != UDP;
            default -> number == protocol;
        };
    }

    /// Tells whether it covers the protocols that nothing names.
    boolean coversOthers() {
        return protocol < 0;
    }
}

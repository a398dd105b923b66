package dev.sekisho.simulator.compiled.rules;

import dev.sekisho.model.address.PortSet;
import java.util.stream.IntStream;

/// A protocol with sets of ports.
///
/// @param protocol number of the IP protocol, [RuleBox#ANY_PROTOCOL] or [RuleBox#WITHOUT_PORTS]
public record Service(int protocol, PortSet sourcePorts, PortSet destinationPorts) {
    private static final int TCP = 6;
    private static final int UDP = 17;

    /// The destination ports of a protocol, from whatever port.
    public static Service to(int protocol, PortSet destinationPorts) {
        return new Service(protocol, PortSet.ANY, destinationPorts);
    }

    /// The protocols that it tells from all others.
    IntStream named() {
        return switch (protocol) {
            case RuleBox.ANY_PROTOCOL -> IntStream.empty();
            case RuleBox.WITHOUT_PORTS -> IntStream.of(TCP, UDP);
            default -> IntStream.of(protocol);
        };
    }

    /// Tells whether it covers a protocol that it names.
    boolean covers(int number) {
        return switch (protocol) {
            case RuleBox.ANY_PROTOCOL -> true;
            case RuleBox.WITHOUT_PORTS -> number != TCP && number != UDP;
            default -> number == protocol;
        };
    }

    /// Tells whether it covers the protocols that nothing names.
    boolean coversOthers() {
        return protocol < 0;
    }
}

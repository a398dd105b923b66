package dev.sekisho.simulator.compiled.rules;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.simulator.compiled.rules.field.Service;

/// What a rule matches: packets whose every field lies in the rule's set for it. Only the IPv4 part of the addresses
/// counts.
///
/// @param protocol number of the IP protocol, [Service#ANY_PROTOCOL] or [Service#WITHOUT_PORTS]
public record RuleBox(AddressSet sources, AddressSet destinations, int protocol, PortSet sourcePorts,
        PortSet destinationPorts) {
    public RuleBox {
        if (protocol < Service.WITHOUT_PORTS || protocol > 0xff) {
            throw new IllegalArgumentException("the protocol number " + protocol + " is not from 0 to 255");
        }
    }

    /// Tells whether it matches every packet.
    boolean isAll() {
        return protocol == Service.ANY_PROTOCOL && PortSet.ANY.equals(sourcePorts)
                && PortSet.ANY.equals(destinationPorts)
                && AddressSet.ALL_IPV4.equals(sources) && AddressSet.ALL_IPV4.equals(destinations);
    }

    /// The protocol and ports of the box.
    public Service service() {
        return new Service(protocol, sourcePorts, destinationPorts);
    }
}

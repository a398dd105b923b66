package dev.sekisho.model.catalogue;

import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.catalogue.BackingService.Support;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.need.NeedProtocol;
import java.util.Set;

/// One protocol of a service.
///
/// @param name suffix of the need's id, such as `amqp`
/// @param protocol protocol on the wire
/// @param ports destination ports
/// @param use what speaks it, a few words
/// @param applicationRule whether an application rule can carry it
/// @param via the mechanisms for which the leg exists
/// @param usual whether clients use it unless told otherwise; other legs are taken only where a dependency's protocol or
///        port asks for them
/// @param byTagOnly whether the addresses behind it belong to no name that could be written
public record ServiceLeg(String name, NeedProtocol protocol, PortSet ports, String use, Support applicationRule,
        Set<Via> via, boolean usual, boolean byTagOnly) {
    public ServiceLeg {
        via = Set.copyOf(via);
    }

    /// Returns the leg on other ports.
    public ServiceLeg on(PortSet otherPorts) {
        return new ServiceLeg(name, protocol, otherPorts, use, applicationRule, via, usual, byTagOnly);
    }
}

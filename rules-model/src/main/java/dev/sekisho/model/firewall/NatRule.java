package dev.sekisho.model.firewall;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import java.util.List;

/// A DNAT rule: what it matches before translation, and where it sends the traffic (`FW-51`).
///
/// @param destinationAddresses the firewall's own addresses that the client connects to
/// @param target `translatedAddress` or `translatedFqdn`
/// @param translatedPort `translatedPort`, a single port
public record NatRule(String name, String description, List<NetworkProtocol> protocols, SourceSide sources,
        List<Entry<AddressTerm>> destinationAddresses, List<Entry<PortTerm>> destinationPorts, Entry<NatTarget> target,
        Entry<PortTerm> translatedPort, SourceLocation at) implements Rule {
    public NatRule {
        protocols = List.copyOf(protocols);
        destinationAddresses = List.copyOf(destinationAddresses);
        destinationPorts = List.copyOf(destinationPorts);
    }
}

package dev.sekisho.model.firewall;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import java.util.List;

/// A network rule: source, destination, protocol and port must all match (`FW-15`).
///
/// @param protocols `ipProtocols` (classic: `protocols`)
/// @param destinationPorts `destinationPorts`
public record NetworkRule(String name, String description, List<NetworkProtocol> protocols, SourceSide sources,
        NetworkDestinations destinations, List<Entry<PortTerm>> destinationPorts, SourceLocation at) implements Rule {
    public NetworkRule {
        protocols = List.copyOf(protocols);
        destinationPorts = List.copyOf(destinationPorts);
    }
}

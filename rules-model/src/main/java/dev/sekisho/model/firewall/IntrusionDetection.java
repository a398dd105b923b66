package dev.sekisho.model.firewall;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// `intrusionDetection` of a Premium policy (`FW-48`, `FW-49`).
///
/// @param signatureOverrides signature id to mode
/// @param privateRanges ranges that count as inside; empty means the default
public record IntrusionDetection(ThreatIntelMode mode, SortedMap<String, ThreatIntelMode> signatureOverrides,
        List<Bypass> bypasses, List<Entry<IpPrefix>> privateRanges) {

    /// Traffic that intrusion detection leaves alone; the rules still apply.
    ///
    /// @param protocol `TCP`, `UDP`, `ICMP` or `ANY`
    public record Bypass(String name, NetworkProtocol protocol, SourceSide sources,
            List<Entry<AddressTerm>> destinationAddresses, List<ResourceRef> destinationIpGroups,
            List<Entry<PortTerm>> destinationPorts) {
        public Bypass {
            destinationAddresses = List.copyOf(destinationAddresses);
            destinationIpGroups = List.copyOf(destinationIpGroups);
            destinationPorts = List.copyOf(destinationPorts);
        }
    }

    public IntrusionDetection {
        signatureOverrides = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(signatureOverrides));
        bypasses = List.copyOf(bypasses);
        privateRanges = List.copyOf(privateRanges);
    }
}

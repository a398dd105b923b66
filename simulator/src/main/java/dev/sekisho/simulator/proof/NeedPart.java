package dev.sekisho.simulator.proof;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.PortSet;
import java.util.List;

/// A part of a need's flows of which the same becomes: every combination of its sources, destinations, protocols and ports.
///
/// @param destinations where the need goes by address; empty where it goes by name
/// @param names patterns with their exceptions, where the need goes by name; empty otherwise
/// @param protocols as `trace` takes them
/// @param ports any where the protocol has none
/// @param witness one of the flows, with what becomes of it
public record NeedPart(ProofVerdict verdict, AddressSet sources, AddressSet destinations, List<String> names,
        List<String> protocols, PortSet ports, Witness witness) {
    public NeedPart {
        names = List.copyOf(names);
        protocols = List.copyOf(protocols);
    }

    @Override
    public String toString() {
        String to = names.isEmpty() ? destinations.toString() : String.join(", ", names);
        return sources + " -> " + to + " " + String.join(", ", protocols) + (ports.isAny() ? "" : ":" + ports);
    }
}

package dev.sekisho.simulator.verdict;

import dev.sekisho.model.address.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// How allowed traffic leaves the firewall.
///
/// @param snat what happens to the source address
/// @param sources addresses that the destination may see as source; empty where they are not known
/// @param realDestination address that the firewall connects to, where it is known (`FW-32`)
/// @param translated `address:port` that a DNAT rule sends the traffic to
/// @param translatedPort the port in it; absent where no rule translates, or where it is not known
/// @param delivery why the traffic does not arrive; absent where it does
public record Forwarding(Snat snat, List<IpAddress> sources, Optional<IpAddress> realDestination,
        Optional<String> translated, OptionalInt translatedPort, Optional<Delivery> delivery) {
    public Forwarding {
        sources = List.copyOf(sources);
    }

    /// Returns the same without the address, where it only stands for others.
    public Forwarding withoutDestination() {
        return new Forwarding(snat, sources, Optional.empty(), translated, translatedPort, delivery);
    }
}

package dev.sekisho.simulator.verdict;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import java.util.Optional;

/// Which route a subnet uses towards a destination.
///
/// @param matchedPrefix prefix of the route; absent for the platform's own addresses and where it is not known
/// @param nextHopIpAddress address of the appliance, for that hop type alone
/// @param routeName name of a user route
/// @param basis what the verdict rests on
public record RouteVerdict(HopType nextHopType, Optional<IpPrefix> matchedPrefix, RouteSource routeSource,
        Optional<IpAddress> nextHopIpAddress, Optional<String> routeName, Basis basis) {

    /// Returns an answer that is not known.
    public static RouteVerdict unknown(Basis basis) {
        return new RouteVerdict(HopType.UNKNOWN, Optional.empty(), RouteSource.UNKNOWN, Optional.empty(),
                Optional.empty(), basis);
    }

    /// Returns the same verdict with another basis.
    public RouteVerdict on(Basis other) {
        return new RouteVerdict(nextHopType, matchedPrefix, routeSource, nextHopIpAddress, routeName, other);
    }

    /// Tells whether the next hop is the same, whichever route leads there.
    public boolean leadsWhere(RouteVerdict other) {
        return nextHopType == other.nextHopType && nextHopIpAddress.equals(other.nextHopIpAddress);
    }

    @Override
    public String toString() {
        return nextHopType + nextHopIpAddress.map(ip -> " " + ip).orElse("")
                + matchedPrefix.map(p -> " by " + p).orElse("") + routeName.map(n -> " (" + n + ")").orElse("");
    }
}

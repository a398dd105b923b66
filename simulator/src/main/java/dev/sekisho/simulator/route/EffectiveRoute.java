package dev.sekisho.simulator.route;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.term.Entry;
import dev.sekisho.simulator.verdict.HopType;
import dev.sekisho.simulator.verdict.RouteSource;
import java.util.Comparator;
import java.util.Optional;

/// A route as it takes part in the choice: with its prefix known, and where it comes from.
///
/// @param name name of a user route or peering
/// @param nextHopIp address of an appliance
/// @param rank decides between routes of one source with an identical prefix; the highest wins (`R-12`)
public record EffectiveRoute(Optional<String> name, RouteSource source, IpPrefix prefix, HopType hop,
        Optional<Entry<IpAddress>> nextHopIp, int rank, SourceLocation at) {
    /// Rank of a user route whose prefix is written out: above every service tag (`R-12`).
    public static final int EXPLICIT = 10;

    /// The best last: longest prefix, then user before BGP before system, then rank (`R-1`, `R-2`, `R-12`).
    public static final Comparator<EffectiveRoute> BY_PREFERENCE = Comparator
            .comparingInt((EffectiveRoute route) -> route.prefix().length())
            .thenComparingInt(route -> precedence(route.source())).thenComparingInt(EffectiveRoute::rank);

    /// Returns a route that Azure adds by itself.
    static EffectiveRoute system(IpPrefix prefix, HopType hop, int rank) {
        return new EffectiveRoute(Optional.empty(), RouteSource.DEFAULT, prefix, hop, Optional.empty(), rank,
                SourceLocation.UNKNOWN);
    }

    /// Returns a route learned through the gateway.
    static EffectiveRoute learned(IpPrefix prefix) {
        return new EffectiveRoute(Optional.empty(), RouteSource.VIRTUAL_NETWORK_GATEWAY, prefix,
                HopType.VIRTUAL_NETWORK_GATEWAY, Optional.empty(), 0, SourceLocation.UNKNOWN);
    }

    /// Tells whether the operator wrote it.
    public boolean isUser() {
        return source == RouteSource.USER;
    }

    /// Tells whether the gateway learned it.
    public boolean isLearned() {
        return source == RouteSource.VIRTUAL_NETWORK_GATEWAY;
    }

    /// Tells whether it is a system route that BGP cannot beat (`R-3`).
    public boolean beatsLearned() {
        return source == RouteSource.DEFAULT && switch (hop) {
            case VIRTUAL_NETWORK, VNET_PEERING, VNET_GLOBAL_PEERING, SERVICE_ENDPOINT, INTERFACE_ENDPOINT -> true;
            case VNET_LOCAL, VIRTUAL_APPLIANCE, INTERNET, VIRTUAL_NETWORK_GATEWAY, NONE, PLATFORM, UNKNOWN -> false;
        };
    }

    /// Tells whether two routes lead to the same next hop.
    public boolean leadsWhere(EffectiveRoute other) {
        return hop == other.hop && nextHopIp.equals(other.nextHopIp);
    }

    private static int precedence(RouteSource source) {
        return switch (source) {
            case USER -> 2;
            case VIRTUAL_NETWORK_GATEWAY -> 1;
            case DEFAULT, PLATFORM, UNKNOWN -> 0;
        };
    }

    @Override
    public String toString() {
        return source + " " + prefix + " " + hop + nextHopIp.map(ip -> " " + ip).orElse("")
                + name.map(n -> " (" + n + ")").orElse("");
    }
}

package dev.sekisho.simulator.verdict;

import dev.sekisho.model.address.IpAddress;
import java.util.Optional;

/// What becomes of a flow, from its source to its destination.
///
/// @param sourceSeen source address that security groups, routes and the firewall see (`R-23`)
/// @param destination address that the packet goes to; absent where a name stands for many
/// @param nsg the security groups on the way out; absent where none was asked
/// @param route the route of the source's subnet; absent where the flow ended before
/// @param firewall the firewall's verdict; absent where it was not asked
/// @param onward the route of the firewall's own subnet, where it is described (`R-21`)
/// @param delivery why allowed traffic does not arrive; absent where it does
/// @param reply the way of the replies, where the flow arrives in a network
/// @param basis what the verdict rests on, all parts together
public record PathVerdict(PathResult result, Optional<IpAddress> sourceSeen, Optional<IpAddress> destination,
        Optional<NsgVerdict> nsg, Optional<RouteVerdict> route, Optional<FirewallVerdict> firewall,
        Optional<RouteVerdict> onward, Optional<Delivery> delivery, Optional<Reply> reply, Basis basis) {

    /// Tells whether the flow arrives, through the firewall or around it.
    public boolean arrives() {
        return delivery.isEmpty() && switch (result) {
            case ALLOW, BYPASSES_FIREWALL, PLATFORM -> true;
            case DENY, DROPPED_BY_NSG, DROPPED_BY_ROUTE, DROPPED_BY_PEERING, HANDED_TO, UNKNOWN -> false;
        };
    }

    @Override
    public String toString() {
        String by = switch (result) {
            case ALLOW, DENY -> firewall.map(f -> f.rule().map(r -> " by " + r).orElse(" at " + f.stage()
                    .map(Stage::text).orElse("the firewall")) + f.reason().map(r -> " (" + r + ")").orElse(""))
                    .orElse("");
            case DROPPED_BY_NSG -> nsg.flatMap(NsgVerdict::nsg).map(n -> " by " + n).orElse("")
                    + nsg.flatMap(NsgVerdict::rule).map(r -> "/" + r).orElse("");
            case BYPASSES_FIREWALL, DROPPED_BY_ROUTE, DROPPED_BY_PEERING, PLATFORM, HANDED_TO -> route
                    .map(r -> ": " + r).orElse("");
            case UNKNOWN -> "";
        };
        return result + by + delivery.map(d -> ", then " + d).orElse("")
                + reply.filter(r -> !r.arrives()).map(r -> ", replies " + r.way().text()).orElse("");
    }
}

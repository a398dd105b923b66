package dev.sekisho.generator.plan;

import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.cluster.NetworkIntent.FirewallIntent;
import dev.sekisho.model.cluster.OutboundType;
import java.util.Optional;

/// How traffic that no closer route takes leaves the cluster's network.
sealed interface WayOut {
    /// A default route leads to the firewall.
    record ThroughFirewall(FirewallIntent firewall) implements WayOut {}

    /// It leaves by itself and nothing filters it.
    ///
    /// @param reason why, one sentence without a final stop
    record Unfiltered(String reason) implements WayOut {}

    /// It does not leave.
    ///
    /// @param reason why, one sentence without a final stop
    /// @param remedy how to open one
    record Closed(String reason, String remedy) implements WayOut {}

    /// Returns the way out of a cluster.
    static WayOut of(ClusterIntent intent) {
        OutboundType type = intent.cluster().outboundType();
        Optional<WayOut> firewall = intent.network().firewall().map(ThroughFirewall::new);
        return switch (type) {
            case USER_DEFINED_ROUTING -> firewall.orElseGet(() -> new Closed(
                    "outbound type userDefinedRouting needs a default route to a firewall, and none is given (R-24)",
                    "describe it under network.firewall"));
            case LOAD_BALANCER -> firewall.orElseGet(() -> new Unfiltered(
                    "outbound type loadBalancer: the load balancer of AKS translates, nothing filters"));
            case USER_ASSIGNED_NAT_GATEWAY -> firewall.orElseGet(() -> new Unfiltered(
                    "outbound type userAssignedNATGateway: the NAT gateway translates, nothing filters"));
            case MANAGED_NAT_GATEWAY, MANAGED_NAT_GATEWAY_V2 -> new Unfiltered(
                    "outbound type " + type + ": AKS makes network and NAT gateway, nothing filters");
            case NONE -> firewall.orElseGet(() -> new Closed("outbound type none makes no way out",
                    "reach it with via: privateEndpoint, or describe a firewall under network.firewall"));
            case BLOCK -> new Closed("outbound type block denies every way to the Internet",
                    "reach it with via: privateEndpoint, or use outboundType: none with a firewall");
        };
    }
}

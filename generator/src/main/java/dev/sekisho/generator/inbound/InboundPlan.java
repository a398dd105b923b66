package dev.sekisho.generator.inbound;

import dev.sekisho.generator.naming.AzureNames;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.cluster.InboundIntent;
import dev.sekisho.model.cluster.Origin;
import dev.sekisho.model.cluster.SubnetIntent;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.RouteTable;
import java.util.List;
import java.util.Optional;

/// What lets clients outside of the cluster reach its Services, and nobody else.
///
/// @param services the Services, in the order of the cluster file
/// @param securityGroup the security group of the node subnet
/// @param rules DNAT and network rules for the firewall's policy; absent where nothing comes in through a firewall
/// @param gatewayRoutes the table of GatewaySubnet, which leads requests from on premises through the firewall that their
///        replies go to; absent where they come and go without one
/// @param warnings what the operator should know
public record InboundPlan(List<ServicePlan> services, NetworkSecurityGroup securityGroup,
        Optional<RuleCollectionGroup> rules, Optional<RouteTable> gatewayRoutes, List<Diagnostic> warnings) {

    /// A Service of type LoadBalancer with a fixed internal address.
    ///
    /// @param intent what the user asked for
    /// @param address the address of the load balancer
    /// @param subnet the subnet of that address
    /// @param allowedSources addresses that the manifest lets in; empty for everybody that rules let through
    /// @param ways what lets each kind of client in
    public record ServicePlan(InboundIntent intent, IpAddress address, SubnetIntent subnet,
            List<IpPrefix> allowedSources, List<Way> ways) {
        public ServicePlan {
            allowedSources = List.copyOf(allowedSources);
            ways = List.copyOf(ways);
        }

        /// Returns the name of its Private Link service, where it has one.
        public String linkName() {
            return intent.linkDoor().flatMap(InboundIntent.LinkDoor::name)
                    .orElseGet(() -> AzureNames.of("pls", intent.namespace(), intent.name()));
        }

        /// Returns the subnet whose addresses consumers of its Private Link service show.
        public SubnetIntent linkSubnet() {
            return intent.linkDoor().flatMap(InboundIntent.LinkDoor::subnet).orElse(subnet);
        }
    }

    /// What lets clients of one place in.
    ///
    /// @param by names of rules and routes: `group/collection/rule`, `table/route`, `security group/rule`
    public record Way(Origin origin, List<String> by) {
        public Way {
            by = List.copyOf(by);
        }
    }

    public InboundPlan {
        services = List.copyOf(services);
        warnings = List.copyOf(warnings);
    }
}

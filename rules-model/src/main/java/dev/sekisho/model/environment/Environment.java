package dev.sekisho.model.environment;

import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.servicetag.ServiceTags;
import java.util.List;

/// The resources that a question is asked about, with what is known of the world around them.
///
/// References between resources are unresolved names; two resources of one kind never have the same name.
///
/// @param serviceTags the addresses of service tags; a tag that is not there is unknown
public record Environment(List<VirtualNetwork> virtualNetworks, List<RouteTable> routeTables,
        List<NetworkSecurityGroup> networkSecurityGroups, List<Firewall> firewalls,
        List<FirewallPolicy> firewallPolicies, List<IpGroup> ipGroups, List<PrivateEndpoint> privateEndpoints,
        List<ClusterNetwork> clusters, ServiceTags serviceTags, Knowledge knowledge, Readings readings) {
    /// Nothing described, nothing known.
    public static final Environment EMPTY = new Environment(List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), List.of(), ServiceTags.NONE, Knowledge.NONE, Readings.RECOMMENDED);

    public Environment {
        virtualNetworks = List.copyOf(virtualNetworks);
        routeTables = List.copyOf(routeTables);
        networkSecurityGroups = List.copyOf(networkSecurityGroups);
        firewalls = List.copyOf(firewalls);
        firewallPolicies = List.copyOf(firewallPolicies);
        ipGroups = List.copyOf(ipGroups);
        privateEndpoints = List.copyOf(privateEndpoints);
        clusters = List.copyOf(clusters);
    }

    /// Returns the same environment with these addresses of service tags.
    public Environment withServiceTags(ServiceTags tags) {
        return new Environment(virtualNetworks, routeTables, networkSecurityGroups, firewalls, firewallPolicies,
                ipGroups, privateEndpoints, clusters, tags, knowledge, readings);
    }
}

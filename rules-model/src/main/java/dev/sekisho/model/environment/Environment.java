package dev.sekisho.model.environment;

import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.network.ApplicationSecurityGroup;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.SecurityAdminCollection;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.servicetag.ServiceTags;
import java.util.List;

/// The resources that a question is asked about, with what is known of the world around them.
///
/// References between resources are unresolved names; two resources of one kind never have the same name.
///
/// @param securityAdminCollections rules of network managers, which precede all security groups
/// @param applicationSecurityGroups members of the groups that security rules name
/// @param waysIn Private Link services and Application Gateways
/// @param serviceTags the addresses of service tags; a tag that is not there is unknown
public record Environment(List<VirtualNetwork> virtualNetworks, List<RouteTable> routeTables,
        List<NetworkSecurityGroup> networkSecurityGroups, List<Firewall> firewalls,
        List<FirewallPolicy> firewallPolicies, List<IpGroup> ipGroups, List<PrivateEndpoint> privateEndpoints,
        List<ClusterNetwork> clusters, List<SecurityAdminCollection> securityAdminCollections,
        List<ApplicationSecurityGroup> applicationSecurityGroups, WaysIn waysIn, ServiceTags serviceTags,
        Knowledge knowledge, Readings readings) {
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
        securityAdminCollections = List.copyOf(securityAdminCollections);
        applicationSecurityGroups = List.copyOf(applicationSecurityGroups);
    }

    /// Creates an environment without network managers, application security groups and ways in.
    public Environment(List<VirtualNetwork> virtualNetworks, List<RouteTable> routeTables,
            List<NetworkSecurityGroup> networkSecurityGroups, List<Firewall> firewalls,
            List<FirewallPolicy> firewallPolicies, List<IpGroup> ipGroups, List<PrivateEndpoint> privateEndpoints,
            List<ClusterNetwork> clusters, ServiceTags serviceTags, Knowledge knowledge, Readings readings) {
        this(virtualNetworks, routeTables, networkSecurityGroups, firewalls, firewallPolicies, ipGroups,
                privateEndpoints, clusters, List.of(), List.of(), WaysIn.NONE, serviceTags, knowledge, readings);
    }

    /// Creates an environment without ways in.
    public Environment(List<VirtualNetwork> virtualNetworks, List<RouteTable> routeTables,
            List<NetworkSecurityGroup> networkSecurityGroups, List<Firewall> firewalls,
            List<FirewallPolicy> firewallPolicies, List<IpGroup> ipGroups, List<PrivateEndpoint> privateEndpoints,
            List<ClusterNetwork> clusters, List<SecurityAdminCollection> securityAdminCollections,
            List<ApplicationSecurityGroup> applicationSecurityGroups, ServiceTags serviceTags, Knowledge knowledge,
            Readings readings) {
        this(virtualNetworks, routeTables, networkSecurityGroups, firewalls, firewallPolicies, ipGroups,
                privateEndpoints, clusters, securityAdminCollections, applicationSecurityGroups, WaysIn.NONE,
                serviceTags, knowledge, readings);
    }

    /// Returns the same environment with these route tables.
    public Environment withRouteTables(List<RouteTable> tables) {
        return new Environment(virtualNetworks, tables, networkSecurityGroups, firewalls, firewallPolicies, ipGroups,
                privateEndpoints, clusters, securityAdminCollections, applicationSecurityGroups, waysIn,
                serviceTags, knowledge, readings);
    }

    /// Returns the same environment with these firewall policies.
    public Environment withFirewallPolicies(List<FirewallPolicy> policies) {
        return new Environment(virtualNetworks, routeTables, networkSecurityGroups, firewalls, policies, ipGroups,
                privateEndpoints, clusters, securityAdminCollections, applicationSecurityGroups, waysIn,
                serviceTags, knowledge, readings);
    }

    /// Returns the same environment with these firewalls.
    public Environment withFirewalls(List<Firewall> others) {
        return new Environment(virtualNetworks, routeTables, networkSecurityGroups, others, firewallPolicies, ipGroups,
                privateEndpoints, clusters, securityAdminCollections, applicationSecurityGroups,
                serviceTags, knowledge, readings);
    }

    /// Returns the same environment with these IP groups.
    public Environment withIpGroups(List<IpGroup> groups) {
        return new Environment(virtualNetworks, routeTables, networkSecurityGroups, firewalls, firewallPolicies, groups,
                privateEndpoints, clusters, securityAdminCollections, applicationSecurityGroups,
                serviceTags, knowledge, readings);
    }

    /// Returns the same environment with these addresses of service tags.
    public Environment withServiceTags(ServiceTags tags) {
        return new Environment(virtualNetworks, routeTables, networkSecurityGroups, firewalls, firewallPolicies,
                ipGroups,
                privateEndpoints, clusters, securityAdminCollections, applicationSecurityGroups, waysIn,
                tags, knowledge, readings);
    }

    /// Returns the same environment with this knowledge of the world around it.
    public Environment withKnowledge(Knowledge known) {
        return new Environment(virtualNetworks, routeTables, networkSecurityGroups, firewalls, firewallPolicies,
                ipGroups,
                privateEndpoints, clusters, securityAdminCollections, applicationSecurityGroups, waysIn,
                serviceTags, known, readings);
    }

    /// Returns the same environment with these clusters.
    public Environment withClusters(List<ClusterNetwork> others) {
        return new Environment(virtualNetworks, routeTables, networkSecurityGroups, firewalls, firewallPolicies,
                ipGroups, privateEndpoints, others, securityAdminCollections, applicationSecurityGroups,
                serviceTags, knowledge, readings);
    }

    /// Returns the same environment with these readings.
    public Environment withReadings(Readings chosen) {
        return new Environment(virtualNetworks, routeTables, networkSecurityGroups, firewalls, firewallPolicies,
                ipGroups,
                privateEndpoints, clusters, securityAdminCollections, applicationSecurityGroups, waysIn,
                serviceTags, knowledge, chosen);
    }

    /// Returns the same environment with these ways in.
    public Environment withWaysIn(WaysIn ways) {
        return new Environment(virtualNetworks, routeTables, networkSecurityGroups, firewalls, firewallPolicies,
                ipGroups,
                privateEndpoints, clusters, securityAdminCollections, applicationSecurityGroups, ways,
                serviceTags, knowledge, readings);
    }

    /// Returns the same environment with these private endpoints.
    public Environment withPrivateEndpoints(List<PrivateEndpoint> endpoints) {
        return new Environment(virtualNetworks, routeTables, networkSecurityGroups, firewalls, firewallPolicies,
                ipGroups,
                endpoints, clusters, securityAdminCollections, applicationSecurityGroups, waysIn,
                serviceTags, knowledge, readings);
    }
}

package dev.sekisho.model.io.environment;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import java.util.List;
import java.util.Optional;

/// Reads one document of Sekisho's own form: the lists of resources of `kind: Environment`, the short form of
/// [OneSubnet], or both.
final class EnvironmentDocument {
    static final String API_VERSION = "sekisho.dev/v1";
    static final String KIND = "Environment";

    private final Diagnostics diagnostics;
    private final EnvironmentParts parts;

    EnvironmentDocument(Diagnostics diagnostics, EnvironmentParts parts) {
        this.diagnostics = diagnostics;
        this.parts = parts;
    }

    /// Reads the keys of a document; the caller reports those that are left.
    void read(Fields fields) {
        NetworkReader networks = new NetworkReader(diagnostics);
        RouteTableReader routeTables = new RouteTableReader(diagnostics);
        SecurityGroupReader groups = new SecurityGroupReader(diagnostics);
        FirewallReader firewalls = new FirewallReader(diagnostics);
        PolicyReader policies = new PolicyReader(diagnostics);
        ClusterNetworkReader clusters = new ClusterNetworkReader(diagnostics);
        KnowledgeReader knowledge = new KnowledgeReader(diagnostics);

        fields.mappings("virtualNetworks", "a virtual network")
                .forEach(item -> parts.add(networks.virtualNetwork(item)));
        fields.mappings("routeTables", "a route table")
                .forEach(item -> parts.add(routeTables.routeTable(item, Optional.empty())));
        fields.mappings("networkSecurityGroups", "a network security group")
                .forEach(item -> parts.add(groups.group(item, Optional.empty())));
        fields.mappings("securityAdminRules", "a collection of security admin rules")
                .forEach(item -> parts.add(groups.adminCollection(item)));
        fields.mapping("applicationSecurityGroups").ifPresent(map -> groups.applicationGroups(map).forEach(parts::add));
        fields.mappings("firewallPolicies", "a firewall policy")
                .forEach(item -> parts.add(policies.policy(item, Optional.empty())));
        fields.mappings("firewalls", "a firewall").forEach(
                item -> parts.add(firewalls.firewall(item, Optional.empty(), networks.peerings(item, "remotePeerings"),
                        parts)));
        fields.mappings("clusters", "a cluster").forEach(item -> clusters.cluster(item, Optional.empty(), List.of())
                .ifPresent(cluster -> parts.add(cluster, item.at())));
        fields.mappings("privateEndpoints", "a private endpoint")
                .forEach(item -> networks.privateEndpoint(item).ifPresent(parts::add));
        WaysInReader waysIn = new WaysInReader(diagnostics);
        fields.mappings("privateLinkServices", "a Private Link service")
                .forEach(item -> waysIn.privateLinkService(item).ifPresent(parts::add));
        fields.mappings("applicationGateways", "an Application Gateway")
                .forEach(item -> waysIn.applicationGateway(item).ifPresent(parts::add));
        new OneSubnet(diagnostics, parts).read(fields);
        ipGroups(fields);
        knowledge.serviceTags(fields, parts);
        fields.mapping("fixtures").ifPresent(inner -> parts.know(knowledge.fixtures(inner, parts)));
        fields.mapping("readings").ifPresent(inner -> parts.read(knowledge.readings(inner)));
    }

    private void ipGroups(Fields fields) {
        TermReader terms = new TermReader(diagnostics);
        fields.mapping("ipGroups").ifPresent(map -> {
            for (Node.Entry entry : map.entries()) {
                String name = entry.key().text();
                parts.add(new IpGroup(name, terms.addresses(map, name), entry.key().at()));
            }
        });
    }
}

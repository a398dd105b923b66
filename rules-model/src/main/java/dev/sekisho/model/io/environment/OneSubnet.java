package dev.sekisho.model.io.environment;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.Peering;
import dev.sekisho.model.network.PrivateEndpointNetworkPolicies;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.ServiceEndpoint;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;
import java.util.Optional;

/// Reads the short form of an environment, one subnet's view of the world: a network named `vnet` with a subnet named
/// `subnet`, and what is attached to it.
final class OneSubnet {
    private static final String NETWORK = "vnet";
    private static final String SUBNET = "subnet";

    private final Diagnostics diagnostics;
    private final EnvironmentParts parts;
    private final NetworkReader networks;
    private final TermReader terms;

    OneSubnet(Diagnostics diagnostics, EnvironmentParts parts) {
        this.diagnostics = diagnostics;
        this.parts = parts;
        networks = new NetworkReader(diagnostics);
        terms = new TermReader(diagnostics);
    }

    void read(Fields fields) {
        Optional<RouteTable> table = fields.mapping("routeTable")
                .map(inner -> new RouteTableReader(diagnostics).routeTable(inner, Optional.of("routeTable")));
        table.ifPresent(parts::add);
        Optional<NetworkSecurityGroup> subnetGroup = group(fields, "subnetNsg");
        Optional<NetworkSecurityGroup> interfaceGroup = group(fields, "nicNsg");
        List<ServiceEndpoint> serviceEndpoints = networks.serviceEndpoints(fields);
        List<Peering> peerings = networks.peerings(fields, "peerings");
        List<IpPrefix> gatewayRoutes = terms.prefixes(fields, "bgpRoutes");
        Optional<Node> node = fields.optional(NETWORK);
        if (node.isEmpty()) {
            for (String key : List.of("peerings", "serviceEndpoints", "bgpRoutes", "subnetNsg", "nicNsg")) {
                if (fields.has(key)) {
                    diagnostics.error("MISSING_KEY", fields.keyAt(key), "'" + key + "' needs 'vnet' beside it",
                            "add vnet: {addressSpace: […], subnet: …}");
                }
            }
        }
        Optional<IpPrefix> prefix = node.flatMap(value -> {
            Fields vnet = Fields.of(value, "'vnet'", diagnostics);
            vnet.require("addressSpace");
            Optional<IpPrefix> subnet = vnet.scalar(SUBNET).flatMap(terms::prefix);
            List<Subnet> subnets = subnet.map(known -> List.of(new Subnet(SUBNET, List.of(known),
                    table.filter(found -> !found.name().isBlank()).map(found -> new ResourceRef(found.name())),
                    reference(subnetGroup), reference(interfaceGroup),
                    serviceEndpoints, PrivateEndpointNetworkPolicies.DISABLED, List.of(), vnet.at())))
                    .orElse(List.of());
            parts.add(new VirtualNetwork(NETWORK, terms.prefixes(vnet, "addressSpace"), subnets, peerings,
                    gatewayRoutes, terms.exactAddresses(vnet, "dnsServers"), vnet.at()));
            vnet.finish();
            return subnet;
        });
        List<Peering> remotePeerings = networks.peerings(fields, "remotePeerings");
        fields.mapping("firewall").ifPresent(inner -> parts.add(new FirewallReader(diagnostics).firewall(inner,
                Optional.of("firewall"), remotePeerings, parts)));
        fields.mapping("cluster").ifPresent(inner -> new ClusterNetworkReader(diagnostics)
                .cluster(inner, Optional.of("cluster"), prefix.map(List::of).orElse(List.of()))
                .ifPresent(cluster -> parts.add(cluster, inner.at())));
    }

    private Optional<NetworkSecurityGroup> group(Fields fields, String key) {
        Optional<NetworkSecurityGroup> group = fields.mapping(key)
                .map(inner -> new SecurityGroupReader(diagnostics).group(inner, Optional.of(key)));
        group.ifPresent(parts::add);
        return group;
    }

    private static Optional<ResourceRef> reference(Optional<NetworkSecurityGroup> group) {
        return group.filter(found -> !found.name().isBlank()).map(found -> new ResourceRef(found.name()));
    }
}

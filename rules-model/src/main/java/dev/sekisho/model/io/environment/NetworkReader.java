package dev.sekisho.model.io.environment;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.network.GatewayType;
import dev.sekisho.model.network.NatGateway;
import dev.sekisho.model.network.Peering;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.network.PrivateEndpointNetworkPolicies;
import dev.sekisho.model.network.PrivateLinkConnection;
import dev.sekisho.model.network.ServiceEndpoint;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.term.ResourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads virtual networks, subnets, peerings and endpoints.
final class NetworkReader {
    private final Diagnostics diagnostics;
    private final TermReader terms;
    private final AzureWords words;
    private final References references;

    NetworkReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        terms = new TermReader(diagnostics);
        words = new AzureWords(diagnostics);
        references = new References(diagnostics);
    }

    VirtualNetwork virtualNetwork(Fields fields) {
        fields.require("name", "addressSpace");
        VirtualNetwork network = new VirtualNetwork(fields.text("name").orElse(""),
                terms.prefixes(fields, "addressSpace"),
                fields.mappings("subnets", "a subnet").stream().map(this::subnet).toList(),
                peerings(fields, "peerings"),
                terms.prefixes(fields, "bgpRoutes"), terms.exactAddresses(fields, "dnsServers"),
                words.readEach(fields, "gateways", GatewayType.values(), GatewayType::azureName),
                fields.text("location").map(text -> text.replace(" ", "").toLowerCase(Locale.ROOT)), fields.at());
        fields.finish();
        return network;
    }

    private Subnet subnet(Fields fields) {
        fields.require("name");
        List<IpPrefix> prefixes = new ArrayList<>(terms.prefixes(fields, "prefixes"));
        fields.scalar("prefix").flatMap(terms::prefix).ifPresent(prefixes::addFirst);
        if (!fields.has("prefix") && !fields.has("prefixes")) {
            diagnostics.error("MISSING_KEY", fields.at(), "the key 'prefix' is missing in a subnet",
                    "add prefix: with its address range");
        }
        Subnet subnet = new Subnet(fields.text("name").orElse(""), prefixes, references.one(fields, "routeTable"),
                references.one(fields, "networkSecurityGroup"), references.one(fields, "networkInterfaceSecurityGroup"),
                serviceEndpoints(fields), policies(fields),
                fields.scalars("delegations").stream().map(Node.Scalar::text).toList(),
                fields.mapping("natGateway").map(this::natGateway), fields.at());
        fields.finish();
        return subnet;
    }

    private NatGateway natGateway(Fields fields) {
        NatGateway gateway = new NatGateway(terms.ipAddresses(fields, "publicIps"));
        fields.finish();
        return gateway;
    }

    List<ServiceEndpoint> serviceEndpoints(Fields fields) {
        List<ServiceEndpoint> endpoints = new ArrayList<>();
        for (Fields item : fields.mappings("serviceEndpoints", "a service endpoint")) {
            item.require("service");
            List<IpPrefix> prefixes = terms.prefixes(item, "prefixes");
            item.text("service").ifPresent(service -> endpoints.add(new ServiceEndpoint(service, prefixes)));
            item.finish();
        }
        return endpoints;
    }

    private PrivateEndpointNetworkPolicies policies(Fields fields) {
        return words.read(fields, "privateEndpointNetworkPolicies", PrivateEndpointNetworkPolicies.values(),
                PrivateEndpointNetworkPolicies::azureName).orElse(PrivateEndpointNetworkPolicies.DISABLED);
    }

    List<Peering> peerings(Fields fields, String key) {
        return fields.mappings(key, "a peering").stream().map(this::peering).toList();
    }

    private Peering peering(Fields fields) {
        fields.require("name");
        Peering peering = new Peering(fields.text("name").orElse(""), references.one(fields, "remote"),
                terms.prefixes(fields, "addressSpace"), fields.bool("allowVirtualNetworkAccess").orElse(true),
                fields.bool("allowForwardedTraffic").orElse(false), fields.bool("allowGatewayTransit").orElse(false),
                fields.bool("useRemoteGateways").orElse(false), fields.bool("global").orElse(false), fields.at());
        if (!fields.has("remote") && !fields.has("addressSpace")) {
            diagnostics.error("MISSING_KEY", fields.at(),
                    "the peering says neither where it leads nor to which addresses",
                    "add 'remote' with the name of a network, or 'addressSpace'");
        }
        fields.finish();
        return peering;
    }

    /// Reads a private endpoint. Where it is, a described subnet says (`subnet: network/subnet`), or its network's ranges
    /// and its subnet's policies.
    Optional<PrivateEndpoint> privateEndpoint(Fields fields) {
        List<IpAddress> addresses = new ArrayList<>(terms.exactAddresses(fields, "ips"));
        terms.exactAddress(fields, "ip").ifPresent(addresses::addFirst);
        if (!fields.has("ip") && !fields.has("ips")) {
            diagnostics.error("MISSING_KEY", fields.at(), "the key 'ip' is missing in a private endpoint",
                    "add ip: with its address");
        }
        Optional<PrivateEndpoint.Placement> placement = placement(fields);
        List<Fqdn> fqdns = fields.parseEach("fqdns", Fqdn::parse);
        String name = fields.text("name").or(() -> addresses.stream().findFirst().map(ip -> "private-endpoint-" + ip))
                .orElse("");
        Optional<PrivateLinkConnection> connection = new WaysInReader(diagnostics).connection(fields);
        fields.finish();
        return addresses.isEmpty() ? Optional.empty()
                : placement.map(place -> new PrivateEndpoint(name, addresses, place, fqdns, connection, fields.at()));
    }

    private Optional<PrivateEndpoint.Placement> placement(Fields fields) {
        Optional<Node.Scalar> subnet = fields.scalar("subnet");
        List<IpPrefix> addressSpace = terms.prefixes(fields, "vnetAddressSpace");
        PrivateEndpointNetworkPolicies policies = policies(fields);
        if (subnet.isEmpty()) {
            if (!fields.has("vnetAddressSpace")) {
                diagnostics.error("MISSING_KEY", fields.at(),
                        "the private endpoint does not say in which network it is",
                        "add 'subnet: network/subnet', or 'vnetAddressSpace'");
            }
            return Optional.of(new PrivateEndpoint.Placement.Stated(addressSpace, policies));
        }
        String text = subnet.get().text();
        int slash = text.indexOf('/');
        if (slash <= 0 || slash == text.length() - 1) {
            diagnostics.error("INVALID_VALUE", subnet.get().at(), Quotation.of(text) + " names no subnet",
                    "write the network and the subnet, such as spoke/endpoints");
            return Optional.empty();
        }
        return Optional.of(new PrivateEndpoint.Placement.InSubnet(new ResourceRef(text.substring(0, slash)),
                text.substring(slash + 1)));
    }
}

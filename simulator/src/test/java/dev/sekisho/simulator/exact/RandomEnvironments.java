package dev.sekisho.simulator.exact;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.Knowledge;
import dev.sekisho.model.environment.Readings;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.io.environment.EnvironmentReader;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.SourceFile;
import dev.sekisho.model.io.tree.YamlTree;
import dev.sekisho.model.network.Peering;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.model.traffic.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// The firewalls of [RandomFirewalls] behind random networks: subnets of three networks with security groups on both sides,
/// rules of network managers, routes to prefixes and tags, gateway routes, peerings, service endpoints, private endpoints,
/// and a cluster of every kind.
public final class RandomEnvironments {
    private static final List<String> SOURCES = List.of("10.0.2.1", "10.0.2.200", "10.0.3.1", "10.0.0.1", "192.0.2.7",
            "10.244.0.5", "2001:db8::2");
    private static final List<String> DESTINATIONS = List.of("10.0.0.1", "10.0.1.1", "10.0.3.1", "10.1.0.4", "10.1.0.5",
            "10.77.0.1", "10.244.0.7", "8.8.8.8", "20.0.0.1", "52.0.0.1", "168.63.129.16", "2001:db8::1", "2a00::1");
    private static final List<String> ADDRESSES = List.of("'*'", "10.0.0.0/24", "10.0.0.0/16", "10.0.1.1",
            "10.0.2.0/24", "10.0.2.128/25", "10.0.0.128/25", "10.0.1.0/28", "10.0.3.1", "10.1.0.4", "8.8.8.0/24",
            "20.0.0.1", "'2001:db8::/32'", "VirtualNetwork",
            "Internet", "AzureLoadBalancer", "AzurePlatformDNS", "Sql", "Storage", "<var.side>");
    private static final List<String> PREFIXES = List.of("0.0.0.0/0", "0.0.0.0/1", "8.0.0.0/8", "8.8.8.8/32",
            "10.0.0.0/16", "10.0.0.0/24", "10.0.1.1/32", "10.0.2.0/24", "10.0.0.1/32", "20.0.0.0/16", "10.77.0.0/16",
            "'2001:db8::/32'", "'::/0'", "Sql", "Storage", "<var.prefix>");
    private static final List<String> HOPS = List.of("VirtualAppliance, nextHopIpAddress: 10.1.0.4",
            "VirtualAppliance, nextHopIpAddress: 10.1.0.4", "VirtualAppliance, nextHopIpAddress: 10.1.0.4",
            "VirtualAppliance, nextHopIpAddress: 10.1.0.4", "VirtualAppliance, nextHopIpAddress: 10.0.2.250",
            "VirtualAppliance, nextHopIpAddress: 10.200.0.4", "VirtualAppliance, nextHopIpAddress: <var.hop>",
            "Internet", "None", "VnetLocal", "VirtualNetworkGateway");

    private final SplittableRandom random;
    private final RandomFirewalls firewalls;

    public RandomEnvironments(long seed) {
        this.random = new SplittableRandom(seed * 31 + 7);
        this.firewalls = new RandomFirewalls(seed);
    }

    /// Every flow between a few of the addresses.
    public static List<Flow> smallUniverse() {
        return RandomFirewalls.universe(List.of("10.0.2.1", "10.0.3.1", "2001:db8::2"),
                List.of("10.0.0.1", "10.0.1.1", "10.1.0.4", "8.8.8.8", "20.0.0.1", "2001:db8::1"));
    }

    /// Every flow of the universe.
    public static List<Flow> universe() {
        return RandomFirewalls.universe(SOURCES, DESTINATIONS);
    }

    /// An environment with one firewall or none, mostly in a network of its own.
    public Environment environment() {
        Environment rules = firewalls.environment();
        Environment networks = networks();
        return new Environment(networks.virtualNetworks(), networks.routeTables(), networks.networkSecurityGroups(),
                random.nextInt(20) == 0 ? List.of() : List.of(firewall(rules.firewalls().getFirst())),
                rules.firewallPolicies(), rules.ipGroups(), networks.privateEndpoints(), networks.clusters(),
                networks.securityAdminCollections(), networks.applicationSecurityGroups(), rules.serviceTags(),
                knowledge(rules.knowledge()), readings());
    }

    private Firewall firewall(Firewall plain) {
        Optional<ResourceRef> network = random.nextInt(4) == 0 ? Optional.empty()
                : Optional.of(new ResourceRef("hub"));
        Entry<IpAddress> address = random.nextInt(10) == 0 ? new Entry.Unknown<>("var.hop") : plain.privateIp();
        List<Peering> remote = networks().virtualNetworks().stream().flatMap(other -> other.peerings().stream())
                .filter(_ -> random.nextInt(6) == 0).toList();
        return new Firewall(plain.name(), plain.tier(), plain.rules(), address,
                random.nextBoolean() ? List.of() : List.of(Entry.of(IpAddress.parse("52.0.0.9"))), network,
                plain.dualStack(), random.nextInt(5) == 0, remote, SourceLocation.UNKNOWN);
    }

    private Knowledge knowledge(Knowledge plain) {
        TreeMap<String, List<IpAddress>> client = new TreeMap<>();
        if (random.nextInt(3) == 0) {
            client.put("a.example", List.of(IpAddress.parse("20.0.0.1")));
        }
        if (random.nextInt(3) == 0) {
            client.put("b.a.example", List.of(IpAddress.parse("10.0.1.1"), IpAddress.parse("52.0.0.1")));
        }
        return plain.withDns(plain.firewallDns(), client);
    }

    private Readings readings() {
        return new Readings(random.nextInt(4) == 0, random.nextInt(4) > 0, false);
    }

    private Environment networks() {
        Diagnostics diagnostics = new Diagnostics();
        String text = virtualNetworks() + routeTables() + securityGroups() + privateEndpoints() + clusters();
        return EnvironmentReader.readInline(
                Fields.of(YamlTree.read(SourceFile.of("random.yaml", text), diagnostics).orElseThrow(),
                        "an environment", diagnostics),
                diagnostics);
    }

    private String virtualNetworks() {
        return """
                virtualNetworks:
                  - name: spoke
                    addressSpace: [10.0.2.0/23%s]
                    dnsServers: [%s]
                    bgpRoutes: [%s]
                    subnets:
                      - {name: nodes, prefix: 10.0.2.0/24%s}
                      - {name: others, prefix: 10.0.3.0/24%s}
                    peerings: [%s%s]
                  - name: data
                    addressSpace: [10.0.0.0/23]
                    subnets:
                      - {name: sql, prefix: 10.0.0.0/24%s}
                      - {name: more, prefixes: [10.0.1.0/25, 10.0.1.128/25]%s}
                    peerings: [%s%s]
                  - name: hub
                    addressSpace: [10.1.0.0/24]
                    bgpRoutes: [%s]
                    subnets: [{name: AzureFirewallSubnet, prefix: 10.1.0.0/26%s}]
                    peerings: [%s%s]
                """.formatted(maybe(3, ", '2001:db8::/48'"), maybe(3, "10.1.0.4"), gatewayRoutes(), subnet(), subnet(),
                peering("spoke", "hub", "10.1.0.0/24"), peering("spoke", "data", "10.0.0.0/23"), subnet(), subnet(),
                peering("data", "hub", "10.1.0.0/24"), peering("data", "spoke", "10.0.2.0/23"), gatewayRoutes(),
                maybe(2, ", routeTable: " + one(List.of("rt1", "rt2", "rt3"))),
                peering("hub", "spoke", "10.0.2.0/23"), peering("hub", "data", "10.0.0.0/23"));
    }

    private String gatewayRoutes() {
        return random.nextInt(3) > 0 ? ""
                : one(List.of("10.0.1.0/24", "10.77.0.0/16", "0.0.0.0/0", "8.8.0.0/16, 10.0.0.0/24"));
    }

    private String peering(String from, String to, String space) {
        return random.nextInt(5) == 0 ? ""
                : "{name: %s-to-%s, remote: %s, %s allowVirtualNetworkAccess: %s, allowForwardedTraffic: %s, allowGatewayTransit: %s, useRemoteGateways: %s},"
                        .formatted(from, to, to, maybe(3, "addressSpace: [" + space + "],"), random.nextInt(5) > 0,
                                random.nextBoolean(), random.nextBoolean(), random.nextInt(3) == 0);
    }

    private String subnet() {
        List<String> endpoints = new ArrayList<>();
        if (random.nextInt(4) == 0) {
            endpoints.add("{service: Microsoft.Storage, prefixes: [8.8.8.0/24]}");
        }
        if (random.nextInt(4) == 0) {
            endpoints.add("{service: Microsoft.Sql}");
        }
        return maybe(5, ", routeTable: " + one(List.of("rt1", "rt1", "rt1", "rt2", "rt2", "rt2", "rt2", "rt-missing")),
                true)
                + maybe(2,
                        ", networkSecurityGroup: "
                                + one(List.of("nsg1", "nsg1", "nsg2", "nsg2", "nsg2", "nsg-missing")))
                + maybe(5, ", networkInterfaceSecurityGroup: nsg2")
                + maybe(3, ", privateEndpointNetworkPolicies: " + one(List.of("Enabled", "RouteTableEnabled",
                        "NetworkSecurityGroupEnabled")))
                + ", serviceEndpoints: [" + String.join(", ", endpoints) + "]";
    }

    private String routeTables() {
        StringBuilder text = new StringBuilder("routeTables:\n");
        for (String name : List.of("rt1", "rt2", "rt3")) {
            text.append("  - name: ").append(name).append("\n    disableBgpRoutePropagation: ")
                    .append(random.nextBoolean()).append("\n    routes:\n");
            List<String> prefixes = new ArrayList<>(PREFIXES);
            for (int i = random.nextInt(4); i >= 0; i--) {
                boolean usual = i == 0 && random.nextInt(4) > 0;
                text.append("      - {name: r").append(i).append(", addressPrefix: ")
                        .append(prefixes.remove(usual ? 0 : random.nextInt(prefixes.size())))
                        .append(", nextHopType: ").append(usual ? HOPS.getFirst() : one(HOPS))
                        .append(maybe(6, ", hasBgpOverride: true")).append("}\n");
            }
        }
        return text.toString();
    }

    private String securityGroups() {
        StringBuilder text = new StringBuilder("networkSecurityGroups:\n");
        for (String name : List.of("nsg1", "nsg2")) {
            text.append("  - name: ").append(name).append("\n    securityRules:\n");
            for (int i = random.nextInt(5); i >= 0; i--) {
                text.append("      - {name: s").append(i).append(", priority: ").append(200 + i).append(", ")
                        .append(direction()).append(", access: ").append(one(List.of("Allow", "Deny", "Deny")))
                        .append(", protocol: ").append(one(List.of("'*'", "Tcp", "Udp", "Icmp", "Esp")))
                        .append(", ").append(side("source")).append(", ").append(side("destination"))
                        .append(maybe(6, ", sourcePortRange: '1000-2000'"))
                        .append(", destinationPortRange: ")
                        .append(one(List.of("'*'", "'443'", "'80-1433'", "<var.port>"))).append("}\n");
            }
        }
        text.append("applicationSecurityGroups: {web: [10.0.2.1, 10.0.1.1]}\n");
        if (random.nextInt(3) == 0) {
            text.append("securityAdminRules:\n  - name: company\n    virtualNetworks: [spoke, data]\n    rules:\n");
            for (int i = random.nextInt(3); i >= 0; i--) {
                text.append("      - {name: m").append(i).append(", priority: ").append(100 + i).append(", ")
                        .append(direction()).append(", access: ").append(one(List.of("Allow", "Deny", "AlwaysAllow")))
                        .append(", protocol: ").append(one(List.of("Any", "Tcp", "Udp"))).append(", sources: [")
                        .append(one(ADDRESSES)).append("], destinations: [").append(one(ADDRESSES))
                        .append("], sourcePortRanges: ['*'], destinationPortRanges: [")
                        .append(one(List.of("'*'", "'443'", "'80-1433'"))).append("]}\n");
            }
        }
        return text.toString();
    }

    private String direction() {
        return "direction: " + (random.nextBoolean() ? "Outbound" : "Inbound");
    }

    private String side(String which) {
        return random.nextInt(8) == 0 ? which + "ApplicationSecurityGroups: [{id: " + one(List.of("web", "lost")) + "}]"
                : which + "AddressPrefix: " + one(ADDRESSES);
    }

    private String privateEndpoints() {
        return random.nextInt(3) == 0 ? ""
                : """
                        privateEndpoints:
                          - {name: near, ip: 10.0.1.1, fqdns: [b.a.example], subnet: data/more}
                          - {name: here, ip: 10.0.3.1, fqdns: [c.test], subnet: spoke/others}
                        """;
    }

    private String clusters() {
        String nodeIp = maybe(2, ", nodeIp: 10.0.2.1");
        return switch (random.nextInt(6)) {
            case 0 ->
                "clusters: [{name: aks, networkPlugin: overlay, podCidr: 10.244.0.0/24, nodeSubnets: [10.0.2.0/24]"
                        + nodeIp + "}]\n";
            case 1 ->
                "clusters: [{name: aks, networkPlugin: kubenet, podCidr: 10.244.0.0/24, nodeSubnets: [10.0.2.0/24]"
                        + nodeIp + "}]\n";
            case 2 ->
                "clusters: [{name: aks, networkPlugin: podSubnet, podCidrs: [10.0.3.0/24], nodeSubnets: [10.0.2.0/24]}]\n";
            case 3 -> "clusters: [{name: aks, networkPlugin: nodeSubnet, nodeSubnets: [10.0.2.0/24]" + nodeIp + "}]\n";
            default -> "";
        };
    }

    private String maybe(int rarity, String text) {
        return maybe(rarity, text, false);
    }

    /// @param usually whether the text is left out rarely instead of written rarely
    private String maybe(int rarity, String text, boolean usually) {
        return random.nextInt(rarity) == 0 == usually ? "" : text;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}

package dev.sekisho.model.io.cluster;

import dev.sekisho.model.io.cluster.RefusedClustersTest.Case;
import java.util.stream.Stream;

/// Services that cannot be reached as they are described.
final class RefusedInbound {
    private static final String END = "port: 5432}\n";
    private static final String GATEWAY = "from: [applicationGateway], applicationGateway: {name: gw,"
            + " subnet: {name: gw, prefix: 10.42.9.0/24}";
    private static final String FIRST = "11111111-2222-3333-4444-555555555555";

    private RefusedInbound() {}

    static Stream<Case> cases() {
        return Stream.of(
                with("DUPLICATE_NAME 24:12", "name: a, port: 80, from: [vnet]", "name: a, port: 81, from: [vnet]"),
                with("ADDRESS_OUTSIDE_SUBNET 23:43", "name: a, port: 80, from: [vnet], ip: 10.42.2.10"),
                with("RESERVED_ADDRESS 23:43", "name: a, port: 80, from: [vnet], ip: 10.42.1.3"),
                with("IPV6 23:43", "name: a, port: 80, from: [vnet], ip: 'fd00::9'"),
                with("DUPLICATE_ADDRESS 23:43", "name: a, port: 80, from: [vnet], ip: 10.42.5.7,"
                        + " subnet: {name: pe, prefix: 10.42.5.0/24}"),
                with("DUPLICATE_PORT 24:21", "name: a, port: 80, from: [vnet], ip: 10.42.1.10",
                        "name: b, port: 80, from: [vnet], ip: 10.42.1.10"),
                with("SUBNET_OUTSIDE_NETWORK 23:47", "name: a, port: 80, from: [vnet], subnet: {name: lb,"
                        + " prefix: 10.43.2.0/24}"),
                with("SUBNETS_OVERLAP 23:47", "name: a, port: 80, from: [vnet], subnet: {name: lb,"
                        + " prefix: 10.42.1.0/25}"),
                with("DUPLICATE_PREFIX 23:68",
                        "name: a, port: 80, from: [vnet], sourceRanges: [10.42.7.0/24, 10.42.7.0/24]"),
                with("IPV6 23:68", "name: a, port: 80, from: [vnet], sourceRanges: [10.42.7.0/24, 'fd00::/64']"),
                with("RANGES_WITHOUT_EFFECT 23:60",
                        "name: a, port: 80, from: [privateLink], sourceRanges: [10.42.7.0/24]"),
                with("NOBODY_LEFT 23:53", "name: a, port: 80, from: [vnet], sourceRanges: [172.20.0.0/24]"),
                with("NO_ON_PREMISES 23:31", "name: a, port: 80, from: [onprem]"),
                changed("NO_PEERED_NETWORK 23:31", ", vnetAddressSpace: [10.1.0.0/16]", "",
                        "name: a, port: 80, from: [peered]"),
                changed("NO_PUBLIC_IP 23:31", "publicIps: [20.0.0.10], ", "",
                        "name: a, port: 80, from: [internetThroughFirewall]"),
                new Case("NO_FIREWALL 22:31", "userDefinedRouting", "loadBalancer",
                        RefusedClustersTest.WORKS.lines().filter(line -> line.startsWith("  firewall:")).findFirst()
                                .orElseThrow() + "\n",
                        "", END, END + "inbound:\n  - {name: a, port: 80, from: [internetThroughFirewall]}\n"),
                with("UNKNOWN_PUBLIC_IP 23:94", "name: a, port: 80, from: [internetThroughFirewall],"
                        + " internetThroughFirewall: {publicIp: 20.0.0.99}"),
                with("PORT_RANGE 23:21, PORT_RANGE 23:21",
                        "name: a, port: 64001, from: [internetThroughFirewall]"),
                with("DUPLICATE_PORT 24:5", "name: a, port: 80, from: [internetThroughFirewall]",
                        "name: b, port: 80, from: [internetThroughFirewall]"),
                with("UNUSED_KEY 23:64", "name: a, port: 80, from: [vnet], internetThroughFirewall: {}"),
                with("MISSING_KEY 23:31", "name: a, port: 80, from: [applicationGateway]"),
                with("GATEWAY_PROTOCOL 23:35", "name: a, port: 80, protocol: udp, " + GATEWAY + "}"),
                with("SUBNET_OUTSIDE_NETWORK 23:92",
                        "name: a, port: 80, " + GATEWAY.replace("10.42.9", "10.49.9") + "}"),
                with("SUBNETS_OVERLAP 23:92", "name: a, port: 80, " + GATEWAY.replace("10.42.9", "10.42.1") + "}"),
                with("DUPLICATE_LISTENER 24:73", "name: a, port: 80, " + GATEWAY + "}",
                        "name: b, port: 80, " + GATEWAY + ", priority: 7}"),
                with("DUPLICATE_PRIORITY 24:73", "name: a, port: 80, " + GATEWAY + "}",
                        "name: b, port: 80, " + GATEWAY + ", host: b.example.com}"),
                with("APPROVAL_WITHOUT_VISIBILITY 23:75",
                        "name: a, port: 80, from: [privateLink], privateLink: {autoApproval: [" + FIRST + "]}"),
                with("SHARED_PRIVATE_LINK 24:31", "name: a, port: 80, from: [privateLink], ip: 10.42.1.10",
                        "name: b, port: 81, from: [vnet], ip: 10.42.1.10"),
                network("NETWORKS_OVERLAP 19:48", "peeredNetworks: [{name: data, addressSpace: [10.42.128.0/17]}]"),
                network("DUPLICATE_NAME 19:20", "peeredNetworks: [{name: spoke, addressSpace: [10.60.0.0/16]}]"),
                network("NO_ADDRESS_SPACE 19:20", "peeredNetworks: [{name: data, addressSpace: []}]"),
                network("NETWORKS_OVERLAP 19:25", "onPremises: {ranges: [10.1.128.0/24], gatewaySubnet: 10.1.9.0/27}"),
                network("SUBNET_OUTSIDE_NETWORK 19:56",
                        "onPremises: {ranges: [172.20.0.0/16], gatewaySubnet: 10.99.9.0/27}"),
                new Case("GATEWAY_WITHOUT_FIREWALL 20:56", "dependencies:\n",
                        "  peeredNetworks: [{name: data, addressSpace: [10.60.0.0/16]}]\n"
                                + "  onPremises: {ranges: [172.20.0.0/16], gatewaySubnet: 10.60.9.0/27}\n"
                                + "inbound: [{name: a, port: 80, from: [onprem]}]\ndependencies:\n"),
                network("SUBNET_TOO_SMALL 19:56",
                        "onPremises: {ranges: [172.20.0.0/16], gatewaySubnet: 10.1.9.0/30}"),
                network("SUBNETS_OVERLAP 19:56",
                        "onPremises: {ranges: [172.20.0.0/16], gatewaySubnet: 10.42.1.0/27}"));
    }

    private static Case with(String expected, String... services) {
        return new Case(expected, END, END + inbound(services));
    }

    private static Case changed(String expected, String before, String after, String... services) {
        return new Case(expected, before, after, END, END + inbound(services));
    }

    private static Case network(String expected, String line) {
        return new Case(expected, "dependencies:\n", "  " + line + "\ndependencies:\n");
    }

    private static String inbound(String... services) {
        return "inbound:\n  - {" + String.join("}\n  - {", services) + "}\n";
    }
}

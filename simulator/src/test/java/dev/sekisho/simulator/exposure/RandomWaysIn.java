package dev.sekisho.simulator.exposure;

import java.util.List;
import java.util.SplittableRandom;

/// Small environments with every kind of way in, and rules and routes that cut through their clients.
final class RandomWaysIn {
    /// An internal load balancer with Private Link, and a public one; their node ports too.
    static final String SERVICES = """
            apiVersion: v1
            kind: Service
            metadata:
              name: inner
              annotations:
                service.beta.kubernetes.io/azure-load-balancer-internal: "true"
                service.beta.kubernetes.io/azure-load-balancer-ipv4: 10.0.0.30
                service.beta.kubernetes.io/azure-pls-create: "true"
                service.beta.kubernetes.io/azure-pls-name: pls
                service.beta.kubernetes.io/azure-pls-ip-configuration-subnet: links
            spec: {type: LoadBalancer, ports: [{port: 80, nodePort: 31000}]}
            ---
            apiVersion: v1
            kind: Service
            metadata:
              name: outer
              annotations: {service.beta.kubernetes.io/azure-load-balancer-ipv4: 20.2.2.2}
            spec: {type: LoadBalancer, allocateLoadBalancerNodePorts: false, ports: [{port: 80, nodePort: 31000}]}
            """;
    private static final List<String> SOURCES = List.of("10.0.0.0/29", "10.0.0.8/29", "10.0.0.0/28", "10.0.0.32/28",
            "10.0.0.48/28", "10.0.1.0/26", "10.0.1.96/29", "192.168.0.0/29", "198.51.100.0/29", "198.51.100.8/30",
            "VirtualNetwork", "Internet", "*");
    private static final List<String> CLIENTS = List.of("10.0.0.0/29", "10.0.0.0/28", "10.0.1.96/28", "10.0.1.96/29",
            "10.0.0.32/28", "192.168.0.0/28", "192.168.0.8/29", "198.51.100.0/29", "198.51.100.0/28", "0.0.0.0/0",
            "20.0.0.10/32");

    private final SplittableRandom random;

    private RandomWaysIn(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static String environment(long seed) {
        return new RandomWaysIn(seed).text();
    }

    private String text() {
        return """
                kind: Environment
                virtualNetworks:
                  - name: spoke
                    addressSpace: [10.0.0.0/24]
                    subnets:
                      - {name: clients, prefix: 10.0.0.0/28, networkSecurityGroup: nsg-clients}
                      - {name: nodes, prefix: 10.0.0.16/28, routeTable: rt-nodes, networkSecurityGroup: nsg-nodes}
                      - {name: gateways, prefix: 10.0.0.32/28, networkSecurityGroup: nsg-gateways, routeTable: rt-gateways}
                      - {name: links, prefix: 10.0.0.48/28}
                    peerings: [{name: to-hub, remote: hub, allowForwardedTraffic: true, useRemoteGateways: true}]
                  - name: hub
                    addressSpace: [10.0.1.0/24]
                    bgpRoutes: [192.168.0.0/28]
                    subnets:
                      - {name: AzureFirewallSubnet, prefix: 10.0.1.0/26}
                      - {name: GatewaySubnet, prefix: 10.0.1.64/27, routeTable: rt-onprem}
                      - {name: vms, prefix: 10.0.1.96/28, routeTable: rt-vms}
                    peerings: [{name: to-spoke, remote: spoke, allowForwardedTraffic: true, allowGatewayTransit: true}]
                  - {name: far, addressSpace: [10.0.2.0/24], subnets: [{name: vms, prefix: 10.0.2.0/28}]}
                firewalls: [{name: fw, vnet: hub, privateIp: 10.0.1.4, publicIps: [20.0.0.10], policy: p}]
                firewallPolicies:
                  - name: p
                    tier: Standard
                    ruleCollectionGroups:
                      - name: g
                        priority: 100
                        ruleCollections:
                          - name: in
                            priority: 100
                            ruleCollectionType: FirewallPolicyNatRuleCollection
                            action: {type: DNAT}
                            rules:
                              - {ruleType: NatRule, name: web, ipProtocols: [TCP], sourceAddresses: ['DNAT'], destinationAddresses: [20.0.0.10],
                                 destinationPorts: ['443'], translatedAddress: 10.0.0.30, translatedPort: '80'}
                          - name: through
                            priority: 200
                            ruleCollectionType: FirewallPolicyFilterRuleCollection
                            action: {type: Allow}
                            rules:
                              - {ruleType: NetworkRule, name: some, ipProtocols: [TCP], sourceAddresses: ['NET'],
                                 destinationAddresses: ['*'], destinationPorts: ['80']}
                applicationGateways:
                  - name: gw
                    subnet: spoke/gateways
                    publicIps: [20.1.1.1]
                    listeners: [{name: l, frontend: public, port: 443, backends: ['10.0.0.30:80']}]
                privateEndpoints:
                  - {name: pe, ip: 10.0.2.9, subnet: far/vms, connectedTo: pls, connectionState: STATE}
                clusters:
                  - {name: c, networkPlugin: overlay, nodeSubnets: [10.0.0.16/28], podCidr: 10.244.0.0/16,
                     apiServer: {access: public, authorizedIpRanges: [198.51.100.8/30]}}
                """.replace("DNAT'", one(List.of("*", "198.51.100.0/29", "198.51.100.4/30")) + "'")
                .replace("'NET'", "'" + one(List.of("*", "10.0.0.0/29", "192.168.0.0/29")) + "'")
                .replace("STATE", one(List.of("Approved", "Pending")))
                + "routeTables:\n" + table("rt-nodes", CLIENTS, true)
                + table("rt-vms", List.of("10.0.0.16/28", "10.0.0.28/30"), false)
                + table("rt-onprem", List.of("10.0.0.16/28"), false) + table("rt-gateways", CLIENTS, false)
                + "networkSecurityGroups:\n" + group("nsg-clients", false) + group("nsg-nodes", true)
                + group("nsg-gateways", true);
    }

    private String table(String name, List<String> destinations, boolean propagation) {
        StringBuilder text = new StringBuilder("  - name: ").append(name).append('\n');
        if (propagation && random.nextInt(3) == 0) {
            text.append("    disableBgpRoutePropagation: true\n");
        }
        List<String> chosen = destinations.stream().filter(_ -> random.nextInt(5) == 0).toList();
        text.append("    routes:").append(chosen.isEmpty() ? " []" : "").append('\n');
        for (int i = 0; i < chosen.size(); i++) {
            String hop = one(List.of("None", "Internet", "VirtualAppliance", "VnetLocal"));
            text.append("      - {name: r%d, addressPrefix: %s, nextHopType: %s%s}%n".formatted(i, chosen.get(i), hop,
                    hop.equals("VirtualAppliance") ? ", nextHopIpAddress: 10.0.1.4" : ""));
        }
        return text.toString();
    }

    private String group(String name, boolean inbound) {
        int count = random.nextInt(5);
        StringBuilder text = new StringBuilder("  - name: ").append(name).append("\n    securityRules:")
                .append(count == 0 ? " []" : "").append('\n');
        for (int i = 0; i < count; i++) {
            text.append("""
                          - {name: r%d, priority: %d, direction: %s, access: %s, protocol: Tcp, sourceAddressPrefix: '%s',
                             sourcePortRange: '*', destinationAddressPrefix: '*', destinationPortRange: '%s'}
                    """.formatted(i, 200 + 10 * i, inbound ? "Inbound" : "Outbound",
                    random.nextInt(3) > 0 ? "Allow" : "Deny", one(SOURCES), one(List.of("80", "31000", "443", "*"))));
        }
        return text.toString();
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}

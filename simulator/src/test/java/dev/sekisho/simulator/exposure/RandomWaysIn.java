package dev.sekisho.simulator.exposure;

import java.util.List;
import java.util.SplittableRandom;

/// Small environments with every kind of way in, from every kind of place, and rules and routes that cut through their clients.
///
/// `spoke` holds the nodes. `hub` is its peer, with the firewall and a gateway to on premises; `beyond` is a peer of `hub` alone,
/// and `far` is nobody's.
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
            "10.0.0.48/28", "10.0.1.0/26", "10.0.1.96/29", "10.0.3.0/28", "192.168.0.0/29", "198.51.100.0/29",
            "198.51.100.8/30", "VirtualNetwork", "Internet", "*");
    private static final List<String> CLIENTS = List.of("10.0.0.0/29", "10.0.0.0/28", "10.0.0.32/28", "10.0.0.48/28",
            "10.0.1.4/32", "10.0.1.96/28", "10.0.1.96/29", "10.0.3.0/29", "192.168.0.0/28", "192.168.0.8/29",
            "198.51.100.0/29", "198.51.100.0/28", "0.0.0.0/0", "20.0.0.10/32", "20.1.1.1/32");
    private static final List<String> TARGETS = List.of("10.0.0.16/28", "10.0.0.28/30", "10.0.0.32/28",
            "10.0.0.64/28", "10.0.0.0/24", "10.0.1.105/32", "0.0.0.0/0", "20.2.2.2/32", "20.255.255.254/32");
    private static final List<String> API_SERVERS = List.of("access: public, authorizedIpRanges: [RANGES]",
            "access: public", "access: private, ip: 10.0.0.29",
            "access: vnetIntegration, subnet: spoke/apiserver, ip: 10.0.0.70, authorizedIpRanges: [RANGES]",
            "access: vnetIntegration, subnet: spoke/apiserver, ip: 10.0.0.70, publicEndpoint: false");

    private final SplittableRandom random;

    private RandomWaysIn(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static String environment(long seed) {
        return new RandomWaysIn(seed).text(seed);
    }

    /// The same with what AKS and the cloud provider make described too: the security group at the network interfaces of the nodes,
    /// and the private endpoint of a private API server.
    static String withWhatAzureMakes(String environment, String rules) {
        String endpoint = "  - {name: kube-apiserver, ip: 10.0.0.29, subnet: spoke/nodes}\n";
        return (environment.contains("access: private")
                ? environment.replace("privateEndpoints:\n", "privateEndpoints:\n" + endpoint)
                : environment).replace("networkSecurityGroup: nsg-nodes",
                        "networkSecurityGroup: nsg-nodes, networkInterfaceSecurityGroup: aks")
                + "  - name: aks\n    securityRules:\n" + rules;
    }

    static String rule(int priority, boolean inbound, boolean allow, String from, String to, String port) {
        return """
                      - {name: r%d, priority: %d, direction: %s, access: %s, protocol: Tcp, sourceAddressPrefix: '%s',
                         sourcePortRange: '*', destinationAddressPrefix: '%s', destinationPortRange: '%s'}
                """.formatted(priority, priority, inbound ? "Inbound" : "Outbound", allow ? "Allow" : "Deny", from, to,
                port);
    }

    private String text(long seed) {
        return NETWORKS.replace("SHOWN", random.nextBoolean() ? "" : ", natGateway: {publicIps: [198.51.100.9]}")
                .replace("FORWARDED", random.nextInt(4) == 0 ? "false" : "true")
                .replace("BORROWED", random.nextInt(6) == 0 ? "false" : "true")
                .replace("MET", random.nextInt(12) == 0 ? "false" : "true")
                + REST.replace("WEB", one(List.of("*", "198.51.100.0/29", "198.51.100.4/30")))
                        .replace("RECIPE", one(List.of("*", "198.51.100.0/28", "198.51.100.4/30")))
                        .replace("CHAIN", one(List.of("*", "198.51.100.8/29", "192.0.2.0/24")))
                        .replace("INSIDE", one(List.of("*", "10.0.0.0/16", "10.0.1.96/29", "192.168.0.0/28")))
                        .replace("MIXED", one(List.of("*", "10.0.0.0/28", "10.0.3.0/29", "192.168.0.8/29")))
                        .replace("'NET'", "'" + one(List.of("*", "10.0.0.0/16", "10.0.3.0/28", "192.168.0.0/29")) + "'")
                        .replace("FAR", one(List.of("Approved", "Pending")))
                        .replace("HUB", one(List.of("Approved", "Approved", "Rejected")))
                        .replace("API", API_SERVERS.get((int) (seed % API_SERVERS.size())))
                        .replace("RANGES", one(List.of("198.51.100.8/30", "20.0.0.10/32", "198.51.100.9/32")))
                + "routeTables:\n" + table("rt-nodes", CLIENTS, true) + table("rt-clients", TARGETS, false)
                + table("rt-vms", TARGETS, false) + table("rt-beyond", TARGETS, false)
                + table("rt-onprem", List.of("10.0.0.16/28", "10.0.0.32/28", "10.0.0.64/28", "10.0.0.0/24"), false)
                + table("rt-gateways", CLIENTS, false) + table("rt-apiserver", CLIENTS, false)
                + "networkSecurityGroups:\n" + group("nsg-clients", false) + group("nsg-nodes", true) + probes()
                + group("nsg-gateways", true) + group("nsg-apiserver", true);
    }

    private static final String NETWORKS = """
            kind: Environment
            virtualNetworks:
              - name: spoke
                addressSpace: [10.0.0.0/24]
                subnets:
                  - {name: clients, prefix: 10.0.0.0/28, networkSecurityGroup: nsg-clients, routeTable: rt-clients}
                  - {name: nodes, prefix: 10.0.0.16/28, routeTable: rt-nodes, networkSecurityGroup: nsg-nodes}
                  - {name: gateways, prefix: 10.0.0.32/28, networkSecurityGroup: nsg-gateways, routeTable: rt-gateways}
                  - {name: links, prefix: 10.0.0.48/28}
                  - {name: apiserver, prefix: 10.0.0.64/28, networkSecurityGroup: nsg-apiserver, routeTable: rt-apiserver}
                peerings: [{name: to-hub, remote: hub, allowForwardedTraffic: FORWARDED, useRemoteGateways: BORROWED}]
              - name: hub
                addressSpace: [10.0.1.0/24]
                bgpRoutes: [192.168.0.0/28]
                subnets:
                  - {name: AzureFirewallSubnet, prefix: 10.0.1.0/26}
                  - {name: GatewaySubnet, prefix: 10.0.1.64/27, routeTable: rt-onprem}
                  - {name: vms, prefix: 10.0.1.96/28, routeTable: rt-vms SHOWN}
                peerings:
                  - {name: to-spoke, remote: spoke, allowForwardedTraffic: true, allowGatewayTransit: true, allowVirtualNetworkAccess: MET}
                  - {name: to-beyond, remote: beyond, allowForwardedTraffic: true}
              - name: beyond
                addressSpace: [10.0.3.0/24]
                subnets: [{name: vms, prefix: 10.0.3.0/28, routeTable: rt-beyond}]
                peerings: [{name: to-hub, remote: hub, allowForwardedTraffic: true}]
              - {name: far, addressSpace: [10.0.2.0/24], subnets: [{name: vms, prefix: 10.0.2.0/28}]}
            """;
    private static final String REST = """
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
                          - {ruleType: NatRule, name: web, ipProtocols: [TCP], sourceAddresses: ['WEB'], destinationAddresses: [20.0.0.10],
                             destinationPorts: ['443'], translatedAddress: 10.0.0.30, translatedPort: '80'}
                          - {ruleType: NatRule, name: recipe, ipProtocols: [TCP], sourceAddresses: ['RECIPE'], destinationAddresses: [20.0.0.10],
                             destinationPorts: ['444'], translatedAddress: 20.2.2.2, translatedPort: '80'}
                          - {ruleType: NatRule, name: chain, ipProtocols: [TCP], sourceAddresses: ['CHAIN'], destinationAddresses: [20.0.0.10],
                             destinationPorts: ['446'], translatedAddress: 10.0.0.40, translatedPort: '8080'}
                          - {ruleType: NatRule, name: inside, ipProtocols: [TCP], sourceAddresses: ['INSIDE'], destinationAddresses: [10.0.1.4],
                             destinationPorts: ['445'], translatedAddress: 10.0.0.30, translatedPort: '80'}
                          - {ruleType: NatRule, name: mixed, ipProtocols: [TCP], sourceAddresses: ['MIXED'], destinationAddresses: [10.0.1.4],
                             destinationPorts: ['447'], translatedAddress: 10.0.0.40, translatedPort: '8080'}
                      - name: through
                        priority: 200
                        ruleCollectionType: FirewallPolicyFilterRuleCollection
                        action: {type: Allow}
                        rules:
                          - {ruleType: NetworkRule, name: some, ipProtocols: [TCP], sourceAddresses: ['NET'],
                             destinationAddresses: ['*'], destinationPorts: ['80', '443', '8080', '31000']}
            applicationGateways:
              - name: gw
                subnet: spoke/gateways
                publicIps: [20.1.1.1]
                privateIp: 10.0.0.40
                listeners:
                  - {name: web, frontend: public, port: 443, backends: ['10.0.0.30:80']}
                  - {name: out, frontend: public, port: 444, backends: ['20.2.2.2:80']}
                  - {name: inside, frontend: private, port: 8080, backends: ['10.0.0.30:80']}
            privateEndpoints:
              - {name: pe-far, ip: 10.0.2.9, subnet: far/vms, connectedTo: pls, connectionState: FAR}
              - {name: pe-hub, ip: 10.0.1.105, subnet: hub/vms, connectedTo: pls, connectionState: HUB}
              - {name: pe-api, ip: 10.0.2.10, subnet: far/vms, connectedTo: c, connectionState: FAR}
            clusters:
              - {name: c, networkPlugin: overlay, nodeSubnets: [10.0.0.16/28], podCidr: 10.244.0.0/16, apiServer: {API}}
            """;

    private String table(String name, List<String> destinations, boolean propagation) {
        StringBuilder text = new StringBuilder("  - name: ").append(name).append('\n');
        if (propagation && random.nextInt(3) == 0) {
            text.append("    disableBgpRoutePropagation: true\n");
        }
        List<String> chosen = destinations.stream().filter(_ -> random.nextInt(6) == 0).toList();
        text.append("    routes:").append(chosen.isEmpty() ? " []" : "").append('\n');
        for (int i = 0; i < chosen.size(); i++) {
            String hop = one(List.of("None", "Internet", "VirtualAppliance", "VnetLocal"));
            text.append("      - {name: r%d, addressPrefix: %s, nextHopType: %s%s}%n".formatted(i, chosen.get(i), hop,
                    hop.equals("VirtualAppliance") ? ", nextHopIpAddress: 10.0.1.4" : ""));
        }
        return text.toString();
    }

    private String group(String name, boolean inbound) {
        int count = 1 + random.nextInt(4);
        StringBuilder text = new StringBuilder("  - name: ").append(name).append("\n    securityRules:\n");
        for (int i = 0; i < count; i++) {
            text.append(rule(200 + 10 * i, inbound, random.nextInt(3) > 0, one(SOURCES), "*",
                    one(List.of("80", "31000", "443", "8080", "*"))));
        }
        return text.toString();
    }

    private String probes() {
        return random.nextInt(8) == 0 ? rule(199, true, false, "AzureLoadBalancer", "*", one(List.of("31000", "*")))
                : "";
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}

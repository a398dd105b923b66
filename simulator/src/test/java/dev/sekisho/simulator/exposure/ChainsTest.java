package dev.sekisho.simulator.exposure;

import dev.sekisho.simulator.exposure.answer.Reach;
import dev.sekisho.simulator.exposure.entrance.Entry;
import dev.sekisho.simulator.verdict.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Firewalls and Application Gateways one before another, and what nobody knows of a way in.
class ChainsTest {
    private static final String ENVIRONMENT = """
            kind: Environment
            virtualNetworks:
              - name: spoke
                addressSpace: [10.42.0.0/16]
                subnets:
                  - {name: nodes, prefix: 10.42.1.0/24}
                  - {name: gateways, prefix: 10.42.4.0/24}
                  - {name: inner, prefix: 10.42.5.0/24}
                peerings: [{name: to-hub, remote: hub, allowForwardedTraffic: true}]
              - name: hub
                addressSpace: [10.1.0.0/16]
                subnets: [{name: AzureFirewallSubnet, prefix: 10.1.0.0/26}]
                peerings: [{name: to-spoke, remote: spoke, allowForwardedTraffic: true}]
            firewalls: [{name: fw, vnet: hub, privateIp: 10.1.0.4, publicIps: [20.0.0.10], policy: p}]
            firewallPolicies:
              - name: p
                tier: Standard
                ruleCollectionGroups:
                  - name: dnat
                    priority: 100
                    ruleCollections:
                      - name: in
                        priority: 100
                        ruleCollectionType: FirewallPolicyNatRuleCollection
                        action: {type: DNAT}
                        rules:
                          - {ruleType: NatRule, name: web, ipProtocols: [TCP], sourceAddresses: [SOURCES],
                             destinationAddresses: [20.0.0.10], destinationPorts: ['443'],
                             translatedAddress: TARGET, translatedPort: 'PORT'}
            clusters: [{name: c, networkPlugin: overlay, nodeSubnets: [10.42.1.0/24], podCidr: 10.244.0.0/16}]
            applicationGateways:
            """;
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata:
              name: shop
              annotations:
                service.beta.kubernetes.io/azure-load-balancer-ipv4: ADDRESS
                ANNOTATION
            spec: {type: LoadBalancer, SPEC ports: [{port: 80, nodePort: 31000}]}
            """;
    private static final String AZURE = "service.beta.kubernetes.io/azure-";
    private static final String INTERNAL = AZURE + "load-balancer-internal: \"true\"";

    @TempDir
    private Path folder;

    private static String rule(String sources, String target, String port) {
        return ENVIRONMENT.replace("SOURCES", sources).replace("TARGET", target).replace("PORT", port);
    }

    private static String gateway(String name, String subnet, String addresses, String side, int port, String backend) {
        return """
                  - name: %s
                    subnet: spoke/%s
                    %s
                    listeners: [{name: l, frontend: %s, port: %d, backends: ['%s']}]
                """.formatted(name, subnet, addresses, side, port, backend);
    }

    private static String service(String address, String annotation, String spec) {
        return SERVICE.replace("ADDRESS", address).replace("ANNOTATION", annotation).replace("SPEC", spec);
    }

    private void assertRow(String environment, String service, Entry entry, String place, Reach reach, Reply.Way reply)
            throws IOException {
        ExposureRow row = new InboundFiles(folder, environment, service).row(entry, place);
        assertEquals(reach, row.reach(), row::toString);
        assertEquals(Optional.ofNullable(reach == Reach.REACHABLE || reach == Reach.PARTLY ? reply : null),
                row.reply(), row::toString);
    }

    @Test
    void aDnatRuleMayLeadToTheListenerOfAGateway() throws IOException {
        String inside = gateway("gw", "gateways", "privateIp: 10.42.4.10", "private", 8080, "10.42.1.50:80");
        String shop = service("10.42.1.50", INTERNAL, "");
        assertRow(rule("'*'", "10.42.4.10", "8080") + inside, shop, Entry.INTERNAL_LOAD_BALANCER,
                "Internet through fw", Reach.REACHABLE, Reply.Way.SYMMETRIC);
        assertRow(rule("198.51.100.0/24", "10.42.4.10", "8080") + inside, shop, Entry.INTERNAL_LOAD_BALANCER,
                "Internet through fw", Reach.PARTLY, Reply.Way.SYMMETRIC);
        assertRow(rule("'*'", "10.42.4.10", "8081") + inside, shop, Entry.INTERNAL_LOAD_BALANCER,
                "Internet through fw", Reach.NOT_REACHABLE, Reply.Way.SYMMETRIC);
    }

    @Test
    void securityGroupsOfTheServiceSeeTheGatewayAndNotTheClient() throws IOException {
        String environment = rule("'*'", "10.42.4.10", "8080")
                .replace("10.42.1.0/24}\n", "10.42.1.0/24, networkSecurityGroup: nsg}\n")
                + gateway("gw", "gateways", "privateIp: 10.42.4.10", "private", 8080, "10.42.1.50:80") + """
                        networkSecurityGroups:
                          - name: nsg
                            securityRules:
                              - {name: no, priority: 200, direction: Inbound, access: Deny, protocol: '*', sourceAddressPrefix: 'FROM',
                                 sourcePortRange: '*', destinationAddressPrefix: '*', destinationPortRange: '80'}
                        """;
        String shop = service("10.42.1.50", INTERNAL, "");
        assertRow(environment.replace("FROM", "10.42.4.0/24"), shop, Entry.INTERNAL_LOAD_BALANCER,
                "Internet through fw", Reach.NOT_REACHABLE, Reply.Way.SYMMETRIC);
        assertRow(environment.replace("FROM", "10.1.0.0/26"), shop, Entry.INTERNAL_LOAD_BALANCER,
                "Internet through fw", Reach.REACHABLE, Reply.Way.SYMMETRIC);
    }

    @Test
    void aGatewayMayStandBeforeAnotherAndBeforeTheFirewall() throws IOException {
        String shop = service("10.42.1.50", INTERNAL, "");
        String front = gateway("front", "gateways", "publicIps: [20.1.1.1]", "public", 443, "10.42.5.10:8080");
        String inner = gateway("inner", "inner", "privateIp: 10.42.5.10", "private", 8080, "10.42.1.50:80");
        assertRow(rule("'*'", "10.9.9.9", "80") + front + inner, shop, Entry.INTERNAL_LOAD_BALANCER,
                "Internet by front", Reach.REACHABLE, Reply.Way.SYMMETRIC);
        String toFirewall = gateway("front", "gateways", "publicIps: [20.1.1.1]", "public", 443, "20.0.0.10:443");
        assertRow(rule("'*'", "10.42.1.50", "80") + toFirewall, shop, Entry.INTERNAL_LOAD_BALANCER,
                "Internet by front", Reach.REACHABLE, Reply.Way.SYMMETRIC);
        assertRow(rule("198.51.100.0/24", "10.42.1.50", "80") + toFirewall, shop, Entry.INTERNAL_LOAD_BALANCER,
                "Internet by front", Reach.UNKNOWN, Reply.Way.SYMMETRIC);
    }

    /// The hub has machines, and its firewall takes connections at its private address.
    private static String privateRule(String sources, String target, String port) {
        return rule(sources, target, port)
                .replace("destinationAddresses: [20.0.0.10]", "destinationAddresses: [10.1.0.4]")
                .replace("{name: AzureFirewallSubnet, prefix: 10.1.0.0/26}",
                        "{name: AzureFirewallSubnet, prefix: 10.1.0.0/26}, {name: vms, prefix: 10.1.1.0/24}");
    }

    @Test
    void aDnatRuleForThePrivateAddressIsForNetworksAndNotForTheInternet() throws IOException {
        String environment = privateRule("10.1.1.0/25", "10.42.1.50", "80").replace("applicationGateways:\n", "");
        String shop = service("10.42.1.50", INTERNAL, "");
        assertRow(environment, shop, Entry.INTERNAL_LOAD_BALANCER, "peered network hub/vms through fw", Reach.PARTLY,
                Reply.Way.SYMMETRIC);
        assertRow(environment, shop, Entry.INTERNAL_LOAD_BALANCER, "network spoke/inner through fw",
                Reach.NOT_REACHABLE, Reply.Way.SYMMETRIC);
        assertRow(environment, shop, Entry.INTERNAL_LOAD_BALANCER, "Internet through fw", Reach.NOT_REACHABLE,
                Reply.Way.SYMMETRIC);
    }

    @Test
    void aDnatRuleForThePrivateAddressMayLeadToAGatewayAndAGatewayToIt() throws IOException {
        String inside = gateway("gw", "gateways", "privateIp: 10.42.4.10", "private", 8080, "10.42.1.50:80");
        String shop = service("10.42.1.50", INTERNAL, "");
        assertRow(privateRule("'*'", "10.42.4.10", "8080") + inside, shop, Entry.INTERNAL_LOAD_BALANCER,
                "peered network hub/vms through fw", Reach.REACHABLE, Reply.Way.SYMMETRIC);
        String before = gateway("gw", "gateways", "publicIps: [20.1.1.1]", "public", 8443, "10.1.0.4:443");
        assertRow(privateRule("10.42.4.0/24", "10.42.1.50", "80") + before, shop, Entry.INTERNAL_LOAD_BALANCER,
                "Internet by gw", Reach.REACHABLE, Reply.Way.SYMMETRIC);
        assertRow(privateRule("10.42.5.0/24", "10.42.1.50", "80") + before, shop, Entry.INTERNAL_LOAD_BALANCER,
                "Internet by gw", Reach.NOT_REACHABLE, Reply.Way.SYMMETRIC);
    }

    private static final String EDGE = """
              - name: edge
                addressSpace: [10.2.0.0/16]
                subnets: [{name: AzureFirewallSubnet, prefix: 10.2.0.0/26}]
                peerings: [{name: to-hub, remote: hub, allowForwardedTraffic: true}]
            """;

    @Test
    void aDnatRuleMayLeadToAnotherFirewall() throws IOException {
        String second = """
                  - {name: edge, vnet: edge, privateIp: 10.2.0.4, publicIps: [20.0.0.20], policy: q}
                firewallPolicies:
                  - name: q
                    tier: Standard
                    ruleCollectionGroups:
                      - name: dnat
                        priority: 100
                        ruleCollections:
                          - name: in
                            priority: 100
                            ruleCollectionType: FirewallPolicyNatRuleCollection
                            action: {type: DNAT}
                            rules:
                              - {ruleType: NatRule, name: on, ipProtocols: [TCP], sourceAddresses: ['*'], destinationAddresses: [20.0.0.20],
                                 destinationPorts: ['8443'], translatedAddress: 10.1.0.4, translatedPort: '443'}
                """;
        String environment = privateRule("10.2.0.0/26", "10.42.1.50", "80").replace("applicationGateways:\n", "")
                .replace("firewalls: [{name: fw", "firewalls:\n  - {name: fw").replace("policy: p}]", "policy: p}")
                .replace("firewallPolicies:\n", second).replace("  - name: hub\n", EDGE + "  - name: hub\n")
                .replace("peerings: [{name: to-spoke,", "peerings: [{name: to-edge, remote: edge}, {name: to-spoke,");
        String shop = service("10.42.1.50", INTERNAL, "");
        assertRow(environment, shop, Entry.INTERNAL_LOAD_BALANCER, "Internet through edge", Reach.REACHABLE,
                Reply.Way.SYMMETRIC);
        assertRow(environment.replace("[10.2.0.0/26],", "[10.2.9.0/26],"), shop, Entry.INTERNAL_LOAD_BALANCER,
                "Internet through edge", Reach.NOT_REACHABLE, Reply.Way.SYMMETRIC);
    }

    @Test
    void aDnatRuleMayLeadToANameThatTheFirewallResolves() throws IOException {
        String environment = rule("'*'", "10.42.1.50", "80").replace("applicationGateways:\n", "")
                .replace("translatedAddress: 10.42.1.50", "translatedFqdn: shop.internal.example");
        String shop = service("10.42.1.50", INTERNAL, "");
        assertRow(environment, shop, Entry.INTERNAL_LOAD_BALANCER, "Internet through fw", Reach.UNKNOWN,
                Reply.Way.SYMMETRIC);
        assertRow(environment + "fixtures: {firewallDns: {shop.internal.example: [10.42.1.50]}}\n", shop,
                Entry.INTERNAL_LOAD_BALANCER, "Internet through fw", Reach.REACHABLE, Reply.Way.SYMMETRIC);
        assertRow(environment + "fixtures: {firewallDns: {shop.internal.example: [10.42.1.51]}}\n", shop,
                Entry.INTERNAL_LOAD_BALANCER, "Internet through fw", Reach.NOT_REACHABLE, Reply.Way.SYMMETRIC);
        assertRow(environment.replace("translatedPort: '80'", "translatedPort: '81'"), shop,
                Entry.INTERNAL_LOAD_BALANCER, "Internet through fw", Reach.NOT_REACHABLE, Reply.Way.SYMMETRIC);
    }

    @Test
    void partsTellWhetherAGatewayIsOnEveryWay() throws IOException {
        String shop = service("10.42.1.50", INTERNAL, "");
        String inside = gateway("gw", "gateways", "privateIp: 10.42.4.10", "private", 8080, "10.42.1.50:80");
        assertTrue(new InboundFiles(folder, rule("'*'", "10.42.4.10", "8080") + inside, shop)
                .row(Entry.INTERNAL_LOAD_BALANCER, "Internet through fw").parts().stream()
                .allMatch(ExposureRow.Part::behindGateway));
        assertFalse(new InboundFiles(folder, rule("'*'", "10.42.1.50", "80") + inside, shop)
                .row(Entry.INTERNAL_LOAD_BALANCER, "Internet through fw").parts().stream()
                .anyMatch(ExposureRow.Part::behindGateway));
    }

    @Test
    void gatewaysInACircleEnd() throws IOException {
        String environment = rule("'*'", "10.9.9.9", "80")
                + gateway("one", "gateways", "privateIp: 10.42.4.10", "private", 8080, "10.42.5.10:8080")
                + gateway("two", "inner", "privateIp: 10.42.5.10", "private", 8080, "10.42.4.10:8080")
                        .replace("backends: [", "backends: ['10.42.1.50:80', ");
        String shop = service("10.42.1.50", INTERNAL, "");
        assertRow(environment, shop, Entry.INTERNAL_LOAD_BALANCER, "network spoke/inner by one", Reach.REACHABLE,
                Reply.Way.SYMMETRIC);
        assertRow(environment, shop, Entry.INTERNAL_LOAD_BALANCER, "network spoke/inner by two", Reach.REACHABLE,
                Reply.Way.SYMMETRIC);
    }

    @Test
    void aGatewayBeforeAPublicLoadBalancerShowsItsOwnPublicAddress() throws IOException {
        String environment = rule("'*'", "10.9.9.9", "80")
                + gateway("gw", "gateways", "publicIps: [20.1.1.1]", "public", 443, "20.2.2.2:80");
        String ranges = "loadBalancerSourceRanges: [RANGE],";
        assertRow(environment, service("20.2.2.2", "a.example/b: c", ranges.replace("RANGE", "20.1.1.1/32")),
                Entry.PUBLIC_LOAD_BALANCER, "Internet by gw", Reach.REACHABLE, Reply.Way.SYMMETRIC);
        assertRow(environment, service("20.2.2.2", "a.example/b: c", ranges.replace("RANGE", "198.51.100.0/24")),
                Entry.PUBLIC_LOAD_BALANCER, "Internet by gw", Reach.NOT_REACHABLE, Reply.Way.SYMMETRIC);
    }

    @Test
    void clientsInsideShowAPublicAddressThatNobodyKnows() throws IOException {
        String closed = service("20.2.2.2", "a.example/b: c", "loadBalancerSourceRanges: [198.51.100.0/24],");
        String environment = rule("'*'", "10.9.9.9", "80").replace("applicationGateways:\n", "");
        assertRow(environment, closed, Entry.PUBLIC_LOAD_BALANCER, "network spoke/inner", Reach.UNKNOWN,
                Reply.Way.SYMMETRIC);
        assertRow(environment, service("20.2.2.2", "a.example/b: c", ""), Entry.PUBLIC_LOAD_BALANCER,
                "network spoke/inner", Reach.REACHABLE, Reply.Way.SYMMETRIC);
    }

    @Test
    void additionalPublicAddressesAreOpenAsFarAsAnotherLoadBalancerLeadsThere() throws IOException {
        String environment = rule("'*'", "10.9.9.9", "80").replace("applicationGateways:\n", "");
        String more = AZURE + "additional-public-ips: 20.9.9.9";
        assertEquals(2, new InboundFiles(folder, environment, service("20.2.2.2", more, "")).rows().stream()
                .filter(row -> row.entry() == Entry.PUBLIC_LOAD_BALANCER && row.place().name().equals("Internet"))
                .count());
        ExposureRow row = new InboundFiles(folder, environment, service("20.2.2.2", more, "")).rows().stream()
                .filter(one -> one.place().name().equals("Internet") && one.reach() == Reach.UNKNOWN).findFirst()
                .orElseThrow();
        assertTrue(row.why().startsWith("whether another load balancer leads 20.9.9.9"), row::why);
    }

    @Test
    void whetherIpv6ClientsGetInIsNotKnown() throws IOException {
        String environment = rule("'*'", "10.9.9.9", "80").replace("applicationGateways:\n", "");
        String both = service("20.2.2.2", "a.example/b: c", "ipFamilyPolicy: RequireDualStack,");
        assertTrue(new InboundFiles(folder, environment, both).rows().stream().anyMatch(
                row -> row.port().equals("tcp:80 (IPv6)") && row.place().kind().text().equals("internet")
                        && row.reach() == Reach.UNKNOWN));
        assertTrue(new InboundFiles(folder, environment, service("10.42.1.50", INTERNAL, "ipFamilies: [IPv6],"))
                .rows().stream().allMatch(row -> row.port().equals("tcp:80 (IPv6)")
                        && (row.reach() == Reach.NOT_REACHABLE) == row.place().name().equals("Internet")));
        assertTrue(new InboundFiles(folder, environment, service("20.2.2.2", "a.example/b: c",
                "ipFamilyPolicy: PreferDualStack,")).rows().stream().noneMatch(row -> row.port().contains("IPv6")));
    }
}

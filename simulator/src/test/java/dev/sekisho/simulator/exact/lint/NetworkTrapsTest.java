package dev.sekisho.simulator.exact.lint;

import dev.sekisho.simulator.Environments;
import dev.sekisho.simulator.exact.lint.finding.Finding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A network without traps, and for each trap the one change that makes it.
class NetworkTrapsTest {
    private static final String NETWORK = """
            virtualNetworks:
              - name: hub
                addressSpace: [10.1.0.0/16]
                subnets: [{name: AzureFirewallSubnet, prefix: 10.1.0.0/26}]
                peerings: [{name: hub-spoke, remote: spoke}, {name: hub-other, remote: other}]
              - name: spoke
                addressSpace: [10.42.0.0/16]
                dnsServers: [10.1.0.4]
                subnets:
                  - {name: aks, prefix: 10.42.1.0/24, routeTable: rt, networkSecurityGroup: nsg}
                  - {name: endpoints, prefix: 10.42.5.0/24, privateEndpointNetworkPolicies: RouteTableEnabled}
                peerings: [{name: spoke-hub, remote: hub, allowForwardedTraffic: true}]
              - name: other
                addressSpace: [10.43.0.0/16]
                peerings: [{name: other-hub, remote: hub, allowForwardedTraffic: true}]
            clusters: [{name: shop, networkPlugin: overlay, nodeSubnets: [10.42.1.0/24], podCidrs: [10.244.0.0/16]}]
            routeTables:
              - name: rt
                routes:
                  - {name: default, addressPrefix: 0.0.0.0/0, nextHopType: VirtualAppliance, nextHopIpAddress: 10.1.0.4}
                  - {name: endpoints, addressPrefix: 10.42.5.0/24, nextHopType: VirtualAppliance, nextHopIpAddress: 10.1.0.4}
            networkSecurityGroups:
              - name: nsg
                securityRules:
                  - {name: first, priority: 200, direction: Outbound, access: Allow, protocol: '*', sourceAddressPrefix: '*', destinationAddressPrefix: 10.1.0.9, destinationPortRange: '*'}
                  - {name: last, priority: 300, direction: Outbound, access: Deny, protocol: '*', sourceAddressPrefix: '*', destinationAddressPrefix: Internet, destinationPortRange: '*'}
            privateEndpoints: [{name: db, ip: 10.42.5.4, fqdns: [db.example], subnet: spoke/endpoints}]
            firewalls: [{name: fw, tier: Standard, privateIp: 10.1.0.4, policy: p, vnet: hub}]
            firewallPolicies:
              - name: p
                tier: Standard
                threatIntelMode: Deny
                dnsSettings: {enableProxy: true}
                ruleCollectionGroups:
                  - name: g
                    priority: 200
                    ruleCollections:
                      - name: c
                        ruleCollectionType: FirewallPolicyFilterRuleCollection
                        priority: 100
                        action: {type: Allow}
                        rules: [{name: time, ruleType: NetworkRule, ipProtocols: [UDP], sourceAddresses: [10.42.1.0/24], destinationFqdns: [ntp.ubuntu.com], destinationPorts: ['123']}]
            """;

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"x | x | ``",
            "RouteTableEnabled | Enabled | ``",
            "RouteTableEnabled | Disabled | PRIVATE_ENDPOINT_BYPASS",
            "addressPrefix: 10.42.5.0/24 | addressPrefix: 10.32.0.0/11 | PRIVATE_ENDPOINT_BYPASS",
            "addressPrefix: 10.42.5.0/24 | addressPrefix: 10.42.5.4/32 | ``",
            "10.42.5.0/24, nextHopType | 10.42.0.0/16, nextHopType | OWN_SUBNET_REDIRECTED",
            "10.42.5.0/24, nextHopType | 168.63.129.16/32, nextHopType | PLATFORM_ROUTE",
            "0.0.0.0/0, nextHopType: VirtualAppliance, nextHopIpAddress: 10.1.0.4 | 0.0.0.0/0, nextHopType: Internet | DEFAULT_ROUTE",
            "spoke-hub, remote: hub, allowForwardedTraffic: true | spoke-hub, remote: hub, allowForwardedTraffic: false | FORWARDED_TRAFFIC",
            "destinationAddressPrefix: 10.1.0.9 | destinationAddressPrefix: 10.1.0.4 | FIREWALL_ONLY_ALLOWED",
            "access: Deny, protocol: '*', sourceAddressPrefix: '*', destinationAddressPrefix: Internet | access: Deny, protocol: '*', sourceAddressPrefix: '*', destinationAddressPrefix: 169.254.169.254/32 | PLATFORM_ADDRESS",
            "prefix: 10.1.0.0/26 | prefix: 10.1.0.0/26, networkSecurityGroup: nsg | FIREWALL_SUBNET_GROUP",
            "RouteTableEnabled} | RouteTableEnabled, networkSecurityGroup: nsg} | ENDPOINT_GROUP",
            "dnsServers: [10.1.0.4] | dnsServers: [10.9.0.53] | OTHER_RESOLVER"})
    void oneChangeMakesOneTrap(String text, String instead, String code) {
        assertTrue(text.equals("x") || NETWORK.contains(text), text);
        Set<String> known = Set.of("NO_ROUTE");
        List<Finding> findings = Linter.lint(Environments.of(NETWORK.replace(text, instead)));
        assertEquals(code.isEmpty() ? Set.of() : Set.of(code), findings.stream().map(Finding::code)
                .filter(found -> !known.contains(found)).collect(Collectors.toCollection(TreeSet::new)),
                findings::toString);
        assertTrue(findings.stream().filter(finding -> finding.code().equals(code)).allMatch(f -> f.at().isKnown()));
    }
}

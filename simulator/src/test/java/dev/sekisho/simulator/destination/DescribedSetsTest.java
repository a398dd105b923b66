package dev.sekisho.simulator.destination;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.Environments;
import dev.sekisho.simulator.Flows;
import dev.sekisho.simulator.view.Views;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class DescribedSetsTest {
    private static final Environment ENVIRONMENT = Environments.of("""
            virtualNetworks:
              - name: spoke
                addressSpace: [10.61.0.0/16]
                subnets: [{name: nodes, prefix: 10.61.1.0/24, routeTable: rt, networkSecurityGroup: subnet-guard, networkInterfaceSecurityGroup: nic-guard}]
            routeTables: [{name: rt, routes: [{name: out, addressPrefix: 203.0.113.0/24, nextHopType: None}]}]
            networkSecurityGroups:
              - name: subnet-guard
                securityRules: [{name: one, priority: 100, direction: Outbound, access: Deny, protocol: Tcp, sourceAddressPrefix: 10.61.1.4, destinationAddressPrefix: 198.51.100.0/25, destinationPortRange: '443'}]
              - name: nic-guard
                securityRules: [{name: two, priority: 110, direction: Outbound, access: Deny, protocol: Tcp, sourceAddressPrefix: 10.61.1.8/30, destinationAddressPrefix: Sql, destinationPortRange: '443'}]
            securityAdminRules:
              - name: company
                virtualNetworks: [spoke]
                rules: [{name: a, priority: 100, direction: Outbound, access: Deny, protocol: Tcp, sources: [10.61.1.16/28], destinations: [198.51.100.240/29], sourcePortRanges: ['*'], destinationPortRanges: ['443']}]
            firewalls: [{name: fw, privateIp: 10.60.0.4, policy: pol}, {name: other, privateIp: 10.60.0.5, policy: translating}]
            firewallPolicies:
              - name: pol
                snat: {privateRanges: [192.0.2.0/24, <later>]}
                ruleCollectionGroups:
                  - name: g
                    priority: 200
                    ruleCollections:
                      - name: nat
                        ruleCollectionType: FirewallPolicyNatRuleCollection
                        priority: 210
                        action: {type: DNAT}
                        rules: [{ruleType: NatRule, name: in, ipProtocols: [TCP], sourceAddresses: [203.0.113.4], destinationAddresses: [20.0.0.10], destinationPorts: ['443'], translatedAddress: 10.61.1.9, translatedPort: '443'}]
                      - name: net
                        ruleCollectionType: FirewallPolicyFilterRuleCollection
                        priority: 220
                        action: {type: Allow}
                        rules: [{ruleType: NetworkRule, name: r, ipProtocols: [TCP], sourceAddresses: [10.61.1.0/25, '*'], sourceIpGroups: [nodes], destinationAddresses: [203.0.113.7-203.0.113.9, Storage, Unloaded, '*'], destinationIpGroups: [partners, missing], destinationPorts: ['443']}]
                      - name: app
                        ruleCollectionType: FirewallPolicyFilterRuleCollection
                        priority: 230
                        action: {type: Allow}
                        rules: [{ruleType: ApplicationRule, name: a, sourceAddresses: [10.61.1.66], protocols: [{protocolType: Https}], targetFqdns: [a.example]}]
              - name: translating
                ruleCollectionGroups:
                  - name: g
                    priority: 200
                    ruleCollections:
                      - name: nat
                        ruleCollectionType: FirewallPolicyNatRuleCollection
                        priority: 210
                        action: {type: DNAT}
                        rules: [{ruleType: NatRule, name: in, ipProtocols: [TCP], sourceAddresses: [203.0.113.5], destinationAddresses: [20.0.0.11], destinationPorts: ['443'], translatedAddress: 10.61.1.9, translatedPort: '8443'}]
                      - name: net
                        ruleCollectionType: FirewallPolicyFilterRuleCollection
                        priority: 220
                        action: {type: Deny}
                        rules: [{ruleType: NetworkRule, name: r, ipProtocols: [TCP], sourceAddresses: [10.61.1.32/27], destinationAddresses: ['*'], destinationPorts: ['8443']}]
            ipGroups: {nodes: [10.61.1.128/26], partners: [198.51.100.200]}
            serviceTags: {Storage: [198.51.100.128/26], Sql: [198.51.100.192/29]}
            fixtures: {threatFeed: {ips: [203.0.113.66]}}
            """);
    private final Views views = new Views(ENVIRONMENT);

    private static final Flow TO_443 = Flows.tcp("10.61.1.5", "198.51.100.77", 443);
    private final RuleSets rules = new RuleSets(views.firewall(ENVIRONMENT.firewalls().getFirst()));

    private final DescribedSets described = new DescribedSets(ENVIRONMENT.serviceTags());

    private List<String> told() {
        return described.sets().entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList();
    }

    @Test
    void routesAndSecurityGroupsTellDestinationsApart() {
        described.destinations(views.subnet("spoke", "nodes").orElseThrow());
        List<String> told = told();
        assertEquals(List.of("203.0.113.0/24: 203.0.113.0/24", "10.61.0.0/16: 10.61.0.0/16"), told.stream()
                .filter(set -> set.startsWith("203.") || set.startsWith("10.61.")).toList());
        assertEquals(
                List.of("the service tag Sql: 198.51.100.192/29", "198.51.100.0/25: 198.51.100.0/25",
                        "198.51.100.240/29: 198.51.100.240/29"),
                told.subList(told.size() - 3, told.size()));
    }

    @Test
    void rulesAndTranslationTellDestinationsApart() {
        rules.destinations(TO_443, described);
        assertEquals(List.of("20.0.0.10: 20.0.0.10", "203.0.113.7-203.0.113.9: 203.0.113.7-203.0.113.9",
                "the service tag Storage: 198.51.100.128/26", "198.51.100.200: 198.51.100.200",
                "192.0.2.0/24: 192.0.2.0/24", "the threat feed: 203.0.113.66"), told());
    }

    @Test
    void securityGroupsTellSourcesApart() {
        described.sources(views.subnet("spoke", "nodes").orElseThrow());
        assertEquals(List.of("10.61.1.8/30: 10.61.1.8/30", "10.61.1.4: 10.61.1.4", "10.61.1.16/28: 10.61.1.16/28"),
                told());
    }

    @Test
    void rulesTellSourcesApart() {
        rules.sources(TO_443, described);
        assertEquals(List.of("203.0.113.4: 203.0.113.4", "10.61.1.0/25: 10.61.1.0/25",
                "10.61.1.128/26: 10.61.1.128/26", "10.61.1.66: 10.61.1.66"), told());
    }

    @Test
    void rulesOfAnotherPortOrProtocolTellNothingApart() {
        for (Flow flow : List.of(Flows.tcp("10.61.1.5", "198.51.100.77", 80),
                Flows.udp("10.61.1.5", "198.51.100.77", 443))) {
            DescribedSets destinations = new DescribedSets(ENVIRONMENT.serviceTags());
            rules.destinations(flow, destinations);
            assertEquals(Set.of("192.0.2.0/24", "the threat feed"), destinations.sets().keySet());
            DescribedSets sources = new DescribedSets(ENVIRONMENT.serviceTags());
            rules.sources(flow, sources);
            assertEquals(Set.of("10.61.1.66"), sources.sets().keySet());
        }
        assertEquals("20.0.0.10, 198.51.100.200, 203.0.113.66", rules.singles().toString());
    }

    @Test
    void behindATranslationEveryNetworkRuleMayTellSourcesApart() {
        RuleSets translating = new RuleSets(views.firewall(ENVIRONMENT.firewalls().get(1)));
        translating.sources(TO_443, described);
        assertEquals(Set.of("203.0.113.5", "10.61.1.32/27"), described.sets().keySet());
    }
}

package dev.sekisho.simulator.path;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.Environments;
import dev.sekisho.simulator.Flows;
import dev.sekisho.simulator.verdict.Delivery;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.PathVerdict;
import dev.sekisho.simulator.verdict.Reply;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// What happens behind the firewall: the route of its own subnet, the receiving network, and the replies.
class WayBackTest {

    private static Environment environment(String hubRoutes, String branchTable, String branchGroup) {
        return Environments.of("""
                virtualNetworks:
                  - name: spoke
                    addressSpace: [10.61.0.0/16]
                    subnets: [{name: nodes, prefix: 10.61.1.0/24, routeTable: rt-nodes}]
                    peerings: [{name: spoke-to-hub, remote: hub, allowForwardedTraffic: true}]
                  - name: hub
                    addressSpace: [10.60.0.0/16]
                    subnets: [{name: AzureFirewallSubnet, prefix: 10.60.0.0/26, routeTable: rt-hub}]
                    peerings: [{name: hub-to-branch, remote: branch}, {name: hub-to-spoke, remote: spoke}]
                  - name: branch
                    addressSpace: [10.62.0.0/16]
                    subnets: [{name: shop, prefix: 10.62.3.0/24%s%s}]
                    peerings: [{name: branch-to-hub, remote: hub, allowForwardedTraffic: true}]
                routeTables:
                  - {name: rt-nodes, routes: [{name: out, addressPrefix: 0.0.0.0/0, nextHopType: VirtualAppliance, nextHopIpAddress: 10.60.0.4}]}
                  - {name: rt-hub, routes: [%s]}
                  - {name: rt-shop, routes: [{name: home, addressPrefix: 10.61.0.0/16, nextHopType: VirtualAppliance, nextHopIpAddress: 10.60.0.4}]}
                networkSecurityGroups:
                  - name: nsg-shop
                    securityRules: [{name: no-spoke, priority: 300, direction: Inbound, access: Deny, protocol: Tcp, sourceAddressPrefix: 10.61.0.0/16, destinationAddressPrefix: '*', destinationPortRange: '8443'}]
                firewalls: [{name: fw, vnet: hub, privateIp: 10.60.0.4, publicIps: [203.0.113.200], tier: Standard, policy: pol}]
                firewallPolicies:
                  - name: pol
                    tier: Standard
                    ruleCollectionGroups:
                      - name: grp
                        priority: 500
                        ruleCollections:
                          - name: col
                            ruleCollectionType: FirewallPolicyFilterRuleCollection
                            priority: 600
                            action: {type: Allow}
                            rules: [{ruleType: NetworkRule, name: all, ipProtocols: [TCP], sourceAddresses: ['*'], destinationAddresses: ['*'], destinationPorts: ['8443']}]
                """.formatted(branchTable, branchGroup, hubRoutes));
    }

    private static PathVerdict follow(Environment environment, String destination) {
        return new PathInterpreter(environment).evaluate(Flows.tcp("10.61.1.9", destination, 8443), PathOptions.NONE);
    }

    private static List<String> codes(PathVerdict verdict) {
        return verdict.basis().diagnostics().stream().map(Diagnostic::code).toList();
    }

    @Test
    void repliesThatComeBackThroughTheFirewallAreFine() {
        PathVerdict verdict = follow(environment("", ", routeTable: rt-shop", ""), "10.62.3.7");
        assertEquals(PathResult.ALLOW, verdict.result());
        assertEquals(Optional.empty(), verdict.delivery());
        assertEquals(List.of(), codes(verdict));
    }

    @Test
    void repliesThatGoNowhereAreReported() {
        PathVerdict verdict = follow(environment("", "", ""), "10.62.3.7");
        assertEquals(List.of("REPLY_LOST"), codes(verdict));
        assertEquals(Optional.of(Reply.Way.LOST), verdict.reply().map(Reply::way));
        assertEquals(true, verdict.toString().endsWith(", replies Lost"));
    }

    @Test
    void repliesThatLeaveTheFirewallByAnotherApplianceAreReported() {
        PathVerdict verdict = follow(environment(
                "{name: box, addressPrefix: 10.61.0.0/16, nextHopType: VirtualAppliance, nextHopIpAddress: 10.60.9.9}",
                ", routeTable: rt-shop", ""), "10.62.3.7");
        assertEquals(List.of("ASYMMETRIC_REPLY"), codes(verdict));
    }

    @Test
    void whatIsDroppedHasNoReplies() {
        PathVerdict verdict = follow(environment("", ", routeTable: rt-shop", ", networkSecurityGroup: nsg-shop"),
                "10.62.3.7");
        assertEquals(Optional.empty(), verdict.reply());
    }

    @Test
    void theSecurityGroupOfTheDestinationSeesTheUntranslatedSource() {
        PathVerdict verdict = follow(environment("", ", routeTable: rt-shop", ", networkSecurityGroup: nsg-shop"),
                "10.62.3.7");
        assertEquals(PathResult.ALLOW, verdict.result());
        assertEquals(Optional.of(Delivery.DROPPED_BY_NSG), verdict.delivery());
    }

    @Test
    void aNoneRouteOfTheFirewallsSubnetDropsWhatItAllowed() {
        PathVerdict verdict = follow(
                environment("{name: hole, addressPrefix: 198.51.100.0/24, nextHopType: None}", "", ""),
                "198.51.100.7");
        assertEquals(PathResult.ALLOW, verdict.result());
        assertEquals(Optional.of(Delivery.DROPPED_BY_ROUTE), verdict.delivery());
    }

    @Test
    void aFirewallSubnetThatSendsToTheFirewallIsALoop() {
        PathVerdict verdict = follow(environment(
                "{name: loop, addressPrefix: 0.0.0.0/0, nextHopType: VirtualAppliance, nextHopIpAddress: 10.60.0.4}",
                "", ""), "198.51.100.7");
        assertEquals(Optional.of(Delivery.UNDELIVERABLE), verdict.delivery());
        assertEquals(true, codes(verdict).contains("ROUTING_LOOP"));
    }

    @Test
    void aDefaultRouteToOnPremisesNeedsForcedTunnelling() {
        PathVerdict verdict = follow(environment(
                "{name: home, addressPrefix: 0.0.0.0/0, nextHopType: VirtualNetworkGateway}", "", ""), "198.51.100.7");
        assertEquals(List.of("FIREWALL_DEFAULT_ROUTE"), codes(verdict));
    }
}

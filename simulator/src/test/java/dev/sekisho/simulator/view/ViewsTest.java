package dev.sekisho.simulator.view;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.Environments;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ViewsTest {
    private static final Environment ENVIRONMENT = Environments.of("""
            virtualNetworks:
              - name: spoke
                addressSpace: [10.61.0.0/16]
                bgpRoutes: [172.16.0.0/16]
                subnets:
                  - {name: wide, prefix: 10.61.0.0/20, routeTable: missing, networkSecurityGroup: guard, serviceEndpoints: [{service: Microsoft.Storage}, {service: Microsoft.Sql}, {service: Own.Service}, {service: Microsoft.Web, prefixes: [198.51.100.99/32]}]}
                  - {name: narrow, prefix: 10.61.1.0/24, privateEndpointNetworkPolicies: Enabled}
                  - {name: again, prefix: 10.61.1.0/24}
                peerings:
                  - {name: to-hub, remote: hub, useRemoteGateways: true}
                  - {name: to-data, remote: data, allowVirtualNetworkAccess: false}
                  - {name: to-far, remote: far, addressSpace: [10.64.0.0/16]}
              - {name: hub, addressSpace: [10.62.0.0/16], bgpRoutes: [172.16.0.0/16, 172.17.0.0/16], subnets: [{name: AzureFirewallSubnet, prefix: 10.62.0.0/26}, {name: narrow, prefix: 10.62.1.0/24, privateEndpointNetworkPolicies: RouteTableEnabled}]}
              - {name: data, addressSpace: [10.63.0.0/16], bgpRoutes: [172.18.0.0/16], subnets: [{name: sql, prefix: 10.63.1.0/24}]}
            networkSecurityGroups: [{name: other, securityRules: []}, {name: guard, securityRules: []}]
            privateEndpoints:
              - {name: own, ip: 10.61.1.4, fqdns: [own.example], subnet: spoke/narrow}
              - {name: peered, ip: 10.62.1.4, fqdns: [peered.example], subnet: hub/narrow}
              - {name: shut, ip: 10.63.1.4, fqdns: [shut.example], subnet: data/sql}
              - {name: undescribed, ip: 10.64.1.4, fqdns: [undescribed.example], subnet: far/somewhere}
              - {name: nowhere, ip: 10.65.1.4, fqdns: [nowhere.example], subnet: elsewhere/somewhere}
              - {name: stated, ips: [10.61.1.5, 10.62.1.5, 10.63.1.5, 10.65.1.5], fqdns: [stated.example], vnetAddressSpace: [10.61.0.0/16], privateEndpointNetworkPolicies: Enabled}
            firewalls: [{name: fw, vnet: HUB, privateIp: 10.62.0.4, policy: pol}, {name: alone, privateIp: 10.69.0.4, policy: pol}]
            firewallPolicies: [{name: pol, ruleCollectionGroups: []}]
            serviceTags: {Storage: [198.51.100.0/25]}
            """);
    private final Views views = new Views(ENVIRONMENT);
    private final SubnetView wide = views.subnet("SPOKE", "Wide").orElseThrow();

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"10.61.0.9, spoke/wide", "10.61.1.9, spoke/narrow",
            "10.62.0.9, hub/AzureFirewallSubnet",
            "10.61.16.1, -", "10.99.0.1, -"})
    void theLongestPrefixHoldsAnAddressAndTheFirstOfEqualOnes(String address, String name) {
        assertEquals(name, views.subnetOf(IpAddress.parse(address)).map(SubnetView::name).orElse(null));
    }

    @Test
    void aSubnetIsNamedWithItsNetwork() {
        assertEquals("hub/narrow", views.subnet("hub", "narrow").orElseThrow().name());
        assertEquals("spoke/narrow", views.subnet("spoke", "NARROW").orElseThrow().name());
        assertTrue(views.subnet("data", "narrow").isEmpty());
        assertTrue(views.subnet("nowhere", "narrow").isEmpty());
    }

    @Test
    void aFirewallHasTheSubnetOfItsNetwork() {
        assertEquals("hub/AzureFirewallSubnet",
                views.firewallSubnet(ENVIRONMENT.firewalls().getFirst()).orElseThrow().name());
        assertTrue(views.firewallSubnet(ENVIRONMENT.firewalls().getLast()).isEmpty());
    }

    @Test
    void whatASubnetNamesIsAttachedOrUndescribed() {
        assertEquals("missing", wide.routeTable() instanceof Attached.Undescribed(var reference)
                ? reference.name()
                : "");
        assertEquals("guard", wide.securityGroup() instanceof Attached.Described(var group) ? group.name() : "");
        assertTrue(wide.interfaceGroup() instanceof Attached.Nothing);
        assertEquals(List.of(wide.interfaceGroup(), wide.securityGroup()), wide.outboundGroups());
        assertEquals(List.of(wide.securityGroup(), wide.interfaceGroup()), wide.inboundGroups());
    }

    @Test
    void gatewayRoutesOfAPeerAreAddedOnceWhereItsGatewayIsUsed() {
        assertEquals("[172.16.0.0/16, 172.17.0.0/16]", wide.gatewayRoutes().toString());
    }

    @Test
    void aPeeringLeadsWhereItStatesOrWhereItsRemoteNetworkIs() {
        assertEquals(List.of("[10.62.0.0/16]", "[10.63.0.0/16]", "[10.64.0.0/16]"),
                wide.peerings().stream().map(peering -> peering.remoteAddressSpace().toString()).toList());
    }

    @Test
    void aServiceHasTheStatedPrefixesOrThoseOfItsTag() {
        assertEquals(List.of("Optional[[198.51.100.0/25]]", "Optional.empty", "Optional.empty",
                "Optional[[198.51.100.99/32]]"),
                wide.serviceEndpoints().stream().map(service -> service.prefixes().toString()).toList());
    }

    @Test
    void privateEndpointsAreSeenFromTheirNetworkAndItsOpenPeers() {
        assertEquals(
                List.of("own 10.61.1.4 [10.61.0.0/16] ENABLED", "peered 10.62.1.4 [10.62.0.0/16] ROUTE_TABLE_ENABLED",
                        "undescribed 10.64.1.4 [] DISABLED", "stated 10.61.1.5 [10.61.0.0/16] ENABLED",
                        "stated 10.62.1.5 [10.61.0.0/16] ENABLED"),
                wide.privateEndpoints().stream().map(seen -> seen.endpoint().name() + " " + seen.address() + " "
                        + seen.networkAddressSpace() + " " + seen.policies().name()).toList());
        assertTrue(views.isPrivateEndpoint(IpAddress.parse("10.65.1.5")));
        assertFalse(views.isPrivateEndpoint(IpAddress.parse("10.65.1.6")));
    }
}

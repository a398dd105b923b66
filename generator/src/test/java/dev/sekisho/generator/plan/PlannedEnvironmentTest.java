package dev.sekisho.generator.plan;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.network.Peering;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PlannedEnvironmentTest {

    @Test
    void itHoldsThePlansOwnResourcesAndThePeeringThatItPresumes() {
        DeploymentPlan plan = Clusters.plan(Clusters.with(
                "{name: arc, service: storage-blob, host: arc01.blob.core.windows.net, via: serviceEndpoint}"));
        Environment environment = PlannedEnvironment.of(plan);
        VirtualNetwork spoke = environment.virtualNetworks().getFirst();
        VirtualNetwork hub = environment.virtualNetworks().getLast();
        assertEquals(List.of("aks", "endpoints"), spoke.subnets().stream().map(Subnet::name).toList());
        assertEquals("rt-payments", spoke.subnets().getFirst().routeTable().orElseThrow().name());
        assertTrue(spoke.subnets().getLast().routeTable().isEmpty());
        assertEquals("Microsoft.Storage", spoke.subnets().getFirst().serviceEndpoints().getFirst().service());
        assertEquals(List.of("hub-fw-vnet", "spoke"), List.of(remote(spoke), remote(hub)));
        assertEquals("10.1.0.0/26", hub.subnets().getFirst().prefixes().getFirst().toString());
        assertEquals(plan.firewall().orElseThrow().policy().ruleCollectionGroups(),
                environment.firewallPolicies().getFirst().ruleCollectionGroups());
        assertTrue(environment.firewallPolicies().getFirst().settings().dns().orElseThrow().enableProxy());
        assertEquals(List.of(plan.routing().orElseThrow().table()), environment.routeTables());
    }

    private static String remote(VirtualNetwork network) {
        Peering peering = network.peerings().getFirst();
        assertTrue(peering.allowForwardedTraffic());
        return peering.remote().orElseThrow().name();
    }

    @Test
    void aFirewallInTheClustersNetworkGetsItsSubnetThere() {
        Environment environment = PlannedEnvironment.of(Clusters.plan(Clusters.PRIVATE_OVERLAY
                .replace("privateIp: 10.1.0.4", "privateIp: 10.42.0.4").replace("[10.1.0.4]", "[10.42.0.4]")
                .replace("    vnetAddressSpace: [10.1.0.0/16]\n", "")));
        VirtualNetwork network = environment.virtualNetworks().getFirst();
        assertEquals(1, environment.virtualNetworks().size());
        assertEquals("AzureFirewallSubnet", network.subnets().getLast().name());
        assertEquals(List.of(), network.peerings());
        assertEquals("spoke", environment.firewalls().getFirst().virtualNetwork().orElseThrow().name());
    }

    @Test
    void anEndpointWithoutAFixedAddressStandsAtAFreeOneOfItsSubnet() {
        Environment environment = PlannedEnvironment.of(Clusters.plan(Clusters.with(
                "{name: a, service: key-vault, host: kv-a.vault.azure.net, via: privateEndpoint}",
                "{name: b, service: key-vault, host: kv-b.vault.azure.net, via: privateEndpoint, privateIp: 10.42.1.254}",
                "{name: c, service: key-vault, host: kv-c.vault.azure.net, via: privateEndpoint}",
                "{name: d, service: key-vault, host: kv-d.vault.azure.net, via: privateEndpoint, privateIp: 10.42.9.9}")
                .replace("  privateEndpointSubnet: {name: endpoints, prefix: 10.42.5.0/24}\n", "")));
        assertEquals("[10.42.1.253, 10.42.1.254, 10.42.1.252, 10.42.9.9]", environment.privateEndpoints().stream()
                .map(PrivateEndpoint::addresses).map(List<IpAddress>::getFirst).toList().toString());
        assertTrue(environment.privateEndpoints().getLast().placement() instanceof PrivateEndpoint.Placement.Stated);
    }

    @Test
    void theFirewallsNetworkKnowsTheWayToPrivateDestinationsBeyond() {
        Environment environment = PlannedEnvironment.of(Clusters.plan(Clusters.with(
                "{name: ledger, cidr: 172.20.0.0/24, protocol: tcp, port: 5432}",
                "{name: partner, cidr: 198.51.100.0/24, protocol: tcp, port: 5432}")));
        assertEquals(List.of(), environment.virtualNetworks().getFirst().gatewayRoutes());
        assertEquals("[172.20.0.0/24]", environment.virtualNetworks().getLast().gatewayRoutes().toString());
    }

    @Test
    void withoutServersOfItsOwnTheNetworkAsksTheFirewallThatIsADnsProxy() {
        Environment environment = PlannedEnvironment
                .of(Clusters.plan(Clusters.PRIVATE_OVERLAY.replace("  dnsServers: [10.1.0.4]\n", "")));
        assertEquals("[10.1.0.4]", environment.virtualNetworks().getFirst().dnsServers().toString());
    }

    @Test
    void theFqdnTagIsTakenToHoldTheNamesThatItStandsFor() {
        Environment environment = PlannedEnvironment.of(Clusters.plan(Clusters.PRIVATE_OVERLAY
                + "options: {fqdnTag: true}\n"));
        assertTrue(environment.knowledge().fqdnTags().get("azurekubernetesservice").toString()
                .contains("mcr.microsoft.com"));
    }

    @Test
    void theOutboundTypeBlockDeniesTheInternet() {
        Environment environment = PlannedEnvironment
                .of(Clusters.plan(Clusters.read(Clusters.PRIVATE_OVERLAY), List.of()));
        assertEquals(List.of(), environment.networkSecurityGroups());
        assertEquals("deny-internet",
                BlockedEgress.securityGroup("payments").securityRules().getFirst().name());
    }
}

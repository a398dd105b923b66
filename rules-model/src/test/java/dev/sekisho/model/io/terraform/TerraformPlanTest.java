package dev.sekisho.model.io.terraform;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.resource.AzureResource;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Reads a plan of a hub, which is a module, and a spoke, of which nothing exists yet.
class TerraformPlanTest {
    private static final String HUB = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-hub"
            + "/providers/Microsoft.Network/";
    private static final String SPOKE = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-spoke"
            + "/providers/Microsoft.Network/";

    private static ShownResources plan = new ShownResources(List.of(), List.of(), new Diagnostics());

    @BeforeAll
    static void read() throws IOException {
        plan = ShownResources.ofFile("plan.json");
    }

    @Test
    void theRouteAndTheFirewallCallTheAddressThatNobodyKnowsByOneName() {
        String address = "<module.hub.azurerm_firewall.this.ip_configuration[0].private_ip_address>";
        assertEquals(address, plan.part("Network/azureFirewalls", "afw-hub",
                "properties/ipConfigurations/0/properties/privateIPAddress"));
        assertEquals(address, plan.part("Network/routeTables/routes", "rt-spoke/to-firewall",
                "properties/nextHopIpAddress"));
    }

    @Test
    void aPublicAddressIsTheSameUnknownInARouteARuleAndTheAddressItself() {
        String address = "<module.hub.azurerm_public_ip.fw[0].ip_address>";
        assertEquals(address,
                plan.part("Network/publicIPAddresses", "pip-fw-1", "properties/ipAddress"));
        assertEquals(address,
                plan.part("Network/routeTables/routes", "rt-spoke/firewall-public", "properties/addressPrefix"));
        assertEquals("[" + address + "]", plan.part("Network/firewallPolicies/ruleCollectionGroups",
                "afwp-hub/rcg-aks", "properties/ruleCollections/2/rules/0/destinationAddresses"));
    }

    @Test
    void whatALocalStandsForIsNotInAPlanSoItsNameIsTheNameOfTheUnknown() {
        assertEquals("[<module.hub.local.partner_address>]",
                plan.part("Network/firewallPolicies/ruleCollectionGroups", "afwp-hub/rcg-aks",
                        "properties/ruleCollections/1/rules/1/destinationAddresses"));
    }

    @Test
    void idsThatAreNotKnownYetAreMadeUpFromNamesSoThatReferencesHold() {
        assertEquals("{id: '" + HUB + "firewallPolicies/afwp-base'}",
                plan.part("Network/firewallPolicies", "afwp-hub", "properties/basePolicy"));
        assertEquals("{id: '" + HUB + "firewallPolicies/afwp-hub'}",
                plan.part("Network/azureFirewalls", "afw-hub", "properties/firewallPolicy"));
        assertEquals("{id: '" + HUB + "virtualNetworks/vnet-hub'}", plan.part(
                "Network/virtualNetworks/virtualNetworkPeerings", "vnet-spoke/to-hub",
                "properties/remoteVirtualNetwork"));
        assertEquals("['" + HUB + "ipGroups/ipg-nodes']",
                plan.part("Network/firewallPolicies/ruleCollectionGroups", "afwp-hub/rcg-aks",
                        "properties/ruleCollections/0/rules/0/sourceIpGroups"));
    }

    @Test
    void instancesOfForEachAndCountAreFoundByTheirOwnIndex() {
        assertEquals("{id: '" + HUB + "virtualNetworks/vnet-hub/subnets/AzureFirewallSubnet'}",
                plan.part("Network/azureFirewalls", "afw-hub", "properties/ipConfigurations/0/properties/subnet"));
        assertEquals("{id: '" + HUB + "publicIPAddresses/pip-fw-2'}", plan.part("Network/azureFirewalls",
                "afw-hub", "properties/ipConfigurations/1/properties/publicIPAddress"));
        assertEquals("{id: '" + SPOKE + "routeTables/rt-spoke'}",
                plan.part("Network/virtualNetworks/subnets", "vnet-spoke/aks", "properties/routeTable"));
    }

    @Test
    void associationsAddToTheSubnetThatTheyNameAndToNoOther() {
        assertEquals("{id: '" + SPOKE + "networkSecurityGroups/nsg-aks'}",
                plan.part("Network/virtualNetworks/subnets", "vnet-spoke/aks", "properties/networkSecurityGroup"));
        assertEquals(
                "{addressPrefixes: ['10.42.2.0/24'], privateEndpointNetworkPolicies: 'Enabled',"
                        + " privateLinkServiceNetworkPolicies: 'Enabled'}",
                plan.part("Network/virtualNetworks/subnets", "vnet-spoke/endpoints", "properties"));
        assertTrue(plan.resources().stream().noneMatch(resource -> resource.type().contains("ssociation")));
    }

    @Test
    void membersOfAnIpGroupAndServersOfANetworkThatAreResourcesOfTheirOwnAreJoined() {
        assertEquals("['10.42.1.0/24', '198.51.100.0/24']",
                plan.part("Network/ipGroups", "ipg-nodes", "properties/ipAddresses"));
        assertEquals("['10.1.0.5']",
                plan.part("Network/virtualNetworks", "vnet-spoke", "properties/dhcpOptions/dnsServers"));
    }

    @Test
    void whatTheProviderFillsInWhereTheConfigurationIsSilentIsNoUnknown() {
        assertEquals("{disableBgpRoutePropagation: true}",
                plan.part("Network/routeTables", "rt-spoke", "properties"));
        assertFalse(ShownResources.show(plan.only("Network/networkSecurityGroups", "nsg-aks").body())
                .contains("securityRules"));
        assertFalse(ShownResources.show(plan.only("Network/azureFirewalls", "afw-hub").body())
                .contains("threatIntelMode"));
    }

    @Test
    void everySettingOfAPolicyIsReadInTheWordsOfAzure() {
        assertEquals("{sku: {tier: 'Premium'}, basePolicy: {id: '" + HUB
                + "firewallPolicies/afwp-base'}, threatIntelMode: 'Alert',"
                + " threatIntelWhitelist: {ipAddresses: ['203.0.113.9'], fqdns: ['good.example']},"
                + " snat: {privateRanges: ['100.64.0.0/10'], autoLearnPrivateRanges: 'Enabled'},"
                + " sql: {allowSqlRedirect: true},"
                + " explicitProxy: {enableExplicitProxy: true, httpPort: 8080, httpsPort: 8443},"
                + " intrusionDetection: {mode: 'Alert', configuration: {privateRanges: ['10.0.0.0/8'],"
                + " signatureOverrides: [{id: '2024897', mode: 'Deny'}], bypassTrafficSettings: [{name: 'backup',"
                + " description: 'backups', protocol: 'TCP', sourceAddresses: ['10.42.1.0/24'],"
                + " destinationAddresses: ['10.9.0.7'], destinationPorts: ['445']}]}}, transportSecurity:"
                + " {certificateAuthority: {name: 'ca', keyVaultSecretId: 'https://kv.vault.azure.net/secrets/ca'}}}",
                plan.part("Network/firewallPolicies", "afwp-hub", "properties"));
    }

    @Test
    void anApplicationRuleIsReadInTheWordsOfAzure() {
        assertEquals("{ruleType: 'ApplicationRule', name: 'aks', sourceAddresses: ['10.42.1.0/24'],"
                + " protocols: [{protocolType: 'Https', port: 443}, {protocolType: 'Http', port: 80}],"
                + " fqdnTags: ['AzureKubernetesService'], terminateTLS: true,"
                + " httpHeadersToInsert: [{headerName: 'X-From', headerValue: 'hub'}]}",
                plan.part("Network/firewallPolicies/ruleCollectionGroups", "afwp-hub/rcg-aks",
                        "properties/ruleCollections/0/rules/1"));
    }

    @Test
    void aPrivateEndpointWithoutAnAddressYetHasAnUnknownOne() {
        assertEquals(
                "[{properties: {privateIPAddress: <azurerm_private_endpoint.sql.private_service_connection[0]"
                        + ".private_ip_address>}}]",
                plan.part("Network/privateEndpoints", "pe-orders", "properties/ipConfigurations"));
    }

    @Test
    void aClusterAndItsPoolsAreRead() {
        assertEquals("{networkPlugin: 'azure', networkPluginMode: 'overlay', networkPolicy: 'cilium',"
                + " outboundType: 'userDefinedRouting', loadBalancerSku: 'standard', podCidr: '10.244.0.0/16',"
                + " serviceCidr: '10.0.0.0/16', dnsServiceIP: '10.0.0.10', networkDataplane: 'cilium'}",
                plan.part("ContainerService/managedClusters", "aks-payments", "properties/networkProfile"));
        assertEquals("'" + SPOKE + "virtualNetworks/vnet-spoke/subnets/aks'",
                plan.part("ContainerService/managedClusters/agentPools", "aks-payments/win",
                        "properties/vnetSubnetID"));
    }

    @Test
    void aResourceOfAzapiIsReadAsItIs() {
        assertEquals("{addressPrefix: '10.77.0.0/16', nextHopType: 'None'}",
                plan.part("Network/routeTables/routes", "rt-spoke/drop", "properties"));
    }

    @Test
    void aDataSourceDescribesWhatItTellsInFull() {
        AzureResource jump = plan.only("Network/virtualNetworks/subnets", "vnet-old/jump");
        assertTrue(jump.id().orElseThrow().endsWith("/rg-old/providers/Microsoft.Network/virtualNetworks/vnet-old"
                + "/subnets/jump"));
        assertEquals("['10.88.1.0/24']", plan.part("Network/virtualNetworks/subnets", "vnet-old/jump",
                "properties/addressPrefixes"));
    }

    @Test
    void whatIsNotModelledIsSaidWithItsPlace() {
        assertEquals(List.of(
                "data.azurerm_firewall_policy.shared is not modelled: it tells only a part of shared; give a file that"
                        + " describes it, such as its export",
                "azurerm_virtual_network_gateway azurerm_virtual_network_gateway.vpn is not modelled: resources of this"
                        + " type are not read"),
                plan.findings());
    }

    @Test
    void everyResourceKnowsItsLine() {
        assertTrue(plan.resources().stream().allMatch(resource -> resource.at().line() > 1));
    }
}

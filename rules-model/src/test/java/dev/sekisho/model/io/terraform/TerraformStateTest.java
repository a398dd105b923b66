package dev.sekisho.model.io.terraform;

import dev.sekisho.model.io.shape.Unmodelled;
import dev.sekisho.model.io.tree.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// States as JSON, state files, and the plans between them.
class TerraformStateTest {
    private static final String ID = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg"
            + "/providers/Microsoft.Network/";

    private static final String STATE = """
            {"format_version": "1.0", "terraform_version": "1.9.8", "values": {"root_module": {"resources": [
              {"address": "azurerm_firewall.hub", "mode": "managed", "type": "azurerm_firewall", "name": "hub",
               "values": {"id": "ID/azureFirewalls/fw", "name": "fw", "resource_group_name": "rg",
                 "location": "japaneast", "sku_name": "AZFW_VNet", "sku_tier": "Standard", "firewall_policy_id": "",
                 "threat_intel_mode": "Alert", "dns_servers": ["10.1.0.8", "10.1.0.9"], "dns_proxy_enabled": true,
                 "private_ip_ranges": ["IANAPrivateRanges", "100.64.0.0/10"],
                 "ip_configuration": [{"name": "c", "subnet_id": "ID/virtualNetworks/v/subnets/AzureFirewallSubnet",
                   "public_ip_address_id": "ID/publicIPAddresses/pip", "private_ip_address": "10.1.0.4"}],
                 "management_ip_configuration": [{"name": "m", "subnet_id":
                   "ID/virtualNetworks/v/subnets/AzureFirewallManagementSubnet", "private_ip_address": "10.1.0.70",
                   "public_ip_address_id": ""}], "virtual_hub": [], "timeouts": null, "tags": {}},
               "sensitive_values": {"dns_servers": [true, false]}},
              {"address": "azurerm_firewall_network_rule_collection.time", "mode": "managed",
               "type": "azurerm_firewall_network_rule_collection", "name": "time",
               "values": {"name": "time", "azure_firewall_name": "fw", "resource_group_name": "rg", "priority": 210,
                 "action": "Allow", "rule": [{"name": "ntp", "description": "clock", "source_addresses": ["10.2.0.0/16"],
                   "source_ip_groups": null, "destination_addresses": [], "destination_fqdns": ["ntp.ubuntu.com"],
                   "destination_ip_groups": null, "destination_ports": ["123"], "protocols": ["UDP"]}]}},
              {"address": "azurerm_firewall_nat_rule_collection.in", "mode": "managed",
               "type": "azurerm_firewall_nat_rule_collection", "name": "in",
               "values": {"name": "in", "azure_firewall_name": "fw", "resource_group_name": "rg", "priority": 100,
                 "action": "Dnat", "rule": [{"name": "web", "source_addresses": ["*"],
                   "destination_addresses": ["20.1.1.1"], "destination_ports": ["8443"], "protocols": ["TCP"],
                   "translated_address": "10.2.0.9", "translated_port": "443"}]}},
              {"address": "azurerm_firewall_application_rule_collection.web", "mode": "managed",
               "type": "azurerm_firewall_application_rule_collection", "name": "web",
               "values": {"name": "web", "azure_firewall_name": "other", "resource_group_name": "rg", "priority": 300,
                 "action": "Allow", "rule": []}}
            ], "child_modules": [{"address": "module.spoke[\\"a.b\\"]", "resources": [
              {"address": "module.spoke[\\"a.b\\"].azurerm_route_table.t", "mode": "managed",
               "type": "azurerm_route_table", "name": "t", "values": {"id": "ID/routeTables/rt", "name": "rt",
                 "resource_group_name": "rg", "disable_bgp_route_propagation": true, "future_argument": "x",
                 "route": [{"name": "default", "address_prefix": "0.0.0.0/0", "next_hop_type": "VirtualAppliance",
                            "next_hop_in_ip_address": "10.1.0.4"},
                           {"name": "by-aks", "address_prefix": "10.244.1.0/24", "next_hop_type": "VirtualAppliance",
                            "next_hop_in_ip_address": "10.2.0.5"}]}},
              {"address": "module.spoke[\\"a.b\\"].azurerm_route.default", "mode": "managed", "type": "azurerm_route",
               "name": "default", "values": {"id": "ID/routeTables/rt/routes/default", "name": "default",
                 "route_table_name": "rt", "resource_group_name": "rg", "address_prefix": "0.0.0.0/0",
                 "next_hop_type": "Internet", "next_hop_in_ip_address": ""}}
            ]}]}}}
            """.replace("ID/", ID);

    @Test
    void theRuleCollectionsOfAClassicFirewallAreJoinedWithIt() {
        ShownResources state = ShownResources.ofText(STATE);
        assertEquals("[{name: 'time', properties: {priority: 210, action: {type: 'Allow'}, rules: [{name: 'ntp',"
                + " description: 'clock', sourceAddresses: ['10.2.0.0/16'], protocols: ['UDP'],"
                + " destinationFqdns: ['ntp.ubuntu.com'], destinationPorts: ['123']}]}}]",
                state.part("Network/azureFirewalls", "fw", "properties/networkRuleCollections"));
        assertEquals("[{name: 'in', properties: {priority: 100, action: {type: 'Dnat'}, rules: [{name: 'web',"
                + " sourceAddresses: ['*'], protocols: ['TCP'], destinationAddresses: ['20.1.1.1'],"
                + " destinationPorts: ['8443'], translatedAddress: '10.2.0.9', translatedPort: '443'}]}}]",
                state.part("Network/azureFirewalls", "fw", "properties/natRuleCollections"));
    }

    @Test
    void theSettingsOfAClassicFirewallAreItsAdditionalProperties() {
        assertEquals("{Network.DNS.Servers: '10.1.0.8,10.1.0.9', Network.DNS.EnableProxy: 'true',"
                + " Network.SNAT.PrivateRanges: 'IANAPrivateRanges,100.64.0.0/10'}",
                ShownResources.ofText(STATE).part("Network/azureFirewalls", "fw", "properties/additionalProperties"));
    }

    @Test
    void aCollectionOfAFirewallThatIsNotThereIsSaidToBeLeftOut() {
        assertTrue(ShownResources.ofText(STATE).findings().contains(
                "azurerm_firewall_application_rule_collection.web adds to"
                        + " 'other', which this file does not describe, so it is left out"));
    }

    @Test
    void aRouteInTheTableThatIsAResourceOfItsOwnTooCountsOnceAsTheResourceSays() {
        ShownResources state = ShownResources.ofText(STATE);
        assertEquals("[{name: 'by-aks', properties: {addressPrefix: '10.244.1.0/24', nextHopType: 'VirtualAppliance',"
                + " nextHopIpAddress: '10.2.0.5'}}]",
                state.part("Network/routeTables", "rt", "properties/routes"));
        assertEquals("{addressPrefix: '0.0.0.0/0', nextHopType: 'Internet'}",
                state.part("Network/routeTables/routes", "rt/default", "properties"));
    }

    @Test
    void anArgumentThatIsNotKnownIsReportedWithItsPlace() {
        ShownResources state = ShownResources.ofText(STATE);
        Unmodelled found = state.unmodelled().getFirst();
        assertEquals(
                "'future_argument' in module.spoke[\"a.b\"].azurerm_route_table.t is not modelled: this version does"
                        + " not know the argument",
                found.toString());
        assertEquals("future_argument", STATE.lines().toList().get(found.at().line() - 1)
                .substring(found.at().column()).substring(0, 15));
    }

    @Test
    void valuesThatAreMarkedSensitiveAreUsedWithANote() {
        assertTrue(ShownResources.ofText(STATE).findings().contains("azurerm_firewall.hub has values that are marked"
                + " sensitive; they are read, and may be shown where they decide"));
    }

    @Test
    void aStateFileIsReadLikeTheStateThatTerraformPrints() {
        ShownResources state = ShownResources.ofText("""
                {"version": 4, "terraform_version": "1.9.8", "serial": 7, "lineage": "x", "outputs": {}, "resources": [
                  {"module": "module.spoke[0]", "mode": "managed", "type": "azurerm_subnet", "name": "this",
                   "provider": "provider[\\"registry.terraform.io/hashicorp/azurerm\\"]", "instances": [
                     {"index_key": "a", "schema_version": 0, "attributes": {"id": "ID/virtualNetworks/v/subnets/sa",
                       "name": "sa", "virtual_network_name": "v", "resource_group_name": "rg",
                       "address_prefixes": ["10.2.1.0/24"], "service_endpoints": [], "sensitive_attributes": []}},
                     {"index_key": "b", "attributes": {"id": "ID/virtualNetworks/v/subnets/sb", "name": "sb",
                       "virtual_network_name": "v", "resource_group_name": "rg",
                       "address_prefix": "10.2.2.0/24", "enforce_private_link_endpoint_network_policies": true}}]},
                  {"mode": "managed", "type": "azurerm_subnet_route_table_association", "name": "x", "instances": [
                     {"attributes": {"id": "ID/virtualNetworks/v/subnets/sb",
                       "subnet_id": "ID/virtualNetworks/v/subnets/sb", "route_table_id": "ID/routeTables/rt"}}]}]}
                """.replace("ID/", ID));
        assertEquals(List.of("v/sa", "v/sb"), state.resources().stream().map(resource -> resource.name()).toList());
        assertEquals("{addressPrefixes: ['10.2.2.0/24'], privateEndpointNetworkPolicies: 'Disabled', routeTable: {id: '"
                + ID + "routeTables/rt'}}", state.part("Network/virtualNetworks/subnets", "v/sb", "properties"));
        assertEquals(List.of(), state.findings());
    }

    @Test
    void aRouteThatThePlanDeletesIsNotReadFromTheTableThatStillListsIt() {
        ShownResources plan = ShownResources.ofText("""
                {"format_version": "1.2", "planned_values": {"root_module": {"resources": [
                  {"address": "azurerm_route_table.t", "mode": "managed", "type": "azurerm_route_table", "name": "t",
                   "values": {"id": "ID/routeTables/rt", "name": "rt", "resource_group_name": "rg",
                     "bgp_route_propagation_enabled": true, "route": [
                       {"name": "old", "address_prefix": "10.7.0.0/16", "next_hop_type": "None"},
                       {"name": "kept", "address_prefix": "10.8.0.0/16", "next_hop_type": "VnetLocal"}]}}]}},
                 "resource_changes": [{"address": "azurerm_route.old", "type": "azurerm_route", "change":
                   {"actions": ["delete"], "after": null, "before": {"name": "old", "route_table_name": "rt"}}}],
                 "errored": true, "deferred_changes": [{}]}
                """.replace("ID/", ID));
        assertEquals("[{name: 'kept', properties: {addressPrefix: '10.8.0.0/16', nextHopType: 'VnetLocal'}}]",
                plan.part("Network/routeTables", "rt", "properties/routes"));
        assertEquals(List.of("this plan ended in an error, so it is not complete",
                "this plan defers changes to a later one, and what they make is not read"), plan.findings());
    }

    @Test
    void theBodyOfAzapiMayBeATextAndAValueWithItsType() {
        ShownResources state = ShownResources.ofText("""
                {"format_version": "1.0", "values": {"root_module": {"resources": [
                  {"address": "azapi_resource.p", "mode": "managed", "type": "azapi_resource", "name": "p",
                   "values": {"type": "Microsoft.Network/firewallPolicies@2024-05-01", "name": "p",
                     "parent_id": "/subscriptions/s/resourceGroups/rg", "location": "japaneast",
                     "body": "{\\"properties\\": {\\"threatIntelMode\\": \\"Deny\\"}}"}},
                  {"address": "azapi_resource.g", "mode": "managed", "type": "azapi_resource", "name": "g",
                   "values": {"type": "Microsoft.Network/firewallPolicies/ruleCollectionGroups@2024-05-01",
                     "name": "g", "parent_id": "ID/firewallPolicies/p",
                     "body": {"value": {"properties": {"priority": 300}}, "type": ["object", {}]}}},
                  {"address": "azapi_resource.bad", "mode": "managed", "type": "azapi_resource", "name": "bad",
                   "values": {"type": "Microsoft.Network/ipGroups@2024-05-01", "name": "bad", "body": "{"}}]}}}
                """.replace("ID/", ID));
        assertEquals("'Deny'", state.part("Network/firewallPolicies", "p", "properties/threatIntelMode"));
        assertEquals("300", state.part("Network/firewallPolicies/ruleCollectionGroups", "p/g", "properties/priority"));
        assertEquals(List.of("this body is not JSON, so nothing of it is read"), state.findings());
    }

    @Test
    void plansStatesAndStateFilesAreRecognisedAndNothingElse() {
        for (String text : List.of("{\"format_version\": \"1.2\", \"planned_values\": {}}",
                "{\"format_version\": \"1.0\", \"terraform_version\": \"1.9.8\"}",
                "{\"version\": 4, \"terraform_version\": \"1.9.8\", \"resources\": []}")) {
            assertTrue(TerraformShow.recognises(ShownResources.tree(text)), text);
        }
        for (String text : List.of("{\"resources\": []}", "{\"values\": []}", "[]", "7")) {
            Node tree = ShownResources.tree(text);
            assertFalse(TerraformShow.recognises(tree), text);
        }
    }
}

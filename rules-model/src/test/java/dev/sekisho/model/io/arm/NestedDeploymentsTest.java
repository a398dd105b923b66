package dev.sekisho.model.io.arm;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class NestedDeploymentsTest {
    @Test
    void anInnerScopeSeesItsOwnParametersAndItsOutputsCanBeUsed() {
        Evaluated evaluated = Evaluated.of("""
                {"parameters": {"cidr": {"defaultValue": "10.8.0.0/16"}},
                 "resources": [
                  {"type": "Microsoft.Network/ipGroups", "name": "all", "properties": {"ipAddresses":
                    "[reference(resourceId('Microsoft.Resources/deployments', 'net'), '2022-09-01').outputs.ranges.value]"}},
                  {"type": "Microsoft.Resources/deployments", "name": "net", "properties": {
                    "expressionEvaluationOptions": {"scope": "Inner"},
                    "parameters": {"range": {"value": "[parameters('cidr')]"}, "more": "[createObject('value', 7)]",
                      "secret": {"reference": {"keyVault": {"id": "kv"}, "secretName": "s"}}},
                    "template": {
                      "parameters": {"range": {}, "more": {}, "secret": {}, "cidr": {"defaultValue": "own"}},
                      "variables": {"first": "[cidrSubnet(parameters('range'), 24, parameters('more'))]"},
                      "resources": [{"type": "Microsoft.Network/virtualNetworks", "name": "[deployment().name]",
                        "properties": {"key": "[parameters('secret')]", "cidr": "[parameters('cidr')]"}}],
                      "outputs": {"ranges": {"type": "array", "value": ["[variables('first')]", "[parameters('range')]"]}}}}}]}
                """);
        assertEquals(List.of(), evaluated.problems());
        assertEquals("{ipAddresses: ['10.8.7.0/24', '10.8.0.0/16']}", evaluated.properties("all"));
        assertEquals(
                "{key: <the value of {\"reference\":{\"keyVault\":{\"id\":'kv'},\"secretName\":'s'}}>, cidr: 'own'}",
                evaluated.properties("net"));
    }

    @Test
    void anOuterScopeSeesWhatIsAround() {
        Evaluated evaluated = Evaluated.of("""
                {"parameters": {"names": {"defaultValue": ["a", "b"]}},
                 "resources": [{"type": "Microsoft.Resources/deployments", "name": "[concat('d', copyIndex())]",
                   "copy": {"name": "ds", "count": 2}, "resourceGroup": "[format('rg-{0}', parameters('names')[copyIndex()])]",
                   "subscriptionId": "99999999-2222-3333-4444-555555555555",
                   "properties": {"mode": "Incremental", "template": {
                     "parameters": {"names": {"defaultValue": ["not", "seen"]}},
                     "resources": [{"type": "Microsoft.Network/ipGroups", "name": "[parameters('names')[copyIndex()]]",
                       "tags": {"group": "[resourceGroup().name]"}}]}}}]}
                """);
        assertEquals(List.of(), evaluated.problems());
        assertEquals(List.of("Microsoft.Network/ipGroups a", "Microsoft.Network/ipGroups b"), evaluated.resources());
        assertEquals("/subscriptions/99999999-2222-3333-4444-555555555555/resourceGroups/rg-b/providers/"
                + "Microsoft.Network/ipGroups/b", evaluated.resource("b").id().orElseThrow());
        assertEquals("{group: 'rg-hub'}", Evaluated.text(evaluated.resource("b").body().get("tags").orElseThrow()));
    }

    @Test
    void anInnerScopeKnowsItsResourceGroup() {
        Evaluated evaluated = Evaluated.of("""
                {"$schema": "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#",
                 "resources": [
                  {"type": "Microsoft.Resources/resourceGroups", "name": "rg-net", "location": "[deployment().location]"},
                  {"type": "Microsoft.Resources/deployments", "name": "net", "resourceGroup": "rg-net", "properties": {
                    "expressionEvaluationOptions": {"scope": "inner"}, "template": {
                      "resources": [{"type": "Microsoft.Network/routeTables", "name": "rt", "properties": {
                        "group": "[resourceGroup().id]", "location": "[resourceGroup().location]",
                        "self": "[resourceId('Microsoft.Network/routeTables', 'rt')]",
                        "other": "[resourceId('rg-x', 'Microsoft.Network/routeTables', 'rt')]"}}]}}}]}
                """);
        String subscription = "/subscriptions/11111111-2222-3333-4444-555555555555";
        assertEquals(List.of(), evaluated.problems());
        assertEquals(subscription + "/providers/Microsoft.Resources/resourceGroups/rg-net",
                evaluated.resource("rg-net").id().orElseThrow());
        assertEquals("{group: '" + subscription + "/resourceGroups/rg-net', "
                + "location: <resourceGroup('rg-net').location>, self: '" + evaluated.resource("rt").id().orElseThrow()
                + "', other: '" + subscription + "/resourceGroups/rg-x/providers/Microsoft.Network/routeTables/rt'}",
                evaluated.properties("rt"));
    }

    @Test
    void referencesKnowWhatIsDeclaredAndNameTheRest() {
        Evaluated evaluated = Evaluated.of("""
                {"variables": {"id": "[resourceId('Microsoft.Network/azureFirewalls', 'fw')]"}, "resources": [
                 {"type": "Microsoft.Network/azureFirewalls", "name": "fw", "location": "japaneast", "properties": {
                   "sku": {"tier": "Premium"}, "ipConfigurations": [{"name": "c1", "properties": {"subnet": {"id": "s"}}}]}},
                 {"type": "Microsoft.Network/virtualNetworks", "name": "v", "properties": {"subnets": [{"name": "aks",
                   "properties": {"addressPrefix": "10.0.1.0/24"}}]}}],
                 "outputs": {"it": {"value": [
                   "[reference(variables('id')).ipConfigurations[0].properties.privateIPAddress]",
                   "[reference('fw').ipConfigurations[0].properties.privateIPAddress]",
                   "[reference('Microsoft.Network/azureFirewalls/fw', '2023-11-01').SKU.tier]",
                   "[reference(variables('id'), '2023-11-01', 'Full').location]",
                   "[reference(variables('id'), '2023-11-01', 'full').properties.sku.tier]",
                   "[reference('v').subnets[0].properties.addressPrefix]",
                   "[reference('v').subnets[0].id]",
                   "[reference('v').subnets[1].id]",
                   "[concat(reference('fw').hubIPAddresses.privateIPAddress, '/32')]",
                   "[reference(resourceId('rg-x', 'Microsoft.Network/virtualNetworks', 'far')).subnets]"]}}}
                """);
        String vnet = "reference('Microsoft.Network/virtualNetworks/v')";
        String firewall = "reference('Microsoft.Network/azureFirewalls/fw')";
        assertEquals(List.of(), evaluated.problems());
        assertEquals("[<" + firewall + ".ipConfigurations[0].properties.privateIPAddress>, <" + firewall
                + ".ipConfigurations[0].properties.privateIPAddress>, 'Premium', 'japaneast', 'Premium', '10.0.1.0/24', "
                + "'/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-hub/providers/"
                + "Microsoft.Network/virtualNetworks/v/subnets/aks', <" + vnet + ".subnets[1].id>, <${" + firewall
                + ".hubIPAddresses.privateIPAddress}/32>, <reference('/subscriptions/11111111-2222-3333-4444-555555555555/"
                + "resourceGroups/rg-x/providers/Microsoft.Network/virtualNetworks/far').subnets>]", evaluated.it());
    }

    @Test
    void aTemplateThatStandsElsewhereIsReported() {
        Evaluated evaluated = Evaluated.of("""
                {"resources": [{"type": "Microsoft.Resources/deployments", "name": "linked", "properties": {
                   "templateLink": {"relativePath": "net/vnet.json"}}}],
                 "outputs": {"it": {"value": "[reference('linked').outputs.id.value]"}}}
                """);
        assertEquals(List.of("2:20 TEMPLATE_NOT_READ"), evaluated.problems());
        assertEquals("<reference('Microsoft.Resources/deployments/linked').outputs.id.value>", evaluated.it());
    }

    @Test
    void extensionResourcesBelongToWhatTheyExtend() {
        Evaluated evaluated = Evaluated.of("""
                {"resources": [
                  {"type": "Microsoft.Insights/diagnosticSettings", "name": "a", "scope": "Microsoft.Network/azureFirewalls/fw"},
                  {"type": "Microsoft.Insights/diagnosticSettings", "name": "b", "scope": "/subscriptions/s/resourceGroups/r"}],
                 "outputs": {"it": {"value": ["[extensionResourceId('/x/y', 'Microsoft.Authorization/locks', 'l')]",
                   "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'r')]",
                   "[tenantResourceId('Microsoft.Authorization/roleDefinitions', 'r')]",
                   "[managementGroupResourceId('mg', 'Microsoft.Authorization/policyDefinitions', 'p')]",
                   "[environment().suffixes.storage]", "[subscription().subscriptionId]", "[tenant().tenantId]",
                   "[subscription().displayName]"]}}}
                """);
        String subscription = "/subscriptions/11111111-2222-3333-4444-555555555555";
        assertEquals(List.of(), evaluated.problems());
        assertEquals(subscription + "/resourceGroups/rg-hub/providers/Microsoft.Network/azureFirewalls/fw/providers/"
                + "Microsoft.Insights/diagnosticSettings/a", evaluated.resource("a").id().orElseThrow());
        assertEquals("/subscriptions/s/resourceGroups/r/providers/Microsoft.Insights/diagnosticSettings/b",
                evaluated.resource("b").id().orElseThrow());
        assertEquals("['/x/y/providers/Microsoft.Authorization/locks/l', '" + subscription
                + "/providers/Microsoft.Authorization/roleDefinitions/r', "
                + "'/providers/Microsoft.Authorization/roleDefinitions/r', '/providers/Microsoft.Management/managementGroups/"
                + "mg/providers/Microsoft.Authorization/policyDefinitions/p', 'core.windows.net', "
                + "'11111111-2222-3333-4444-555555555555', '99999999-8888-7777-6666-555555555555', "
                + "<subscription().displayName>]", evaluated.it());
    }
}

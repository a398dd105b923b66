package dev.sekisho.model.io.arm;

import dev.sekisho.model.diagnostic.Diagnostics;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ArmTemplateTest {
    private static final String ROUTES = """
            {
              "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
              "contentVersion": "1.0.0.0",
              "parameters": {
                "name": {"type": "string", "defaultValue": "rt-spoke"},
                "firewall": {"type": "string"},
                "spokes": {"type": "array", "defaultValue": ["10.1.0.0/16", "10.2.0.0/16"]}
              },
              "resources": [{
                "type": "Microsoft.Network/routeTables",
                "apiVersion": "2023-11-01",
                "name": "[parameters('name')]",
                "location": "[resourceGroup().location]",
                "properties": {
                  "copy": [{
                    "name": "routes",
                    "count": "[length(parameters('spokes'))]",
                    "input": {
                      "name": "[format('to-{0}', copyIndex('routes', 1))]",
                      "properties": {
                        "addressPrefix": "[parameters('spokes')[copyIndex('routes')]]",
                        "nextHopIpAddress": "[parameters('firewall')]"
                      }
                    }
                  }]
                }
              }]
            }
            """;

    @Test
    void aTemplateBecomesTheResourcesThatItWouldDeploy() {
        Evaluated evaluated = Evaluated.of(ROUTES, """
                {"parameters": {"firewall": {"value": "10.0.1.4"}, "name": {"value": "rt-aks"}}}
                """);
        assertEquals(List.of(), evaluated.problems());
        assertEquals(List.of("Microsoft.Network/routeTables rt-aks"), evaluated.resources());
        assertEquals("{routes: [{name: 'to-1', properties: {addressPrefix: '10.1.0.0/16', "
                + "nextHopIpAddress: '10.0.1.4'}}, {name: 'to-2', properties: {addressPrefix: '10.2.0.0/16', "
                + "nextHopIpAddress: '10.0.1.4'}}]}", evaluated.properties("rt-aks"));
        assertEquals("name: 'rt-aks', type: 'Microsoft.Network/routeTables', location: 'japaneast'",
                Evaluated.text(evaluated.resource("rt-aks").body()).replaceFirst(", properties:.*", "").substring(1));
        assertEquals("/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-hub/providers/"
                + "Microsoft.Network/routeTables/rt-aks", evaluated.resource("rt-aks").id().orElseThrow());
    }

    @Test
    void aParameterWithoutValueIsANamedUnknown() {
        Evaluated evaluated = Evaluated.of(ROUTES);
        assertEquals(List.of("6:17 PARAMETER_WITHOUT_VALUE"), evaluated.problems());
        assertTrue(evaluated.properties("rt-spoke").contains("nextHopIpAddress: <parameters('firewall')>"));
    }

    @Test
    void theLaterParameterFileWins() {
        Evaluated evaluated = Evaluated.of(ROUTES, "{\"parameters\": {\"name\": {\"value\": \"first\"}}}",
                "{\"parameters\": {\"NAME\": {\"value\": \"second\"}}}");
        assertEquals(List.of("Microsoft.Network/routeTables second"), evaluated.resources());
    }

    @Test
    void templatesAndParameterFilesAreToldApart() {
        Diagnostics diagnostics = new Diagnostics();
        String schema = "{\"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/%s.json#\"}";
        for (String template : List.of("deploymentTemplate", "subscriptionDeploymentTemplate")) {
            assertTrue(ArmTemplate.isTemplate(Evaluated.node("t.json", schema.formatted(template), diagnostics)));
        }
        var parameters = Evaluated.node("p.json", schema.formatted("deploymentParameters"), diagnostics);
        assertTrue(ArmTemplate.isParameterFile(parameters));
        assertFalse(ArmTemplate.isTemplate(parameters));
        var bare = Evaluated.node("t.json", "{\"contentVersion\": \"1.0.0.0\", \"resources\": []}", diagnostics);
        assertTrue(ArmTemplate.isTemplate(bare));
        assertFalse(ArmTemplate.isParameterFile(bare));
        assertFalse(ArmTemplate.isTemplate(Evaluated.node("x.json", "{\"resources\": []}", diagnostics)));
        assertFalse(ArmTemplate.isTemplate(Evaluated.node("x.json", "[]", diagnostics)));
    }
}

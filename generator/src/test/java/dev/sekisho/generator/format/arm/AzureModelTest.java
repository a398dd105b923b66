package dev.sekisho.generator.format.arm;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.json.JsonSerializable;
import com.azure.json.JsonWriter;
import com.azure.resourcemanager.network.fluent.models.FirewallPolicyRuleCollectionGroupInner;
import com.azure.resourcemanager.network.fluent.models.IpGroupInner;
import com.azure.resourcemanager.network.fluent.models.NetworkSecurityGroupInner;
import com.azure.resourcemanager.network.fluent.models.PrivateDnsZoneGroupInner;
import com.azure.resourcemanager.network.fluent.models.PrivateEndpointInner;
import com.azure.resourcemanager.network.fluent.models.RouteInner;
import com.azure.resourcemanager.network.fluent.models.RouteTableInner;
import com.azure.resourcemanager.network.fluent.models.SecurityRuleInner;
import dev.sekisho.generator.format.RichPlan;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Sends each resource of the template through Azure's own Java model. A property that Azure does not know vanishes on
/// the way, a value of the wrong type makes it fail.
class AzureModelTest {
    private interface Parser {
        JsonSerializable<?> parse(JsonReader reader) throws IOException;
    }

    private static final Map<String, Parser> MODELS = Map.of("Microsoft.Network/ipGroups", IpGroupInner::fromJson,
            "Microsoft.Network/firewallPolicies/ruleCollectionGroups",
            FirewallPolicyRuleCollectionGroupInner::fromJson, "Microsoft.Network/routeTables",
            RouteTableInner::fromJson, "Microsoft.Network/routeTables/routes", RouteInner::fromJson,
            "Microsoft.Network/networkSecurityGroups", NetworkSecurityGroupInner::fromJson,
            "Microsoft.Network/networkSecurityGroups/securityRules", SecurityRuleInner::fromJson,
            "Microsoft.Network/privateEndpoints", PrivateEndpointInner::fromJson,
            "Microsoft.Network/privateEndpoints/privateDnsZoneGroups", PrivateDnsZoneGroupInner::fromJson);

    @Test
    void azuresOwnModelKeepsEveryPropertyOfEveryNetworkResource() throws IOException {
        List<String> checked = new ArrayList<>();
        for (JsonNode resource : template().get("resources")) {
            String type = resource.get("type").asString();
            Parser parser = MODELS.get(type);
            if (parser == null) {
                assertTrue(type.startsWith("Microsoft.Network/privateDnsZones"), "no model for " + type);
                continue;
            }
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            if (resource.has("properties")) {
                body.set("properties", resource.get("properties"));
            }
            assertEquals(body, passThrough(parser, body), () -> resource.get("name").asString());
            checked.add(type);
        }
        assertTrue(checked.containsAll(MODELS.keySet()), () -> "not in the plan: " + checked);
    }

    @Test
    void aPropertyThatAzureDoesNotKnowWouldBeNoticed() throws IOException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("properties").put("addressPrefix", "0.0.0.0/0").put("nextHopKind", "Internet");
        assertNotEquals(body, passThrough(RouteInner::fromJson, body));
    }

    static JsonNode template() {
        return JsonMapper.shared()
                .readTree(new ArmWriter("1").write(RichPlan.make()).files().getFirst().text());
    }

    private static JsonNode passThrough(Parser parser, JsonNode body) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonReader reader = JsonProviders.createReader(body.toString());
                JsonWriter writer = JsonProviders.createWriter(text)) {
            parser.parse(reader).toJson(writer);
        }
        return JsonMapper.shared().readTree(text.toString());
    }
}

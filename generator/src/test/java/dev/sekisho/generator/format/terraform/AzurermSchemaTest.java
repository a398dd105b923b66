package dev.sekisho.generator.format.terraform;

import dev.sekisho.generator.format.OutputFile;
import dev.sekisho.generator.format.RichPlan;
import dev.sekisho.generator.format.readback.HclReader;
import dev.sekisho.generator.format.readback.HclReader.Block;
import dev.sekisho.generator.format.readback.HclReader.Body;
import dev.sekisho.generator.format.readback.HclReader.Reference;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

/// Compares the resources with the provider's own names, which `build/validate/extract-azurerm.mjs` takes from its
/// types: no unknown attribute or block, none missing, lists and numbers where they belong.
class AzurermSchemaTest {
    private static final Set<String> META = Set.of("count", "for_each", "depends_on", "lifecycle", "provider");

    private final List<String> problems = new ArrayList<>();

    @Test
    void theProviderKnowsEveryAttributeAndBlock() throws IOException {
        check(new TerraformWriter("1").write(RichPlan.make()).files().getFirst());
        assertEquals(List.of(), problems);
    }

    @Test
    void aMisspeltAttributeAMissingOneAndATextInPlaceOfAListAreNoticed() throws IOException {
        check(OutputFile.of("main.tf", """
                resource "azurerm_route" "r" {
                  name              = "r"
                  adress_prefix     = "0.0.0.0/0"
                  route_table_name  = "t"
                  next_hop_type     = "None"
                }
                resource "azurerm_ip_group" "g" {
                  name                = "g"
                  location            = "japaneast"
                  resource_group_name = "rg"
                  cidrs               = "10.0.0.0/8"
                }
                """));
        assertEquals(
                List.of("azurerm_route.r: adress_prefix is not known", "azurerm_route.r: address_prefix is missing",
                        "azurerm_route.r: resource_group_name is missing",
                        "azurerm_ip_group.g.cidrs: string[] is wanted"),
                problems);
    }

    private void check(OutputFile file) throws IOException {
        JsonNode schema;
        try (InputStream stream = AzurermSchemaTest.class.getResourceAsStream("azurerm.json")) {
            assertNotNull(stream);
            schema = JsonMapper.shared().readTree(stream);
        }
        Body body = HclReader.read(file.text());
        for (String kind : List.of("resource", "data")) {
            for (Block block : body.blocks(kind)) {
                String place = String.join(".", block.labels());
                JsonNode type = schema.get(kind).get(block.labels().getFirst());
                if (type == null) {
                    problems.add(place + ": the type is not known");
                } else {
                    check(place, block.body(), type);
                }
            }
        }
    }

    private void check(String place, Body body, JsonNode schema) {
        body.attributes().forEach((name, value) -> {
            JsonNode known = schema.get(name);
            if (known == null || known.has("block")) {
                if (!META.contains(name)) {
                    problems.add(place + ": " + name + " is not known");
                }
            } else if (!fits(value, known.get("type").asString())) {
                problems.add(place + "." + name + ": " + known.get("type").asString() + " is wanted");
            }
        });
        for (Block block : body.blocks()) {
            JsonNode known = schema.get(block.type());
            if (known != null && known.has("block")) {
                check(place + "." + block.type(), block.body(), known.get("block"));
            } else if (!META.contains(block.type())) {
                problems.add(place + ": block " + block.type() + " is not known");
            }
        }
        schema.properties().forEach(entry -> {
            boolean given = body.attributes().containsKey(entry.getKey()) || !body.blocks(entry.getKey()).isEmpty();
            if (entry.getValue().get("required").asBoolean() && !given) {
                problems.add(place + ": " + entry.getKey() + " is missing");
            }
        });
    }

    private static boolean fits(Object value, String type) {
        return value instanceof Reference || switch (type) {
            case "string" -> value instanceof String;
            case "number" -> value instanceof Integer;
            case "boolean" -> value instanceof Boolean;
            case "string[]" -> value instanceof List<?>;
            default -> false;
        };
    }
}

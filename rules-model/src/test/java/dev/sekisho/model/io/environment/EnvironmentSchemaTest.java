package dev.sekisho.model.io.environment;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sekisho.model.cluster.NetworkPlugin;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.model.environment.Readings;
import dev.sekisho.model.environment.ValidationCode;
import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.FilterAction;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.firewall.ThreatIntelMode;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.io.tree.YamlAsJson;
import dev.sekisho.model.network.GatewayType;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.PrivateEndpointNetworkPolicies;
import dev.sekisho.model.network.SecurityAdminRule;
import dev.sekisho.model.network.SecurityRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The schema and the reader are two descriptions of one format; here they are held against each other, with two files
/// in which every key occurs.
class EnvironmentSchemaTest {
    static {
        // The validator's logging library otherwise tells the build that nobody listens to it.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectNode SCHEMA_TEXT = (ObjectNode) JSON.readTree(EnvironmentSchema.text());
    private static final SchemaRegistry REGISTRY = SchemaRegistry
            .withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema SCHEMA = REGISTRY.getSchema(EnvironmentSchema.text(), InputFormat.JSON);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theSchemaItselfIsValid() {
        Schema meta = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertEquals(List.of(), meta.validate(EnvironmentSchema.text(), InputFormat.JSON));
    }

    @Test
    void everyKeyIsDescribed() {
        List<String> bare = new ArrayList<>();
        describe(SCHEMA_TEXT, "", bare);
        assertEquals(List.of(), bare);
    }

    private static void describe(JsonNode schema, String path, List<String> bare) {
        for (String group : List.of("properties", "$defs")) {
            boolean condition = path.matches(".*/(if|then|else|dependentSchemas/[^/]*)");
            if (schema.get(group) instanceof ObjectNode members && !condition) {
                members.properties().forEach(member -> {
                    boolean described = member.getValue().has("description")
                            || member.getValue().has("$ref") && followed(member.getValue()).has("description");
                    if (!described) {
                        bare.add(path + "/" + member.getKey());
                    }
                });
            }
        }
        schema.properties().forEach(child -> {
            if (child.getValue() instanceof ObjectNode inner) {
                describe(inner, path + "/" + child.getKey(), bare);
            }
        });
    }

    @Test
    void theWordsAreThoseOfTheReader() {
        assertWords("tier", Tier.values(), Tier::azureName);
        assertWords("mode", ThreatIntelMode.values(), ThreatIntelMode::azureName);
        assertWords("filterAction", FilterAction.values(), FilterAction::azureName);
        assertWords("networkProtocol", NetworkProtocol.values(), NetworkProtocol::azureName);
        assertWords("applicationProtocolType", ApplicationProtocol.Type.values(), ApplicationProtocol.Type::azureName);
        assertWords("endpointPolicies", PrivateEndpointNetworkPolicies.values(),
                PrivateEndpointNetworkPolicies::azureName);
        assertWords("direction", SecurityRule.Direction.values(), SecurityRule.Direction::azureName);
        assertWords("access", SecurityRule.Access.values(), SecurityRule.Access::azureName);
        assertWords("securityProtocol", SecurityRule.Protocol.values(), SecurityRule.Protocol::azureName);
        assertWords("adminAccess", SecurityAdminRule.Access.values(), SecurityAdminRule.Access::azureName);
        assertWords("networkPlugin", NetworkPlugin.values(), NetworkPlugin::text);
        assertWords("gatewayType", GatewayType.values(), GatewayType::azureName);
        List<String> hops = new ArrayList<>(List.of("VirtualAppliance"));
        Stream.of(NextHop.Platform.values()).map(NextHop.Platform::azureName).forEach(hops::add);
        assertWords("nextHopType", hops.toArray(String[]::new), word -> word);
        assertEquals(new TreeSet<>(Readings.NAMES),
                new TreeSet<>(SCHEMA_TEXT.at("/$defs/readings/properties").propertyNames()));
    }

    private static <E> void assertWords(String definition, E[] values, Function<E, String> spelling) {
        Schema words = REGISTRY.getSchema(SCHEMA_TEXT.at("/$defs/" + definition));
        Set<String> listed = new TreeSet<>();
        SCHEMA_TEXT.at("/$defs/" + definition + "/anyOf/0/enum").forEach(word -> listed.add(word.stringValue()));
        assertEquals(new TreeSet<>(Stream.of(values).map(spelling).toList()), listed, definition);
        for (String word : listed) {
            for (String written : List.of(word, word.toUpperCase(Locale.ROOT), word.toLowerCase(Locale.ROOT))) {
                assertEquals(List.of(), words.validate(JSON.writeValueAsString(written), InputFormat.JSON));
            }
            assertFalse(words.validate(JSON.writeValueAsString(word + "x"), InputFormat.JSON).isEmpty(), word);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-networks.yaml", "one-subnet.yaml"})
    void bothAcceptTheCompleteExamples(String name) throws IOException {
        assertEquals(List.of(), schemaErrors(json(name)));
        assertEquals(List.of(), read(json(name)));
    }

    @Test
    void theReaderKnowsTheKeysOfTheSchemaAndNoOthers() throws IOException {
        Set<JsonNode> seen = new HashSet<>();
        for (String name : List.of("two-networks.yaml", "one-subnet.yaml")) {
            ObjectNode complete = json(name);
            for (String path : paths(complete, "")) {
                if (complete.at(path) instanceof ObjectNode) {
                    List<JsonNode> described = descriptions(complete, path);
                    seen.addAll(described);
                    assertKeys(complete, path, described);
                }
            }
        }
        List<String> unseen = new ArrayList<>();
        objects(SCHEMA_TEXT, "", schema -> !seen.contains(schema), unseen);
        assertEquals(List.of(), unseen, "the examples lack these mappings");
    }

    private void assertKeys(ObjectNode complete, String path, List<JsonNode> described) throws IOException {
        boolean open = described.stream().noneMatch(schema -> schema.path("additionalProperties").isBoolean());
        ObjectNode changed = complete.deepCopy();
        ((ObjectNode) changed.at(path)).put("no-such-key", 1);
        List<Diagnostic> unknown = read(changed).stream().filter(found -> found.code().equals("UNKNOWN_KEY")).toList();
        if (open) {
            assertEquals(List.of(), unknown, path);
            return;
        }
        assertFalse(schemaErrors(changed).isEmpty(), path);
        assertEquals(1, unknown.size(), () -> path + ": " + unknown);
        String remedy = unknown.getFirst().remedy();
        Set<String> listed = new TreeSet<>(List.of(remedy.substring(remedy.indexOf("known keys: ") + 12).split(", ")));
        Set<String> keys = new TreeSet<>();
        described.forEach(schema -> keys.addAll(schema.path("properties").propertyNames()));
        assertEquals(keys, listed, path);
    }

    /// The schemas that hold for the value at a path: what its keys say, along the alternatives that the value takes.
    private static List<JsonNode> descriptions(ObjectNode document, String path) {
        List<JsonNode> schemas = alternatives(SCHEMA_TEXT, document);
        JsonNode value = document;
        for (String step : path.isEmpty() ? new String[0] : path.substring(1).split("/")) {
            value = value instanceof ArrayNode items ? items.get(Integer.parseInt(step)) : value.get(unescaped(step));
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode schema : schemas) {
                JsonNode child = schema.has("items") ? schema.get("items")
                        : schema.path("properties").has(unescaped(step))
                                ? schema.get("properties").get(unescaped(step))
                                : schema.path("additionalProperties");
                next.addAll(alternatives(child, value));
            }
            schemas = next;
        }
        return schemas;
    }

    private static List<JsonNode> alternatives(JsonNode given, JsonNode value) {
        List<JsonNode> all = new ArrayList<>();
        JsonNode schema = followed(given);
        if (schema.has("properties") || schema.has("items") || schema.path("additionalProperties").isObject()) {
            all.add(schema);
        }
        schema.path("anyOf").forEach(each -> all.addAll(alternatives(each, value)));
        List<JsonNode> conditions = new ArrayList<>(List.of(schema));
        schema.path("allOf").forEach(conditions::add);
        for (JsonNode condition : conditions) {
            if (condition.has("if")) {
                boolean holds = REGISTRY.getSchema(condition.get("if")).validate(value.toString(), InputFormat.JSON)
                        .isEmpty();
                all.addAll(alternatives(condition.path(holds ? "then" : "else"), value));
            }
        }
        return all.stream().filter(each -> fits(each, value)).toList();
    }

    private static boolean fits(JsonNode schema, JsonNode value) {
        return switch (schema.path("type").stringValue("")) {
            case "object" -> value instanceof ObjectNode;
            case "array" -> value instanceof ArrayNode;
            default -> true;
        };
    }

    private static JsonNode followed(JsonNode schema) {
        return schema.has("$ref") ? followed(SCHEMA_TEXT.at(schema.get("$ref").stringValue().substring(1))) : schema;
    }

    private static void objects(JsonNode schema, String path, Function<JsonNode, Boolean> wanted, List<String> found) {
        if (schema.path("type").stringValue("").equals("object") && schema.has("additionalProperties")
                && wanted.apply(schema)) {
            found.add(path);
        }
        if (schema instanceof ObjectNode object) {
            object.properties().forEach(child -> objects(child.getValue(), path + "/" + child.getKey(), wanted, found));
        } else if (schema instanceof ArrayNode items) {
            for (int i = 0; i < items.size(); i++) {
                objects(items.get(i), path + "/" + i, wanted, found);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-networks.yaml", "one-subnet.yaml"})
    void bothJudgeEveryRemovedKeyAlike(String name) throws IOException {
        ObjectNode complete = json(name);
        int removed = 0;
        for (String path : paths(complete, "")) {
            int slash = path.lastIndexOf('/');
            if (slash >= 0 && complete.at(path.substring(0, slash)) instanceof ObjectNode) {
                ObjectNode changed = around(path, complete);
                ((ObjectNode) changed.at(path.substring(0, slash))).remove(unescaped(path.substring(slash + 1)));
                assertAgreed(changed, "without " + path);
                removed++;
            }
        }
        assertTrue(removed > 90);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-networks.yaml", "one-subnet.yaml"})
    void bothJudgeEveryReplacedValueAlike(String name) throws IOException {
        List<JsonNode> strange = Stream.of("{}", "[]", "null", "\"#?\"", "7").map(JSON::readTree).toList();
        ObjectNode complete = json(name);
        for (String path : paths(complete, "")) {
            int slash = path.lastIndexOf('/');
            // Of a list of single values, one stands for the others.
            if (slash < 0 || path.matches(".*/[1-9]") && complete.at(path).isValueNode()) {
                continue;
            }
            for (JsonNode value : strange) {
                ObjectNode changed = around(path, complete);
                JsonNode parent = changed.at(path.substring(0, slash));
                String step = unescaped(path.substring(slash + 1));
                if (parent instanceof ObjectNode object) {
                    object.set(step, value);
                } else if (parent instanceof ArrayNode items) {
                    items.set(Integer.parseInt(step), value);
                }
                assertAgreed(changed, path + " = " + value);
            }
        }
    }

    /// A copy with the part of the document that a path leads into, and what every part needs beside it.
    private static ObjectNode around(String path, ObjectNode document) {
        ObjectNode part = JSON.createObjectNode();
        String top = path.split("/")[1];
        document.properties().forEach(property -> {
            if (List.of("apiVersion", "kind", "vnet", top).contains(property.getKey())) {
                part.set(property.getKey(), property.getValue().deepCopy());
            }
        });
        return part;
    }

    @Test
    void bothRefuseFilesOfOtherKinds() throws IOException {
        for (String text : List.of("{}", "{\"kind\": \"ClusterEgress\"}", "{\"apiVersion\": \"sekisho.dev/v1\"}",
                "{\"apiVersion\": \"sekisho.dev/v2\", \"kind\": \"Environment\"}", "{\"metadata\": {\"name\": \"a\"}}",
                "{\"kind\": \"Environment\", \"virtualNetwork\": []}", "{\"peerings\": []}")) {
            ObjectNode document = (ObjectNode) JSON.readTree(text);
            assertFalse(schemaErrors(document).isEmpty(), text);
            assertFalse(read(document).isEmpty(), text);
        }
    }

    /// What the schema refuses the reader refuses too, and the other way round but for what Azure would refuse of a value.
    private void assertAgreed(ObjectNode document, String what) throws IOException {
        List<Error> schema = schemaErrors(document);
        List<Diagnostic> reader = read(document);
        boolean forTheSchema = reader.stream().anyMatch(problem -> ValidationCode.of(problem.code()).isEmpty()
                && !problem.code().equals("INVALID_VALUE"));
        assertFalse(!schema.isEmpty() && reader.isEmpty(), () -> what + ": only the schema refuses: " + schema);
        assertFalse(schema.isEmpty() && forTheSchema, () -> what + ": only the reader refuses: " + reader);
    }

    private static List<Error> schemaErrors(ObjectNode document) {
        return SCHEMA.validate(document.toString(), InputFormat.JSON);
    }

    /// The reader's errors; JSON is YAML.
    private List<Diagnostic> read(ObjectNode document) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        EnvironmentReader.read(List.of(Files.writeString(folder.resolve("t.yaml"), document.toString())), diagnostics);
        return diagnostics.all().stream().filter(problem -> problem.severity() == Severity.ERROR).toList();
    }

    /// All paths below a value, as JSON pointers.
    private static List<String> paths(JsonNode value, String path) {
        List<String> paths = new ArrayList<>(List.of(path));
        if (value instanceof ObjectNode object) {
            object.properties().forEach(property -> paths.addAll(
                    paths(property.getValue(), path + "/" + property.getKey().replace("~", "~0").replace("/", "~1"))));
        } else if (value instanceof ArrayNode items) {
            for (int i = 0; i < items.size(); i++) {
                paths.addAll(paths(items.get(i), path + "/" + i));
            }
        }
        return paths;
    }

    private static String unescaped(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }

    private static ObjectNode json(String name) {
        try (InputStream in = Objects.requireNonNull(EnvironmentSchemaTest.class.getResourceAsStream(name), name)) {
            return (ObjectNode) YamlAsJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.sekisho.model.io.cluster;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.model.io.catalogue.CatalogueReader;
import dev.sekisho.model.io.tree.SourceFile;
import dev.sekisho.model.io.tree.YamlAsJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The schema and the reader are two descriptions of one format; here they are held against each other.
class ClusterSchemaTest {
    static {
        // The validator's logging library otherwise tells the build that nobody listens to it.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Catalogue CATALOGUE = CatalogueReader.builtIn();
    private static final String SHIPPED = resource("/dev/sekisho/schema/cluster.schema.json");
    private static final ObjectNode SCHEMA_TEXT = (ObjectNode) JSON.readTree(SHIPPED);
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SHIPPED, InputFormat.JSON);
    private static final ObjectNode COMPLETE = json(resource("complete.yaml"));

    /// What no schema can say: relations between values of different parts, and the arithmetic of addresses.
    private static final Set<String> READER_ONLY = Set.of("HOST_BITS", "SUBNET_OUTSIDE_NETWORK",
            "FIREWALL_OUTSIDE_NETWORK", "ENDPOINT_OUTSIDE_SUBNET", "ENDPOINT_OUTSIDE_NETWORK", "DUPLICATE_NAME",
            "FIREWALL_NOT_AUTHORIZED", "NO_PEERED_NETWORK", "NO_ON_PREMISES", "NO_FIREWALL", "NO_PUBLIC_IP",
            "UNKNOWN_PUBLIC_IP", "ADDRESS_OUTSIDE_SUBNET", "NOBODY_LEFT", "RANGES_WITHOUT_EFFECT",
            "APPROVAL_WITHOUT_VISIBILITY");

    @Test
    void theShippedSchemaIsThatOfTheBuiltInCatalogue() throws IOException {
        String text = ClusterSchema.text(CATALOGUE);
        if (Boolean.getBoolean("sekisho.refresh")) {
            Files.writeString(Path.of("src/main/resources/dev/sekisho/schema/cluster.schema.json"), text);
        }
        assertEquals(text, SHIPPED, "run with -Dsekisho.refresh=true to write it anew");
    }

    @Test
    void theSchemaItselfIsValid() {
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertEquals(List.of(), meta.validate(SHIPPED, InputFormat.JSON));
    }

    @Test
    void everyKeyAndWordIsDescribed() {
        List<String> bare = new ArrayList<>();
        describe(SCHEMA_TEXT, "", bare);
        assertEquals(List.of(), bare);
    }

    private static void describe(ObjectNode schema, String path, List<String> bare) {
        for (String group : List.of("properties", "$defs")) {
            if (schema.get(group) instanceof ObjectNode members) {
                members.properties().forEach(member -> {
                    String at = path + "/" + member.getKey();
                    if (member.getValue() instanceof ObjectNode property) {
                        boolean described = property.has("description") || property.has("$ref")
                                || group.equals("$defs");
                        if (!described) {
                            bare.add(at);
                        }
                        describe(property, at, bare);
                    }
                });
            }
        }
    }

    @Test
    void bothAcceptTheCompleteExampleAndTheSamples() throws IOException {
        assertAgreed(COMPLETE, "the complete example", true);
        try (Stream<Path> samples = Files.list(Path.of("../samples"))) {
            List<Path> files = samples.map(folder -> folder.resolve("cluster.yaml")).filter(Files::exists).toList();
            assertTrue(files.size() >= 8, files::toString);
            for (Path file : files) {
                assertAgreed(json(Files.readString(file)), file.toString(), true);
            }
        }
    }

    @Test
    void theReaderKnowsTheKeysOfTheSchemaAndNoOthers() {
        int mappings = 0;
        for (String path : paths(COMPLETE, "")) {
            boolean labels = path.endsWith("/selector");
            if (!labels && JSON.readTree(COMPLETE.toString()).at(path) instanceof ObjectNode) {
                ObjectNode changed = COMPLETE.deepCopy();
                ((ObjectNode) changed.at(path)).put("no-such-key", 1);
                Diagnostic unknown = read(changed).stream().filter(d -> d.code().equals("UNKNOWN_KEY")).findFirst()
                        .orElseThrow(() -> new AssertionError(path));
                String listed = unknown.remedy().substring(unknown.remedy().indexOf("known keys: ") + 12);
                assertEquals(keys(path), new TreeSet<>(List.of(listed.split(", "))), path);
                mappings++;
            }
        }
        assertTrue(mappings > 20);
    }

    /// The keys that the schema gives the mapping at a path of the complete example.
    private static Set<String> keys(String path) {
        JsonNode schema = SCHEMA_TEXT;
        JsonNode value = COMPLETE;
        for (String step : path.isEmpty() ? new String[0] : path.substring(1).split("/")) {
            value = value instanceof ArrayNode items ? items.get(Integer.parseInt(step)) : value.get(step);
            schema = followed(schema.has("items") ? schema.get("items") : schema.get("properties").get(step));
        }
        if (schema.has("anyOf")) {
            String name = value.get("name").stringValue();
            for (JsonNode alternative : SCHEMA_TEXT.at("/$defs/featureWithValues/allOf")) {
                if (alternative.at("/if/properties/name/const").stringValue().equals(name)) {
                    schema = alternative.get("then");
                }
            }
        }
        return new TreeSet<>(schema.get("properties").propertyNames());
    }

    private static JsonNode followed(JsonNode schema) {
        return schema.has("$ref") ? SCHEMA_TEXT.at(schema.get("$ref").stringValue().substring(1)) : schema;
    }

    @Test
    void bothJudgeEveryRemovedKeyAlike() {
        int removed = 0;
        for (String path : paths(COMPLETE, "")) {
            int slash = path.lastIndexOf('/');
            if (slash >= 0 && COMPLETE.at(path.substring(0, slash)) instanceof ObjectNode) {
                assertAgreed(changed(path, (parent, key) -> parent.remove(key)), "without " + path);
                removed++;
            }
        }
        assertTrue(removed > 60);
    }

    @Test
    void bothJudgeEveryReplacedValueAlike() {
        List<JsonNode> strange = List.of(JSON.createObjectNode(), JSON.createArrayNode(), JSON.nullNode(),
                JSON.readTree("\"#?\""), JSON.readTree("\"7\""), JSON.readTree("7"), JSON.readTree("1.5"),
                JSON.readTree("true"),
                JSON.readTree("[\"#?\"]"), JSON.readTree("{\"name\": \"#?\"}"));
        for (String path : paths(COMPLETE, "")) {
            int slash = path.lastIndexOf('/');
            if (slash >= 0 && COMPLETE.at(path.substring(0, slash)) instanceof ObjectNode
                    && !path.endsWith("/purpose")) {
                for (JsonNode value : strange) {
                    assertAgreed(changed(path, (parent, key) -> parent.set(key, value)), path + " = " + value);
                }
            }
        }
    }

    @Test
    void bothRefuseTheMistakesPeopleMake() {
        refused("outboundType", "/cluster", cluster -> cluster.put("outboundType", "UserDefinedRouting"));
        refused("display name", "/cluster", cluster -> cluster.put("region", "Japan East"));
        refused("region of another cloud", "/cluster", cluster -> cluster.put("region", "chinaeast2"));
        refused("feature", "/cluster", cluster -> cluster.putArray("features").add("azure-polcy"));
        refused("no firewall", "/network", network -> network.remove("firewall"));
        refused("basic proxy", "/network/firewall", firewall -> firewall.put("tier", "Basic"));
        refused("range as text", "/network/vnet", vnet -> vnet.put("addressSpace", "10.0.0.0/8"));
        refused("no length", "/network/nodeSubnet", subnet -> subnet.put("prefix", "10.42.1.0"));
        refused("port 0", "/dependencies/4", dependency -> dependency.put("port", 0));
        refused("port 65536", "/dependencies/4", dependency -> dependency.put("port", 65_536));
        refused("no port", "/dependencies/4", dependency -> dependency.remove("port"));
        refused("no protocol", "/dependencies/4", dependency -> dependency.remove("protocol"));
        refused("no target", "/dependencies/4", dependency -> dependency.remove("cidr"));
        refused("icmp port", "/dependencies/5", dependency -> dependency.put("port", 7));
        refused("URL as host", "/dependencies/3", dependency -> dependency.put("host", "https://api.partner.example"));
        refused("host with port", "/dependencies/3", dependency -> dependency.put("host", "api.partner.example:443"));
        refused("service", "/dependencies/0", dependency -> dependency.put("service", "azure-sql"));
        refused("endpoint address", "/dependencies/1", dependency -> dependency.put("privateIp", "10.42.5.9"));
        refused("windows only", "/cluster", cluster -> cluster.putArray("nodePools").addObject().put("os", "windows"));
        refused("long windows name", "/cluster/nodePools/2", pool -> pool.put("name", "windows"));
        refused("subnet without integration", "/cluster/apiServer", server -> server.put("access", "public"));
        refused("number for a name", "/metadata", metadata -> metadata.put("name", 123));
        refused("truth value for a name", "/network/vnet", vnet -> vnet.put("name", true));
        refused("unknown place", "/inbound/1", service -> service.putArray("from").add("internet"));
        refused("no place", "/inbound/1", service -> service.putArray("from"));
        refused("a place twice", "/inbound/1", service -> service.putArray("from").add("vnet").add("vnet"));
        refused("port 0 of a Service", "/inbound/1", service -> service.put("port", 0));
        refused("port 70000 of a Service", "/inbound/1", service -> service.put("port", 70_000));
        refused("capital letter in a Service", "/inbound/1", service -> service.put("name", "Feed"));
        refused("a label that Kubernetes refuses", "/inbound/0/selector", labels -> labels.put("a b", "c"));
        refused("public port beyond DNAT", "/inbound/0/internetThroughFirewall",
                door -> door.put("publicPort", 64_000));
        refused("gateway without a key", "/inbound/0", service -> service.remove("applicationGateway"));
        refused("key without a gateway", "/inbound/0", service -> service.putArray("from").add("vnet"));
        refused("nine addresses", "/inbound/0/privateLink", link -> link.put("addresses", 9));
        refused("yes", "/cluster", cluster -> cluster.put("konnectivity", "yes"));
    }

    private static void refused(String what, String path, Consumer<ObjectNode> change) {
        ObjectNode changed = COMPLETE.deepCopy();
        change.accept((ObjectNode) changed.at(path));
        assertAgreed(changed, what, false);
    }

    @FunctionalInterface
    private interface Change {
        void apply(ObjectNode parent, String key);
    }

    private static ObjectNode changed(String path, Change change) {
        ObjectNode copy = COMPLETE.deepCopy();
        int slash = path.lastIndexOf('/');
        change.apply((ObjectNode) copy.at(path.substring(0, slash)), path.substring(slash + 1));
        return copy;
    }

    private static void assertAgreed(ObjectNode document, String what, boolean accepted) {
        assertAgreed(document, what);
        assertEquals(accepted, schemaErrors(document).isEmpty(), () -> what + ": " + schemaErrors(document));
        assertEquals(accepted, read(document).isEmpty(), () -> what + ": " + read(document));
    }

    /// What the schema refuses the reader refuses too, and the other way round but for what only the reader can know.
    private static void assertAgreed(ObjectNode document, String what) {
        List<Error> schema = schemaErrors(document);
        List<Diagnostic> reader = read(document);
        assertEquals(List.of(), reader.stream().filter(problem -> problem.remedy().isEmpty()).toList(), what);
        boolean forTheSchema = reader.stream().anyMatch(problem -> !READER_ONLY.contains(problem.code()));
        assertFalse(!schema.isEmpty() && reader.isEmpty(), () -> what + ": only the schema refuses: " + schema);
        assertFalse(schema.isEmpty() && forTheSchema, () -> what + ": only the reader refuses: " + reader);
    }

    private static List<Error> schemaErrors(ObjectNode document) {
        return SCHEMA.validate(document.toString(), InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    /// The reader's errors; JSON is YAML.
    private static List<Diagnostic> read(ObjectNode document) {
        Diagnostics diagnostics = new Diagnostics();
        ClusterIntentReader.read(SourceFile.of("t.yaml", document.toString()), CATALOGUE, diagnostics);
        return diagnostics.all().stream().filter(problem -> problem.severity() == Severity.ERROR).toList();
    }

    /// All paths below a value, as JSON pointers.
    private static List<String> paths(JsonNode value, String path) {
        List<String> paths = new ArrayList<>(List.of(path));
        if (value instanceof ObjectNode object) {
            object.properties().forEach(property -> paths
                    .addAll(paths(property.getValue(), path + "/" + property.getKey())));
        } else if (value instanceof ArrayNode items) {
            for (int i = 0; i < items.size(); i++) {
                paths.addAll(paths(items.get(i), path + "/" + i));
            }
        }
        return paths;
    }

    private static ObjectNode json(String yaml) {
        return (ObjectNode) YamlAsJson.read(yaml);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ClusterSchemaTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

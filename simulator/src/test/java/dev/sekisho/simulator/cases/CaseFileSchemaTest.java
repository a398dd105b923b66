package dev.sekisho.simulator.cases;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.environment.EnvironmentSchema;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.SourceFile;
import dev.sekisho.model.io.tree.YamlTree;
import dev.sekisho.simulator.log.LogFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The schema and the reader are two descriptions of one format; here they are held against each other.
class CaseFileSchemaTest {
    static {
        // The validator's logging library otherwise tells the build that nobody listens to it.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
    }

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectNode SCHEMA_TEXT = (ObjectNode) JSON.readTree(CaseFileSchema.text());
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(CaseFileSchema.text(), InputFormat.JSON);

    /// Values that a case may hold although Azure would refuse them: what is found is for the case to expect.
    private static final Set<String> LOOSER = Set.of("prefix", "address", "addressOrLater", "nextHopAddress");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theSchemaItselfIsValid() {
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertEquals(List.of(), meta.validate(CaseFileSchema.text(), InputFormat.JSON));
    }

    @Test
    void aConfigurationIsDescribedAsAnEnvironmentIs() throws IOException {
        ObjectNode environment = (ObjectNode) JSON.readTree(EnvironmentSchema.text());
        ObjectNode expected = SCHEMA_TEXT.deepCopy();
        ObjectNode definitions = (ObjectNode) expected.get("$defs");
        environment.get("$defs").properties().stream().filter(definition -> !LOOSER.contains(definition.getKey()))
                .forEach(definition -> definitions.set(definition.getKey(), definition.getValue()));
        ObjectNode keys = ((ObjectNode) environment.get("properties")).deepCopy()
                .remove(List.of("apiVersion", "kind", "metadata"));
        ((ObjectNode) definitions.get("config")).set("properties", keys);
        ObjectNode ofLog = (ObjectNode) definitions.get("configOfLog").get("properties");
        keys.properties().forEach(key -> ofLog.set(key.getKey(), key.getValue()));
        if (Boolean.getBoolean("sekisho.refresh")) {
            Files.writeString(Path.of("src/main/resources/dev/sekisho/schema/test.schema.json"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(expected) + "\n");
        }
        assertEquals(expected, SCHEMA_TEXT, "run with -Dsekisho.refresh=true to write it anew");
        for (String name : LOOSER) {
            ObjectNode strict = ((ObjectNode) environment.at("/$defs/" + name)).deepCopy();
            strict.remove(List.of("type", "pattern"));
            ObjectNode loose = ((ObjectNode) definitions.get(name)).deepCopy();
            loose.remove("type");
            assertEquals(strict, loose);
        }
    }

    @Test
    void theKindsAndTheirKeysAreThoseOfTheReader() {
        List<String> kinds = new ArrayList<>();
        SCHEMA_TEXT.at("/$defs/case/properties/kind/oneOf").forEach(kind -> kinds.add(kind.get("const").stringValue()));
        assertEquals(Stream.of(CaseKind.values()).map(CaseKind::text).toList(), kinds);
        for (CaseKind kind : CaseKind.values()) {
            Set<String> keys = new TreeSet<>(kind.keys());
            keys.add("assumptions");
            assertEquals(keys, keys(expectationOf(kind.text())), kind.text());
        }
        List<String> formats = new ArrayList<>();
        SCHEMA_TEXT.at("/$defs/configOfLog/properties/format/enum").forEach(word -> formats.add(word.stringValue()));
        assertEquals(Stream.of(LogFormat.values()).map(LogFormat::text).toList(), formats);
    }

    private static String expectationOf(String kind) {
        return "expectOf" + kind.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + kind.substring(1);
    }

    private static Set<String> keys(String definition) {
        return new TreeSet<>(SCHEMA_TEXT.at("/$defs/" + definition + "/properties").propertyNames());
    }

    @Test
    void bothAcceptEveryCaseFile() throws IOException {
        List<Path> files = new ArrayList<>(List.of(everyKey()));
        try (Stream<Path> cases = Files.list(RESOURCES.resolve("cases"))) {
            cases.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        assertTrue(files.size() > 20);
        for (Path file : files) {
            assertEquals(List.of(), schemaErrors(json(file)), file.toString());
            assertEquals(List.of(), problems(file), file.toString());
        }
    }

    @Test
    void theReaderKnowsTheKeysOfTheSchemaAndNoOthers() throws IOException {
        ObjectNode document = json(everyKey());
        assertKnown(document, "", new TreeSet<>(SCHEMA_TEXT.get("properties").propertyNames()));
        for (int i = 0; i < document.get("cases").size(); i++) {
            String at = "/cases/" + i;
            String kind = document.at(at + "/kind").stringValue();
            assertKnown(document, at, keys("case"));
            assertKnown(document, at + "/config", keys(kind.equals("log") ? "configOfLog" : "config"));
            assertKnown(document, at + "/expect", keys(expectationOf(kind)));
            assertKnown(document, at + "/flow", switch (kind) {
                case "route" -> keys("flowOfRoute");
                case "log" -> keys("flowOfLog");
                case "firewall", "nsg", "path" -> keys("flow");
                default -> Set.of();
            });
        }
    }

    private void assertKnown(ObjectNode document, String path, Set<String> keys) throws IOException {
        ObjectNode changed = document.deepCopy();
        ((ObjectNode) changed.at(path)).put("no-such-key", 1);
        assertFalse(schemaErrors(changed).isEmpty(), path);
        Diagnostic unknown = problems(changed).stream().filter(found -> found.code().equals("UNKNOWN_KEY")).findFirst()
                .orElseThrow(() -> new AssertionError(path));
        String listed = unknown.remedy().substring(unknown.remedy().indexOf("known keys: ") + 12);
        assertEquals(keys, listed.isEmpty() ? Set.of() : new TreeSet<>(List.of(listed.split(", "))), path);
    }

    @Test
    void bothJudgeEveryRemovedKeyAlike() throws IOException {
        ObjectNode document = json(everyKey());
        for (String path : paths(document, "")) {
            int slash = path.lastIndexOf('/');
            if (slash >= 0 && document.at(path.substring(0, slash)) instanceof ObjectNode) {
                ObjectNode changed = document.deepCopy();
                ((ObjectNode) changed.at(path.substring(0, slash))).remove(path.substring(slash + 1));
                assertAgreed(changed, "without " + path);
            }
        }
    }

    @Test
    void bothJudgeEveryReplacedValueAlike() throws IOException {
        List<JsonNode> strange = Stream.of("{}", "[]", "null", "\"#?\"", "7").map(JSON::readTree).toList();
        ObjectNode document = json(everyKey());
        for (String path : paths(document, "")) {
            int slash = path.lastIndexOf('/');
            if (slash >= 0 && document.at(path.substring(0, slash)) instanceof ObjectNode) {
                for (JsonNode value : strange) {
                    ObjectNode changed = document.deepCopy();
                    ((ObjectNode) changed.at(path.substring(0, slash))).set(path.substring(slash + 1), value);
                    assertAgreed(changed, path + " = " + value);
                }
            }
        }
    }

    @Test
    void casesMayShareTheEnvironmentsOfTheFile() throws IOException {
        ObjectNode document = json(everyKey());
        ArrayNode cases = (ArrayNode) document.get("cases");
        cases.forEach(each -> {
            if (!each.get("kind").stringValue().equals("log")) {
                ((ObjectNode) each).remove("config");
            }
        });
        assertFalse(schemaErrors(document).isEmpty());
        assertFalse(problems(document).isEmpty());
        document.putArray("environment").add("env.yaml");
        Files.writeString(folder.resolve("env.yaml"), "kind: Environment\n");
        assertEquals(List.of(), schemaErrors(document));
        assertEquals(List.of(), problems(document));
    }

    /// What the schema refuses the reader refuses too, and the other way round but for the syntax of single values.
    private void assertAgreed(ObjectNode document, String what) throws IOException {
        List<Error> schema = schemaErrors(document);
        List<Diagnostic> reader = problems(document);
        boolean forTheSchema = reader.stream().anyMatch(problem -> !problem.code().equals("INVALID_VALUE"));
        assertFalse(!schema.isEmpty() && reader.isEmpty(), () -> what + ": only the schema refuses: " + schema);
        assertFalse(schema.isEmpty() && forTheSchema, () -> what + ": only the reader refuses: " + reader);
    }

    private static List<Error> schemaErrors(ObjectNode document) {
        return SCHEMA.validate(document.toString(), InputFormat.JSON);
    }

    private List<Diagnostic> problems(ObjectNode document) throws IOException {
        return problems(Files.writeString(folder.resolve("t.yaml"), document.toString()));
    }

    private static List<Diagnostic> problems(Path file) {
        return CaseFileReader.read(file, new Diagnostics()).stream().flatMap(entry -> switch (entry) {
            case CaseEntry.Broken broken -> broken.problems().stream();
            case CaseEntry.Readable _ -> Stream.of();
        }).toList();
    }

    private static Path everyKey() {
        return RESOURCES.resolve("dev/sekisho/simulator/cases/every-key.yaml");
    }

    /// All paths below a value, as JSON pointers; names with a slash are left out.
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

    private static ObjectNode json(Path file) throws IOException {
        Node document = YamlTree.read(SourceFile.of(file.toString(), Files.readString(file)), new Diagnostics())
                .orElseThrow();
        return (ObjectNode) json(document);
    }

    private static JsonNode json(Node node) {
        return switch (node) {
            case Node.Mapping mapping -> {
                ObjectNode object = JSON.createObjectNode();
                mapping.entries().forEach(entry -> object.set(entry.key().text(), json(entry.value())));
                yield object;
            }
            case Node.Sequence sequence -> {
                ArrayNode array = JSON.createArrayNode();
                sequence.items().forEach(item -> array.add(json(item)));
                yield array;
            }
            case Node.Scalar scalar when scalar.style() == Node.Style.PLAIN
                    && scalar.text().matches("true|false|null|0|[1-9][0-9]*") ->
                JSON.readTree(scalar.text());
            case Node.Scalar scalar -> JSON.createObjectNode().stringNode(scalar.text());
        };
    }
}

package dev.sekisho.model.io.catalogue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.tree.SourceFile;
import dev.sekisho.model.io.tree.YamlAsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The schema and the reader are two descriptions of one format.
class CatalogueSchemaTest {
    static {
        // The validator's logging library otherwise tells the build that nobody listens to it.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
    }

    private static final Path RESOURCES = Path.of("src/main/resources/dev/sekisho");
    private static final String SHIPPED = read(RESOURCES.resolve("schema/catalogue.schema.json"));
    private static final SchemaRegistry REGISTRY = SchemaRegistry
            .withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema SCHEMA = REGISTRY.getSchema(SHIPPED, InputFormat.JSON);
    private static final String HEADER = "apiVersion: sekisho.dev/v1\nkind: Catalogue\n";

    @Test
    void theSchemaItselfIsValid() {
        Schema meta = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertEquals(List.of(), meta.validate(SHIPPED, InputFormat.JSON));
    }

    @Test
    void everyBuiltInFileFollowsTheSchema() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("catalogue"))) {
            List<Path> entries = files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("catalogue.yaml")).toList();
            assertTrue(entries.size() > 15);
            for (Path file : entries) {
                assertEquals(List.of(), problems(read(file)), file::toString);
            }
        }
    }

    @Test
    void theExampleOfThePageIsAcceptedByBoth() {
        String page = read(Path.of("../docs/catalogue.md"));
        String example = page.substring(page.indexOf("```yaml\n") + 8);
        String text = example.substring(0, example.indexOf("```"));
        assertEquals(List.of(), problems(text));
        assertTrue(isAccepted(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"requirements: [{id: n, feature: base}]", "requirements: [{id: n, purpose: p}]",
            "requirements: [{id: n, feature: base, purpose: p, destinations: {AzureSpace: [a.example]}}]",
            "requirements: [{id: n, feature: base, purpose: p, destinations: {AzurePublic: [a.example]}, ports: ['x']}]",
            "requirements: [{id: n, feature: base, purpose: p, destinations: {AzurePublic: [a.example]}, when: {os: []}}]",
            "services: [{id: n, name: N}]", "facts: [{id: n, topic: t}]", "sources: [{id: n}]", "colour: red",
            "legacyNames: [{name: n}]", "features: [{id: n}]", "shapes: [{id: n, summary: s}]",
            "requirements: {id: n}"})
    void bothRefuseTheSameMistakes(String entries) {
        assertFalse(problems(HEADER + entries).isEmpty(), "schema");
        assertFalse(isAccepted(HEADER + entries), "reader");
    }

    private static List<Error> problems(String yaml) {
        return SCHEMA.validate(YamlAsJson.read(yaml).toString(), InputFormat.JSON);
    }

    private static boolean isAccepted(String text) {
        return CatalogueReader.extend(CatalogueReader.builtIn(), SourceFile.of("own.yaml", text), new Diagnostics())
                .isPresent();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

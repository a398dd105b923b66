package dev.sekisho.model.io.shape;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.tree.JsonTree;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Every property of the resource types that are read is understood, left for a reason, or known as not modelled.
class PropertiesTest {
    private static final int DEEPEST = 7;

    @Test
    void everyPropertyOfTheNetworkTypesHasADecision() throws IOException {
        List<String> lines;
        try (InputStream in = Objects
                .requireNonNull(PropertiesTest.class.getResourceAsStream("network-properties.txt"))) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).toList();
        }
        assertTrue(lines.size() > 500);
        assertEquals(List.of(), lines.stream().filter(line -> !isDecided(line)).toList());
    }

    @Test
    @EnabledIfSystemProperty(named = "sekisho.corpus", matches = ".+")
    void everyPropertyOfAzuresOwnSchemasHasADecision() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("sekisho.corpus"), "schemas"))) {
            for (Path file : files.sorted().toList()) {
                Diagnostics diagnostics = new Diagnostics();
                Node schema = JsonTree.read(SourceFile.read(file, diagnostics, SourceFile.JSON_LIMIT).orElseThrow(),
                        JsonTree.Dialect.STRICT, diagnostics).orElseThrow();
                Schema read = new Schema(schema);
                for (ResourceKind kind : Shapes.kinds()) {
                    read.properties(kind);
                }
                assertTrue(read.found.size() > 1000, () -> file + " has " + read.found.size());
                assertEquals(List.of(), read.found.stream().filter(line -> !isDecided(line)).toList(),
                        file.toString());
            }
        }
    }

    private static boolean isDecided(String line) {
        int blank = line.indexOf(' ');
        Shape shape = Shapes.of(line.substring(0, blank)).orElseThrow().shape();
        return isDecided(List.of(shape), List.of(line.substring(blank + 1).split("\\.")));
    }

    private static boolean isDecided(Collection<Shape> shapes, List<String> path) {
        return shapes.stream().flatMap(shape -> shape.property(path.getFirst()).stream())
                .anyMatch(property -> path.size() == 1 || tells(property.meaning(), path.get(1))
                        || shapesOf(property.meaning()).isEmpty()
                        || isDecided(shapesOf(property.meaning()), path.subList(1, path.size())));
    }

    private static boolean tells(Meaning meaning, String name) {
        return meaning instanceof Meaning.Many(Meaning each) ? tells(each, name)
                : meaning instanceof Meaning.Variant(String key, var _) && key.equals(name);
    }

    private static Collection<Shape> shapesOf(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Part(Shape shape) -> List.of(shape);
            case Meaning.Inner(Shape shape, String _) -> List.of(shape);
            case Meaning.Variant variant -> variant.shapes().values();
            case Meaning.Many(Meaning each) -> shapesOf(each);
            case Meaning.Single _,Meaning.Word _,Meaning.Left _,Meaning.NotModelled _ -> List.of();
        };
    }

    /// The properties of a JSON schema, as far as the level of definitions that repeat themselves.
    private static final class Schema {
        private final Node root;
        private final Set<String> found = new TreeSet<>();

        Schema(Node root) {
            this.root = root;
        }

        void properties(ResourceKind kind) {
            String name = kind.type().substring(kind.type().indexOf('/') + 1).replace('/', '_');
            at(at(root, "resourceDefinitions"), name).entries().stream()
                    .filter(entry -> entry.key().text().equals("properties"))
                    .forEach(entry -> properties(entry.value(), kind.type(), List.of(), List.of()));
        }

        private void properties(Node properties, String type, List<String> path, List<String> seen) {
            for (Node.Entry entry : ((Node.Mapping) properties).entries()) {
                String name = entry.key().text();
                if (path.isEmpty() && name.equals("resources")) {
                    continue;
                }
                List<String> here = new ArrayList<>(path);
                if (!name.equals("properties") && !name.equals("additionalProperties")) {
                    here.add(name);
                    found.add(type + " " + String.join(".", here));
                }
                if (here.size() < DEEPEST) {
                    schema(entry.value(), type, here, seen);
                }
            }
        }

        private void schema(Node schema, String type, List<String> path, List<String> seen) {
            if (!(schema instanceof Node.Mapping mapping)) {
                return;
            }
            for (Node.Entry entry : mapping.entries()) {
                switch (entry.key().text()) {
                    case "properties" -> properties(entry.value(), type, path, seen);
                    case "items" -> schema(entry.value(), type, path, seen);
                    case "oneOf", "anyOf", "allOf" ->
                        ((Node.Sequence) entry.value()).items().forEach(one -> schema(one, type, path, seen));
                    case "$ref" -> {
                        String name = ((Node.Scalar) entry.value()).text();
                        if (name.startsWith("#/definitions/") && !seen.contains(name)) {
                            List<String> more = new ArrayList<>(seen);
                            more.add(name);
                            schema(at(at(root, "definitions"), name.substring("#/definitions/".length())), type,
                                    path, more);
                        }
                    }
                    default -> {
                        // Descriptions, enumerations and other constraints hold no properties.
                    }
                }
            }
        }

        private static Node.Mapping at(Node node, String key) {
            return ((Node.Mapping) node).get(key).map(Node.Mapping.class::cast)
                    .orElseGet(() -> Node.nothing(node.at()));
        }
    }
}

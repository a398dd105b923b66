package dev.sekisho.model.io.tree;

import dev.sekisho.model.diagnostic.Diagnostics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// YAML as the JSON that a schema validator takes.
public final class YamlAsJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private YamlAsJson() {}

    /// Reads one document.
    public static JsonNode read(String yaml) {
        return json(YamlTree.read(SourceFile.of("t.yaml", yaml), new Diagnostics()).orElseThrow());
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
                    && scalar.text().matches("true|false|null|[0-9]+") ->
                JSON.readTree(scalar.text());
            case Node.Scalar scalar -> JSON.createObjectNode().stringNode(scalar.text());
        };
    }
}

package dev.sekisho.generator.format.json;

import dev.sekisho.generator.format.resource.Value;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON as people format it: two spaces, one item a line, no space before a colon.
public final class JsonText {
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER = JsonMapper.shared().writer()
            .with(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER).withObjectEmptySeparator("")
                    .withArrayEmptySeparator("")).withObjectIndenter(INDENT).withArrayIndenter(INDENT));

    private JsonText() {}

    /// Returns the text, with a line feed at the end.
    public static String write(JsonNode node) {
        return WRITER.writeValueAsString(node) + "\n";
    }

    /// Returns a value as a JSON tree.
    public static JsonNode tree(Value value, References references) {
        return switch (value) {
            case Value.Text(String text) -> JsonNodeFactory.instance.stringNode(references.text(text));
            case Value.Number(int number) -> JsonNodeFactory.instance.numberNode(number);
            case Value.Flag(boolean on) -> JsonNodeFactory.instance.booleanNode(on);
            case Value.ParameterValue(var parameter) ->
                JsonNodeFactory.instance.stringNode(references.parameter(parameter));
            case Value.IdOf(String symbol) -> JsonNodeFactory.instance.stringNode(references.idOf(symbol));
            case Value.Items(var items) -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                items.forEach(item -> array.add(tree(item, references)));
                yield array;
            }
            case Value.Fields(var fields) -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                fields.forEach(field -> object.set(field.name(), tree(field.value(), references)));
                yield object;
            }
        };
    }
}

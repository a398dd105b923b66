package dev.sekisho.generator.format.arm;

import dev.sekisho.generator.format.json.JsonText;
import dev.sekisho.generator.format.resource.AzureResource;
import dev.sekisho.generator.format.resource.Parameter;
import dev.sekisho.generator.format.resource.Value;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One template in the making.
final class ArmTemplate {
    private static final String SCHEMA = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";

    private final ObjectNode template = object();
    private final ArmExpressions expressions;

    /// @param mark the line by which the file is known as ours
    /// @param description what the template brings
    ArmTemplate(List<AzureResource> all, List<Parameter> parameters, String mark, String description) {
        expressions = new ArmExpressions(all);
        template.put("$schema", SCHEMA).put("contentVersion", "1.0.0.0");
        template.putObject("metadata").put("generator", mark).put("description", description);
        ObjectNode declarations = template.putObject("parameters");
        parameters.forEach(parameter -> declarations.set(parameter.name(), declaration(parameter)));
        ArrayNode array = template.putArray("resources");
        all.stream().filter(resource -> !resource.isExisting())
                .forEach(resource -> array.add(resource(resource, expressions)));
    }

    void output(String name, String description, Value.Items value) {
        ObjectNode output = template.withObjectProperty("outputs").putObject(name).put("type", "array");
        output.set("value", JsonText.tree(value, expressions));
        output.putObject("metadata").put("description", description);
    }

    ObjectNode node() {
        return template;
    }

    private static ObjectNode declaration(Parameter parameter) {
        ObjectNode declaration = object();
        switch (parameter.preset()) {
            case Parameter.Preset.Text(String text) ->
                declaration.put("type", "string").put("defaultValue", text);
            case Parameter.Preset.OwnResourceGroup.OWN_RESOURCE_GROUP ->
                declaration.put("type", "string").put("defaultValue", "[resourceGroup().name]");
            case Parameter.Preset.Switch.ON -> declaration.put("type", "bool").put("defaultValue", true);
            case Parameter.Preset.Required.REQUIRED -> declaration.put("type", "string").put("minLength", 1);
        }
        declaration.putObject("metadata").put("description", parameter.description());
        return declaration;
    }

    private static ObjectNode resource(AzureResource resource, ArmExpressions expressions) {
        ObjectNode node = object();
        if (resource.role() instanceof AzureResource.Role.MadeIf(Parameter condition)) {
            node.put("condition", expressions.parameter(condition));
        }
        node.put("type", resource.type()).put("apiVersion", resource.apiVersion()).put("name",
                expressions.name(resource));
        if (!resource.comment().isEmpty()) {
            node.put("comments", resource.comment());
        }
        resource.top().fields().forEach(field -> node.set(field.name(), JsonText.tree(field.value(), expressions)));
        resource.location().ifPresent(location -> node.set("location", JsonText.tree(location, expressions)));
        List<String> before = resource.prerequisites()
                .filter(symbol -> !expressions.resource(symbol).isExisting()).map(expressions::idOf).toList();
        if (!before.isEmpty()) {
            ArrayNode dependsOn = node.putArray("dependsOn");
            before.forEach(dependsOn::add);
        }
        if (!resource.properties().fields().isEmpty()) {
            node.set("properties", JsonText.tree(resource.properties(), expressions));
        }
        return node;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}

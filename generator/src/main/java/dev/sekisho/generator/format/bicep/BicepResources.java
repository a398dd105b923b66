package dev.sekisho.generator.format.bicep;

import dev.sekisho.generator.format.resource.AzureResource;
import dev.sekisho.generator.format.resource.Lines;
import dev.sekisho.generator.format.resource.Parameter;
import java.util.List;

/// Parameters and resources in Bicep.
final class BicepResources {
    private BicepResources() {}

    static void write(Lines lines, List<AzureResource> resources, List<Parameter> parameters) {
        parameters.forEach(parameter -> declaration(lines, parameter));
        resources.forEach(resource -> resource(lines, resource));
    }

    private static void declaration(Lines lines, Parameter parameter) {
        lines.line("@description(" + BicepText.quote(parameter.description()) + ")");
        lines.line(switch (parameter.preset()) {
            case Parameter.Preset.Text(String text) ->
                "param " + parameter.name() + " string = " + BicepText.quote(text);
            case Parameter.Preset.OwnResourceGroup _ ->
                "param " + parameter.name() + " string = resourceGroup().name";
            case Parameter.Preset.Switch _ -> "param " + parameter.name() + " bool = true";
            case Parameter.Preset.Required _ -> "param " + parameter.name() + " string";
        }).blank();
    }

    private static void resource(Lines lines, AzureResource resource) {
        lines.comment(resource.comment());
        lines.line("resource " + resource.symbol() + " '" + resource.type() + "@" + resource.apiVersion() + "' "
                + switch (resource.role()) {
                    case AzureResource.Role.Made _ -> "= {";
                    case AzureResource.Role.MadeIf(Parameter condition) -> "= if (" + condition.name() + ") {";
                    case AzureResource.Role.Existing _ -> "existing = {";
                });
        resource.parent().ifPresent(parent -> lines.line("  parent: " + parent));
        BicepText.write(lines, "  ", "name: ", resource.name());
        if (resource.parent().isEmpty() && resource.role() instanceof AzureResource.Role.Existing(var group)) {
            group.ifPresent(parameter -> lines.line("  scope: resourceGroup(" + parameter.name() + ")"));
        }
        resource.top().fields()
                .forEach(field -> BicepText.write(lines, "  ", BicepText.key(field.name()) + ": ", field.value()));
        resource.location().ifPresent(location -> BicepText.write(lines, "  ", "location: ", location));
        if (!resource.properties().fields().isEmpty()) {
            BicepText.write(lines, "  ", "properties: ", resource.properties());
        }
        if (!resource.dependsOn().isEmpty()) {
            lines.line("  dependsOn: [");
            resource.dependsOn().forEach(symbol -> lines.line("    " + symbol));
            lines.line("  ]");
        }
        lines.line("}").blank();
    }
}

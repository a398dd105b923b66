package dev.sekisho.generator.format.json;

import dev.sekisho.generator.format.GeneratedMark;
import dev.sekisho.generator.format.resource.Parameter;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A parameter file, which ARM templates and Bicep files share.
public final class ParameterFile {
    private static final String SCHEMA = "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#";

    private ParameterFile() {}

    /// Returns the file with the parameters that have a value, ready to be changed, or nothing where none has. The
    /// required ones are left out, so that the operator is asked for them. Such a file knows no metadata but that of a
    /// parameter, so the first one carries the mark.
    public static Optional<String> of(List<Parameter> all, GeneratedMark mark) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("$schema", SCHEMA).put("contentVersion", "1.0.0.0");
        ObjectNode parameters = file.putObject("parameters");
        for (Parameter parameter : all) {
            switch (parameter.preset()) {
                case Parameter.Preset.Text(String text) -> assignment(parameters, parameter, mark).put("value", text);
                case Parameter.Preset.Switch.ON -> assignment(parameters, parameter, mark).put("value", true);
                case Parameter.Preset.OwnResourceGroup _,Parameter.Preset.Required _ -> {
                    // The template's own default holds, or the operator is asked.
                }
            }
        }
        return parameters.isEmpty() ? Optional.empty() : Optional.of(JsonText.write(file));
    }

    private static ObjectNode assignment(ObjectNode parameters, Parameter parameter, GeneratedMark mark) {
        ObjectNode assignment = parameters.putObject(parameter.name());
        if (parameters.size() == 1) {
            assignment.putObject("metadata").put("generator", mark.toString());
        }
        return assignment;
    }
}

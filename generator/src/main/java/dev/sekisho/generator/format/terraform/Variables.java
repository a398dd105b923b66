package dev.sekisho.generator.format.terraform;

import dev.sekisho.generator.format.resource.Parameter;
import java.util.LinkedHashSet;
import java.util.Set;

/// The variables of the module. A variable is declared because something refers to it.
final class Variables {
    private static final Parameter RESOURCE_GROUP = new Parameter("resourceGroupName",
            "Resource group of everything that is created", Parameter.Preset.Required.REQUIRED);

    private final Parameter location;
    private final Set<Parameter> used = new LinkedHashSet<>();

    /// @param location region of everything that is created
    Variables(Parameter location) {
        this.location = location;
    }

    /// Returns the expression for the value of a parameter.
    String of(Parameter parameter) {
        used.add(parameter);
        String name = "var." + parameter.snakeName();
        return parameter.preset() == Parameter.Preset.OwnResourceGroup.OWN_RESOURCE_GROUP
                ? "coalesce(" + name + ", " + of(RESOURCE_GROUP) + ")"
                : name;
    }

    /// Returns the expression for the resource group of everything that is created.
    String resourceGroup() {
        return of(RESOURCE_GROUP);
    }

    /// Returns the expression for the region.
    String location() {
        return of(location);
    }

    /// Writes the declarations, the required ones first.
    void declare(Hcl hcl) {
        used.stream().filter(Parameter::isRequired).forEach(parameter -> declare(hcl, parameter));
        used.stream().filter(parameter -> !parameter.isRequired()).forEach(parameter -> declare(hcl, parameter));
    }

    private static void declare(Hcl hcl, Parameter parameter) {
        hcl.open("variable " + Hcl.quote(parameter.snakeName()));
        switch (parameter.preset()) {
            case Parameter.Preset.Text(String text) ->
                hcl.text("description", parameter.description()).attribute("type", "string").text("default", text);
            case Parameter.Preset.Switch _ -> hcl.text("description", parameter.description())
                    .attribute("type", "bool").attribute("default", "true");
            case Parameter.Preset.OwnResourceGroup _ -> hcl
                    .text("description", parameter.description() + "; resource_group_name where it is not given")
                    .attribute("type", "string").attribute("default", "null");
            case Parameter.Preset.Required _ ->
                hcl.text("description", parameter.description()).attribute("type", "string");
        }
        hcl.close().blank();
    }
}

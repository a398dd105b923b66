package dev.sekisho.generator.format.arm;

import dev.sekisho.generator.format.GeneratedMark;
import dev.sekisho.generator.format.Output;
import dev.sekisho.generator.format.OutputFile;
import dev.sekisho.generator.format.OutputFormat;
import dev.sekisho.generator.format.Refusal;
import dev.sekisho.generator.format.Writer;
import dev.sekisho.generator.format.azcli.SubnetScript;
import dev.sekisho.generator.format.json.JsonText;
import dev.sekisho.generator.format.json.ParameterFile;
import dev.sekisho.generator.format.resource.AzureResource;
import dev.sekisho.generator.format.resource.AzureResources;
import dev.sekisho.generator.format.resource.Expressible;
import dev.sekisho.generator.format.resource.Parameter;
import dev.sekisho.generator.format.resource.Preamble;
import dev.sekisho.generator.format.resource.Value;
import dev.sekisho.generator.plan.DeploymentPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes `arm/azuredeploy.json`, `arm/azuredeploy.parameters.json` and `arm/attach-subnets.sh`.
///
/// The template is for the resource group of the firewall policy, in the subscription that also holds the cluster's
/// network. It adds to the policy, and names every other existing thing without touching it; subnets are left to the
/// script (see [SubnetScript]).
public final class ArmWriter implements Writer {
    private static final String TEMPLATE_SCHEMA = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";
    private static final String PARAMETERS_SCHEMA = "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#";

    private final String version;

    /// @param version version of Sekisho, for the mark
    public ArmWriter(String version) {
        this.version = version;
    }

    @Override
    public OutputFormat format() {
        return OutputFormat.ARM;
    }

    @Override
    public Output write(DeploymentPlan plan) {
        List<Refusal> refusals = Expressible.refusals(plan);
        if (!refusals.isEmpty()) {
            return Output.refused(refusals);
        }
        AzureResources resources = AzureResources.of(plan);
        GeneratedMark mark = GeneratedMark.of(plan, version);
        List<OutputFile> files = new ArrayList<>();
        files.add(OutputFile.of("arm/azuredeploy.json", JsonText.write(template(resources, plan, mark))));
        ParameterFile.of(resources.parameters(), mark)
                .map(text -> OutputFile.of("arm/azuredeploy.parameters.json", text)).ifPresent(files::add);
        SubnetScript.of(plan, mark).map(script -> OutputFile.script("arm/attach-subnets.sh", script))
                .ifPresent(files::add);
        return new Output(files, List.of());
    }

    private static ObjectNode template(AzureResources resources, DeploymentPlan plan, GeneratedMark mark) {
        ArmExpressions expressions = new ArmExpressions(resources.all());
        ObjectNode template = object();
        template.put("$schema", TEMPLATE_SCHEMA).put("contentVersion", "1.0.0.0");
        List<String> preamble = Preamble.lines(plan, mark);
        ObjectNode metadata = template.putObject("metadata").put("generator", preamble.getFirst());
        metadata.put("description",
                preamble.stream().skip(1).collect(Collectors.joining(" "))
                        + " Deploy it to the resource group of the firewall policy."
                        + (SubnetScript.of(plan, mark).isPresent()
                                ? " Then run attach-subnets.sh: a template that states a subnet would replace all of"
                                        + " its properties."
                                : ""));
        ObjectNode parameters = template.putObject("parameters");
        resources.parameters().forEach(parameter -> parameters.set(parameter.name(), declaration(parameter)));
        ArrayNode array = template.putArray("resources");
        resources.all().stream().filter(resource -> !resource.isExisting())
                .forEach(resource -> array.add(resource(resource, expressions)));
        if (!resources.clusterOptions().isEmpty()) {
            ObjectNode options = template.putObject("outputs").putObject("clusterOptions").put("type", "array");
            options.set("value", JsonText.tree(new Value.Items(resources.clusterOptions()), expressions));
            options.putObject("metadata").put("description", "Options of az aks create that fit these resources");
        }
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

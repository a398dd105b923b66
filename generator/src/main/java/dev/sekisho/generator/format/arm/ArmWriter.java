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
import dev.sekisho.generator.format.resource.AzureResources;
import dev.sekisho.generator.format.resource.Expressible;
import dev.sekisho.generator.format.resource.Preamble;
import dev.sekisho.generator.format.resource.Value;
import dev.sekisho.generator.plan.DeploymentPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// Writes `arm/azuredeploy.json`, `arm/azuredeploy.parameters.json` and `arm/attach-subnets.sh`.
///
/// The template is for the resource group of the firewall policy, in the subscription that also holds the cluster's
/// network. It adds to the policy, and names every other existing thing without touching it; subnets are left to the
/// script (see [SubnetScript]).
public final class ArmWriter implements Writer {
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
        List<String> preamble = Preamble.lines(plan, mark);
        String description = preamble.stream().skip(1).collect(Collectors.joining(" "))
                + " Deploy it to the resource group of the firewall policy."
                + (SubnetScript.of(plan, mark).isPresent()
                        ? " Then run attach-subnets.sh: a template that states a subnet would replace all of its"
                                + " properties."
                        : "");
        ArmTemplate template = new ArmTemplate(resources.all(), resources.parameters(), preamble.getFirst(),
                description);
        if (!resources.clusterOptions().isEmpty()) {
            template.output("clusterOptions", "Options of az aks create that fit these resources",
                    new Value.Items(resources.clusterOptions()));
        }
        return template.node();
    }
}

package dev.sekisho.generator.format.bicep;

import dev.sekisho.generator.format.GeneratedMark;
import dev.sekisho.generator.format.Output;
import dev.sekisho.generator.format.OutputFile;
import dev.sekisho.generator.format.OutputFormat;
import dev.sekisho.generator.format.Refusal;
import dev.sekisho.generator.format.Writer;
import dev.sekisho.generator.format.azcli.SubnetScript;
import dev.sekisho.generator.format.json.ParameterFile;
import dev.sekisho.generator.format.resource.AzureResources;
import dev.sekisho.generator.format.resource.Expressible;
import dev.sekisho.generator.format.resource.Lines;
import dev.sekisho.generator.format.resource.Preamble;
import dev.sekisho.generator.format.resource.Value;
import dev.sekisho.generator.plan.DeploymentPlan;
import java.util.ArrayList;
import java.util.List;

/// Writes `bicep/main.bicep`, `bicep/main.parameters.json` and `bicep/attach-subnets.sh`: the same resources as the ARM
/// template, for the same place.
public final class BicepWriter implements Writer {
    private final String version;

    /// @param version version of Sekisho, for the mark
    public BicepWriter(String version) {
        this.version = version;
    }

    @Override
    public OutputFormat format() {
        return OutputFormat.BICEP;
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
        files.add(OutputFile.of("bicep/main.bicep", template(resources, plan, mark)));
        ParameterFile.of(resources.parameters(), mark)
                .map(text -> OutputFile.of("bicep/main.parameters.json", text)).ifPresent(files::add);
        SubnetScript.of(plan, mark).map(script -> OutputFile.script("bicep/attach-subnets.sh", script))
                .ifPresent(files::add);
        return new Output(files, List.of());
    }

    private static String template(AzureResources resources, DeploymentPlan plan, GeneratedMark mark) {
        Lines lines = new Lines("//");
        Preamble.lines(plan, mark).forEach(lines::comment);
        lines.comment("Deploy it to the resource group of the firewall policy."
                + (SubnetScript.of(plan, mark).isPresent()
                        ? " Then run attach-subnets.sh: a template that states a subnet would replace all of its"
                                + " properties."
                        : ""));
        lines.blank();
        BicepResources.write(lines, resources.all(), resources.parameters());
        if (!resources.clusterOptions().isEmpty()) {
            lines.line("@description('Options of az aks create that fit these resources')");
            BicepText.write(lines, "", "output clusterOptions array = ",
                    new Value.Items(resources.clusterOptions()));
        }
        return lines.toString();
    }
}

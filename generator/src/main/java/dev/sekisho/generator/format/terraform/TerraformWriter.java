package dev.sekisho.generator.format.terraform;

import dev.sekisho.generator.format.GeneratedMark;
import dev.sekisho.generator.format.Output;
import dev.sekisho.generator.format.OutputFile;
import dev.sekisho.generator.format.OutputFormat;
import dev.sekisho.generator.format.Refusal;
import dev.sekisho.generator.format.Writer;
import dev.sekisho.generator.format.azcli.SubnetScript;
import dev.sekisho.generator.format.resource.Expressible;
import dev.sekisho.generator.format.resource.Parameters;
import dev.sekisho.generator.format.resource.Preamble;
import dev.sekisho.generator.format.resource.Symbols;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.model.cluster.Cloud;
import java.util.ArrayList;
import java.util.List;

/// Writes `terraform/main.tf`, `variables.tf`, `outputs.tf` and `versions.tf`, in the layout of `terraform fmt`, and
/// `enable-service-endpoints.sh` where service endpoints are planned.
///
/// The module adds to an existing policy and network, which it only reads.
public final class TerraformWriter implements Writer {
    private final String version;

    /// @param version version of Sekisho, for the mark
    public TerraformWriter(String version) {
        this.version = version;
    }

    @Override
    public OutputFormat format() {
        return OutputFormat.TERRAFORM;
    }

    @Override
    public Output write(DeploymentPlan plan) {
        List<Refusal> refusals = new ArrayList<>(Expressible.refusals(plan));
        plan.firewall().ifPresent(firewall -> refusals.addAll(NatCheck.of(firewall.policy(), "rule ")));
        if (!refusals.isEmpty()) {
            return Output.refused(refusals);
        }
        GeneratedMark mark = GeneratedMark.of(plan, version);
        Parameters parameters = Parameters.of(plan);
        Variables variables = new Variables(parameters.location());
        Hcl main = new Hcl();
        Preamble.lines(plan, mark).forEach(main::comment);
        main.blank();
        Symbols symbols = new Symbols();
        plan.firewall()
                .ifPresent(firewall -> new TerraformFirewall(main, variables, symbols).write(firewall, parameters));
        TerraformNetwork network = new TerraformNetwork(plan, main, variables, symbols, parameters);
        network.write();
        Hcl outputs = new Hcl();
        network.outputs(outputs);
        Hcl declarations = new Hcl();
        variables.declare(declarations);

        List<OutputFile> files = new ArrayList<>();
        files.add(OutputFile.of("terraform/main.tf", main.toString()));
        add(files, "terraform/variables.tf", mark, declarations);
        add(files, "terraform/outputs.tf", mark, outputs);
        add(files, "terraform/versions.tf", mark, versions(plan.intent().cluster().cloud()));
        SubnetScript.ofServiceEndpoints(plan, mark)
                .map(script -> OutputFile.script("terraform/" + SubnetScript.SERVICE_ENDPOINTS, script))
                .ifPresent(files::add);
        return new Output(files, List.of());
    }

    static void add(List<OutputFile> files, String path, GeneratedMark mark, Hcl content) {
        if (!content.isEmpty()) {
            files.add(OutputFile.of(path, "# " + mark + "\n\n" + content));
        }
    }

    static Hcl versions(Cloud cloud) {
        Hcl hcl = new Hcl().open("terraform").text("required_version", ">= 1.5").blank().open("required_providers")
                .open("azurerm =").text("source", "hashicorp/azurerm").text("version", "~> 4.0").close().close()
                .close().blank();
        hcl.comment("The subscription comes from ARM_SUBSCRIPTION_ID.").open("provider \"azurerm\"");
        switch (cloud) {
            case AZURE_PUBLIC -> {
                // The provider's own default.
            }
            case AZURE_US_GOVERNMENT -> hcl.text("environment", "usgovernment").blank();
            case AZURE_CHINA -> hcl.text("environment", "china").blank();
        }
        return hcl.line("features {}").close();
    }
}

package dev.sekisho.generator;

import dev.sekisho.generator.format.OutputFormat;
import dev.sekisho.generator.format.Writer;
import dev.sekisho.generator.format.arm.ArmWriter;
import dev.sekisho.generator.format.azcli.AzCliWriter;
import dev.sekisho.generator.format.bicep.BicepWriter;
import dev.sekisho.generator.format.kubernetes.KubernetesWriter;
import dev.sekisho.generator.format.terraform.TerraformWriter;
import dev.sekisho.generator.format.yaml.YamlWriter;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.generator.plan.PlannedEnvironment;
import dev.sekisho.model.environment.Environment;
import java.util.function.Function;

/// The writer of each format.
///
/// @param version version of Sekisho, which stands in every file
/// @param environment what a plan leads to once it is deployed
public record Writers(String version, Function<DeploymentPlan, Environment> environment) {
    /// Writers whose environments are the planned ones.
    public Writers(String version) {
        this(version, PlannedEnvironment::of);
    }

    /// Returns the writer of a format.
    public Writer of(OutputFormat format) {
        return switch (format) {
            case ARM -> new ArmWriter(version);
            case BICEP -> new BicepWriter(version);
            case TERRAFORM -> new TerraformWriter(version);
            case AZCLI -> new AzCliWriter(version);
            case YAML -> new YamlWriter(version, environment);
            case KUBERNETES -> new KubernetesWriter(version);
        };
    }
}

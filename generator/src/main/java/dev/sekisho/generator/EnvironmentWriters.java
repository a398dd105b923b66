package dev.sekisho.generator;

import dev.sekisho.generator.format.OutputFormat;
import dev.sekisho.generator.format.arm.ArmEnvironmentWriter;
import dev.sekisho.generator.format.azcli.AzCliEnvironmentWriter;
import dev.sekisho.generator.format.bicep.BicepEnvironmentWriter;
import dev.sekisho.generator.format.environment.EnvironmentWriter;
import dev.sekisho.generator.format.kubernetes.KubernetesEnvironmentWriter;
import dev.sekisho.generator.format.terraform.TerraformEnvironmentWriter;
import dev.sekisho.generator.format.yaml.YamlEnvironmentWriter;

/// The writer of environments in each format.
public final class EnvironmentWriters {
    private EnvironmentWriters() {}

    /// Returns the writer of a format.
    public static EnvironmentWriter of(OutputFormat format) {
        return switch (format) {
            case ARM -> new ArmEnvironmentWriter();
            case BICEP -> new BicepEnvironmentWriter();
            case TERRAFORM -> new TerraformEnvironmentWriter();
            case AZCLI -> new AzCliEnvironmentWriter();
            case YAML -> new YamlEnvironmentWriter();
            case KUBERNETES -> new KubernetesEnvironmentWriter();
        };
    }
}

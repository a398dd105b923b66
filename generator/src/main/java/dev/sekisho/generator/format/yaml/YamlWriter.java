package dev.sekisho.generator.format.yaml;

import dev.sekisho.generator.format.GeneratedMark;
import dev.sekisho.generator.format.Output;
import dev.sekisho.generator.format.OutputFormat;
import dev.sekisho.generator.format.Writer;
import dev.sekisho.generator.format.resource.Preamble;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.model.environment.Environment;
import java.util.function.Function;

/// Writes the environment that a plan leads to as `sekisho/environment.yaml`.
public final class YamlWriter implements Writer {
    private final String version;
    private final Function<DeploymentPlan, Environment> environment;

    /// @param version version of Sekisho, for the mark
    /// @param environment what a plan leads to once it is deployed
    public YamlWriter(String version, Function<DeploymentPlan, Environment> environment) {
        this.version = version;
        this.environment = environment;
    }

    @Override
    public OutputFormat format() {
        return OutputFormat.YAML;
    }

    @Override
    public Output write(DeploymentPlan plan) {
        return new EnvironmentYamlWriter(Preamble.lines(plan, GeneratedMark.of(plan, version)), plan.intent().name())
                .write(environment.apply(plan));
    }
}

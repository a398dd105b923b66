package dev.sekisho.generator.format.terraform;

import dev.sekisho.generator.format.GeneratedMark;
import dev.sekisho.generator.format.OutputFile;
import dev.sekisho.generator.format.Refusal;
import dev.sekisho.generator.format.environment.Conversion;
import dev.sekisho.generator.format.environment.EnvironmentWriter;
import dev.sekisho.generator.format.environment.Facts;
import dev.sekisho.model.cluster.Cloud;
import dev.sekisho.model.environment.Environment;
import java.util.ArrayList;
import java.util.List;

/// Writes an environment as `terraform/main.tf`, `variables.tf` and `versions.tf`: a module that makes all of it.
public final class TerraformEnvironmentWriter implements EnvironmentWriter {
    @Override
    public Conversion write(Environment environment, String name, GeneratedMark mark) {
        Module module = new Module(environment);
        NetworkModule network = new NetworkModule(module);
        module.hcl().comment(mark.toString())
                .comment("What " + name + " describes. It makes all of it anew; to take over"
                        + " what exists, import it first.")
                .blank();
        network.write(environment);
        new FirewallModule(module).write(environment);
        network.endpoints(environment);
        Hcl declarations = new Hcl();
        module.variables().declare(declarations);
        List<OutputFile> files = new ArrayList<>();
        files.add(OutputFile.of("terraform/main.tf", module.hcl().toString()));
        TerraformWriter.add(files, "terraform/variables.tf", mark, declarations);
        TerraformWriter.add(files, "terraform/versions.tf", mark, TerraformWriter.versions(Cloud.AZURE_PUBLIC));
        List<Refusal> refused = new ArrayList<>(Facts.of(environment));
        refused.addAll(module.refused());
        return new Conversion(files, refused);
    }
}

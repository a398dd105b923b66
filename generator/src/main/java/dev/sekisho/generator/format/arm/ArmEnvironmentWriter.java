package dev.sekisho.generator.format.arm;

import dev.sekisho.generator.format.GeneratedMark;
import dev.sekisho.generator.format.OutputFile;
import dev.sekisho.generator.format.environment.Conversion;
import dev.sekisho.generator.format.environment.EnvironmentResources;
import dev.sekisho.generator.format.environment.EnvironmentWriter;
import dev.sekisho.generator.format.json.JsonText;
import dev.sekisho.generator.format.json.ParameterFile;
import dev.sekisho.model.environment.Environment;
import java.util.ArrayList;
import java.util.List;

/// Writes an environment as `arm/azuredeploy.json` with its parameter file.
public final class ArmEnvironmentWriter implements EnvironmentWriter {
    @Override
    public Conversion write(Environment environment, String name, GeneratedMark mark) {
        EnvironmentResources made = EnvironmentResources.of(environment);
        List<OutputFile> files = new ArrayList<>();
        ArmTemplate template = new ArmTemplate(made.resources(), made.parameters(), mark.toString(),
                "What " + name + " describes. Deploy it to a resource group of its own.");
        files.add(OutputFile.of("arm/azuredeploy.json", JsonText.write(template.node())));
        ParameterFile.of(made.parameters(), mark)
                .map(text -> OutputFile.of("arm/azuredeploy.parameters.json", text)).ifPresent(files::add);
        return new Conversion(files, made.refused());
    }
}

package dev.sekisho.generator.format.bicep;

import dev.sekisho.generator.format.GeneratedMark;
import dev.sekisho.generator.format.OutputFile;
import dev.sekisho.generator.format.environment.Conversion;
import dev.sekisho.generator.format.environment.EnvironmentResources;
import dev.sekisho.generator.format.environment.EnvironmentWriter;
import dev.sekisho.generator.format.json.ParameterFile;
import dev.sekisho.generator.format.resource.Lines;
import dev.sekisho.model.environment.Environment;
import java.util.ArrayList;
import java.util.List;

/// Writes an environment as `bicep/main.bicep` with its parameter file.
public final class BicepEnvironmentWriter implements EnvironmentWriter {
    @Override
    public Conversion write(Environment environment, String name, GeneratedMark mark) {
        EnvironmentResources made = EnvironmentResources.of(environment);
        Lines lines = new Lines("//");
        lines.comment(mark.toString())
                .comment("What " + name + " describes. Deploy it to a resource group of its own.").blank();
        BicepResources.write(lines, made.resources(), made.parameters());
        List<OutputFile> files = new ArrayList<>();
        files.add(OutputFile.of("bicep/main.bicep", lines.toString()));
        ParameterFile.of(made.parameters(), mark)
                .map(text -> OutputFile.of("bicep/main.parameters.json", text)).ifPresent(files::add);
        return new Conversion(files, made.refused());
    }
}

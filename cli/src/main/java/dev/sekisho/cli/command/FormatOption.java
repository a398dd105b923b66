package dev.sekisho.cli.command;

import dev.sekisho.generator.format.OutputFormat;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// The option `--format`: what to write.
final class FormatOption {
    private static final String ALL = "all";

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--format", paramLabel = "FORMAT", split = ",", defaultValue = ALL, description = "What to write: arm, bicep, terraform, azcli, yaml, kubernetes, or all (default: ${DEFAULT-VALUE}).")
    private List<String> formats = new ArrayList<>();

    /// Returns the formats that are asked for.
    ///
    /// @param all what `all` stands for
    /// @throws ParameterException if one is not known
    Set<OutputFormat> wanted(Set<OutputFormat> all) {
        Set<OutputFormat> wanted = EnumSet.noneOf(OutputFormat.class);
        for (String name : formats) {
            if (name.equals(ALL)) {
                return all;
            }
            wanted.add(OutputFormat.named(name).orElseThrow(() -> new ParameterException(spec.commandLine(),
                    "'" + name + "' is not a format; known: " + String.join(", ", OutputFormat.cliNames())
                            + ", all")));
        }
        return wanted;
    }
}

package dev.sekisho.generator.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The formats that a plan can be written in, each with the name that the command line uses.
public enum OutputFormat {
    ARM("arm"), BICEP("bicep"), TERRAFORM("terraform"), AZCLI("azcli"), YAML("yaml"), KUBERNETES("kubernetes");

    private final String cliName;

    OutputFormat(String cliName) {
        this.cliName = cliName;
    }

    /// Returns the name that `--format` takes.
    public String cliName() {
        return cliName;
    }

    /// Returns the names of all formats, in the order in which they are written.
    public static List<String> cliNames() {
        return Arrays.stream(values()).map(OutputFormat::cliName).toList();
    }

    /// Returns the format of this name, without regard to case, or nothing where there is none.
    public static Optional<OutputFormat> named(String name) {
        return Arrays.stream(values()).filter(format -> format.cliName.equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    @Override
    public String toString() {
        return cliName;
    }
}

package dev.sekisho.cli.command;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.environment.EnvironmentReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// The option `--env`: files and folders that together describe what exists or is proposed.
final class EnvironmentOption {
    @Option(names = "--env", paramLabel = "PATH", required = true, description = "A file or folder that describes what exists or is proposed; may be given several times.")
    private List<Path> paths = new ArrayList<>();

    /// Reads all of them into one environment; what is wrong is among the diagnostics.
    Environment read(Diagnostics diagnostics) {
        return EnvironmentReader.read(paths, diagnostics);
    }
}

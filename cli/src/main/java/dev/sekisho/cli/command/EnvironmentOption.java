package dev.sekisho.cli.command;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.io.environment.EnvironmentReader;
import dev.sekisho.model.io.environment.Inspection;
import dev.sekisho.model.io.kubernetes.ManifestReader;
import dev.sekisho.model.kubernetes.Manifests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// The option `--env`: files and folders that together describe what exists or is proposed.
final class EnvironmentOption {
    @Option(names = "--env", paramLabel = "PATH", required = true, description = "A file or folder that describes what exists or is proposed; may be given several times.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--parameters", paramLabel = "FILE", description = "A file with values for the parameters of ARM templates; may be given several times, and a later one wins.")
    private List<Path> parameters = new ArrayList<>();

    /// Reads all of them into one environment; what is wrong is among the diagnostics.
    Environment read(Diagnostics diagnostics) {
        return EnvironmentReader.read(paths, parameters, diagnostics);
    }

    /// Reads other files and folders with the same parameters.
    Environment read(List<Path> others, Diagnostics diagnostics) {
        return EnvironmentReader.read(others, parameters, diagnostics);
    }

    /// Requires that an environment has a firewall of that name.
    ///
    /// @throws ParameterException where it has none
    static void requireFirewall(String name, Environment environment, CommandSpec spec) {
        if (environment.firewalls().stream().noneMatch(firewall -> firewall.name().equalsIgnoreCase(name))) {
            String known = String.join(", ", environment.firewalls().stream().map(Firewall::name).toList());
            throw new ParameterException(spec.commandLine(), "the environment has no firewall"
                    + (known.isEmpty() ? "" : " " + name + ", only " + known));
        }
    }

    /// Reads the Kubernetes manifests among them.
    Manifests manifests(Diagnostics diagnostics) {
        return ManifestReader.among(paths, diagnostics);
    }

    /// Reads all of them, and tells what else was found.
    Inspection inspect(Diagnostics diagnostics) {
        return EnvironmentReader.inspect(paths, parameters, diagnostics);
    }

    /// Returns the names of the files and folders, without those of the folders around them.
    String fileNames() {
        return fileNames(paths);
    }

    /// Returns the names of some files and folders, without those of the folders around them.
    static String fileNames(List<Path> files) {
        return files.stream().map(path -> String.valueOf(path.toAbsolutePath().normalize().getFileName()))
                .collect(Collectors.joining(" "));
    }
}

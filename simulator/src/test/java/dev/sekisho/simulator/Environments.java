package dev.sekisho.simulator;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.environment.EnvironmentReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Environments for tests, read from YAML.
public final class Environments {
    private Environments() {}

    /// Reads the text after the four lines that every environment begins with.
    public static Environment of(String yaml) {
        try {
            Path file = Files.createTempFile("environment", ".yaml");
            Files.writeString(file, """
                    apiVersion: sekisho.dev/v1
                    kind: Environment
                    metadata: {name: test}
                    """ + yaml);
            Environment environment = EnvironmentReader.read(List.of(file), new Diagnostics());
            Files.delete(file);
            return environment;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads the hub with its spokes that the cases use.
    public static Environment hubAndSpokes() {
        try {
            Path file = Path.of(Objects.requireNonNull(
                    Environments.class.getResource("/cases/environments/hub-and-spokes.yaml")).toURI());
            return EnvironmentReader.read(List.of(file), new Diagnostics());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.sekisho.model.io.environment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The JSON Schema (2020-12) of environment files in Sekisho's own YAML, for editors.
///
/// It holds what a schema can say about one file: keys, types, words, and which keys go together. What Azure would
/// refuse of the values only [EnvironmentReader] tells.
public final class EnvironmentSchema {
    private static final String RESOURCE = "/dev/sekisho/schema/environment.schema.json";

    private EnvironmentSchema() {}

    /// Returns the schema.
    public static String text() {
        try (InputStream in = Objects.requireNonNull(EnvironmentSchema.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

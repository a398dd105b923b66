package dev.sekisho.simulator.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The JSON Schema (2020-12) of test files, for editors. It contains that of environments, so that it stands alone.
public final class CaseFileSchema {
    private static final String RESOURCE = "/dev/sekisho/schema/test.schema.json";

    private CaseFileSchema() {}

    /// Returns the schema.
    public static String text() {
        try (InputStream in = Objects.requireNonNull(CaseFileSchema.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.sekisho.generator.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Compares generated text with a file under `src/test/golden`. With `-Dsekisho.golden=update` it writes the file
/// instead; the difference is then reviewed like code.
final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "golden");

    private Golden() {}

    static void check(OutputFile file) {
        Path golden = FOLDER.resolve(file.path());
        try {
            if ("update".equals(System.getProperty("sekisho.golden"))) {
                Files.createDirectories(golden.getParent());
                Files.writeString(golden, file.text());
            }
            assertEquals(Files.readString(golden), file.text(),
                    () -> golden + " differs; -Dsekisho.golden=update writes it anew");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

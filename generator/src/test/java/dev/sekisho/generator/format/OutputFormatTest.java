package dev.sekisho.generator.format;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class OutputFormatTest {
    @Test
    void theCommandLineKnowsSixNames() {
        assertEquals(List.of("arm", "bicep", "terraform", "azcli", "yaml", "kubernetes"), OutputFormat.cliNames());
        assertEquals(Optional.of(OutputFormat.AZCLI), OutputFormat.named("AzCli"));
        assertEquals(Optional.empty(), OutputFormat.named("pulumi"));
    }

    @Test
    void aFileHasARelativePathAndPlainLineFeeds() {
        assertThrows(IllegalArgumentException.class, () -> OutputFile.of("/etc/x", "a\n"));
        assertThrows(IllegalArgumentException.class, () -> OutputFile.of("../x", "a\n"));
        assertThrows(IllegalArgumentException.class, () -> OutputFile.of("x", "a"));
        assertThrows(IllegalArgumentException.class, () -> OutputFile.of("x", "a\r\n"));
    }

    @Test
    void aWriterThatRefusesWritesNothing() {
        assertThrows(IllegalArgumentException.class,
                () -> new Output(List.of(OutputFile.of("x", "a\n")), List.of(new Refusal("a", "b"))));
    }
}

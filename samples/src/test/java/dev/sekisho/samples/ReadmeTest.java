package dev.sekisho.samples;

import dev.sekisho.cli.Main;
import dev.sekisho.cli.terminal.Streams;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReadmeTest {
    @TempDir
    private Path folder;

    @Test
    void theTranscriptOfTheMainJobIsWhatTheCommandPrints() throws IOException {
        StringWriter text = new StringWriter();
        Path out = folder.resolve("out");
        int exit = Main.run(new Streams(new PrintWriter(text), new PrintWriter(new StringWriter()), false), "generate",
                "private-cluster/cluster.yaml", "-o", out.toString());
        assertEquals(0, exit);
        String printed = text.toString().replace(out.toString(), "out").replace("\r\n", "\n").strip();
        assertTrue(Files.readString(Path.of("..", "README.md")).contains("```text\n" + printed + "\n```"),
                () -> "put this into README.md:\n" + printed);
    }
}

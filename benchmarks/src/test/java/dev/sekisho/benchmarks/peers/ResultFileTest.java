package dev.sekisho.benchmarks.peers;

import dev.sekisho.benchmarks.contest.Result;
import dev.sekisho.benchmarks.contest.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Results are kept and shown as they came.
class ResultFileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void resultsComeBackFromTheirFile() throws IOException {
        List<Result> results = List.of(
                new Result("a, b", OptionalDouble.of(2.5), "peer", Optional.of(new Score(9.5, 8.25, 7, 6, 5.5)),
                        Optional.of(new Score(4.5, 3.5, 2, 0, 1.25)), true),
                new Result("c", OptionalDouble.empty(), "other", Optional.empty(), Optional.empty(), false));
        Path file = Files.writeString(folder.resolve("results.csv"), ResultFile.text("today, here", results));
        assertEquals(results, ResultFile.read(file));
        assertTrue(Files.readString(file).startsWith("#today, here\n"));
        assertTrue(ResultTable.markdown("today", results).contains("| a, b | **2.11** | 2.5 | peer | 9.50 (8.25) |"));
    }

    @Test
    void aSideThatIsMissingIsADash() {
        Result result = new Result("question", OptionalDouble.of(2), "absent", Optional.empty(),
                Optional.of(new Score(4.5, 3.5, 7, 0, 1.5)), true);
        assertTrue(ResultTable.line(result).contains("- / 4.50"), () -> ResultTable.line(result));
    }
}

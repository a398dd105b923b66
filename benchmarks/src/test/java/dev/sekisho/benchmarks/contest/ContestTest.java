package dev.sekisho.benchmarks.contest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The comparison compares what it says it compares.
class ContestTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aSideIsAskedRoundByRoundAndOtherAnswersAreFound() throws IOException {
        Contest contest = new Contest(program("peer", "1f"), 2, 3, 1, 0, 60);
        Result same = contest.run(row("peer", "peer"));
        assertTrue(same.sameAnswers());
        assertEquals(4.5, same.ours().orElseThrow().nanos());
        assertEquals(OptionalDouble.of(1.0), same.ratio());
        program("other", "20");
        assertFalse(contest.run(row("peer", "other")).sameAnswers());
    }

    @Test
    void aPeerThatIsNotThereLeavesOurSide() throws IOException {
        Contest contest = new Contest(program("peer", "1f"), 1, 1, 1, 0, 60);
        Result result = contest.run(row("absent", "peer"));
        assertEquals(Optional.empty(), result.theirs());
        assertEquals(7, result.ours().orElseThrow().bytes());
        assertEquals(OptionalDouble.empty(), result.ratio());
    }

    @Test
    void aSideThatMakesNoTableInTimeIsEnded() throws IOException {
        Path slow = Files.writeString(folder.resolve("slow"), "#!/bin/sh\nexec sleep 60\n");
        assertTrue(slow.toFile().setExecutable(true));
        Result result = new Contest(program("peer", "1f"), 1, 1, 1, 0, 1).run(row("slow", "peer"));
        assertEquals(Optional.empty(), result.theirs());
        assertTrue(result.ours().isPresent());
    }

    private static Row row(String peer, String ours) {
        return new Row("question", Optional.of(Contestant.inC(peer)), Contestant.inC(ours), OptionalDouble.of(2));
    }

    /// A program that always takes 4.5 ns; returns its folder.
    private Path program(String name, String checksum) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, """
                #!/bin/sh
                echo "bytes=7 other_bytes=0 build_ms=1.5 checksum=%s"
                while read -r _; do echo 4.5; done
                """.formatted(checksum));
        assertTrue(file.toFile().setExecutable(true));
        return folder;
    }
}

package dev.sekisho.benchmarks.peers;

import dev.sekisho.benchmarks.input.AzureRules;
import dev.sekisho.benchmarks.input.PrefixTables;
import dev.sekisho.benchmarks.peers.InputFiles.Asked;
import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.simulator.compiled.rules.RuleBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The comparison compares what it says it compares.
class ContestTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theLibraryGivesOurAnswers() throws IOException {
        InputFiles files = new InputFiles(folder, 5);
        List<Ipv4Prefix> table = PrefixTables.virtualNetwork(300, 5);
        List<Path> inputs = List.of(files.routes(table), files.addresses(Asked.UNIFORM, table, 5_000));
        assertArrayEquals(answers("ipv4", inputs), answers("ipaddress", inputs));
    }

    @Test
    void routesAndRulesAnswerLikeEitherAlone() throws IOException {
        InputFiles files = new InputFiles(folder, 6);
        List<RuleBox> rules = AzureRules.rules(40, 6);
        Path routes = files.routes(PrefixTables.virtualNetwork(100, 6));
        Path tuples = files.tuples(rules);
        Path packets = files.packets(rules, 3_000);
        int[] both = answers("routes-and-rules", List.of(routes, tuples, packets));
        int[] alone = answers("rules", List.of(tuples, packets));
        assertEquals(2 * alone.length, both.length);
        for (int i = 0; i < alone.length; i++) {
            assertEquals(alone[i], both[alone.length + i]);
        }
    }

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
        assertTrue(ResultTable.line(result).contains("- / 4.50"), () -> ResultTable.line(result));
    }

    @Test
    void aSideThatMakesNoTableInTimeIsEnded() throws IOException {
        Path slow = Files.writeString(folder.resolve("slow"), "#!/bin/sh\nexec sleep 60\n");
        assertTrue(slow.toFile().setExecutable(true));
        Result result = new Contest(program("peer", "1f"), 1, 1, 1, 0, 1).run(row("slow", "peer"));
        assertEquals(Optional.empty(), result.theirs());
        assertTrue(result.ours().isPresent());
    }

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
    void aProgramThatSaysNothingIsRefused() {
        IllegalArgumentException failure = assertThrows(IllegalArgumentException.class,
                () -> Side.Made.parse("bytes=3 build_ms=1"));
        assertEquals("other_bytes is missing in: bytes=3 build_ms=1", failure.getMessage());
        Side.Made made = new Side.Made(3, 4, 5.5, -1);
        assertEquals(made, Side.Made.parse(made.toString()));
    }

    private static int[] answers(String work, List<Path> inputs) throws IOException {
        Subject.Batch batch = Works.open(work, inputs).batches().get();
        batch.answer();
        return batch.answers();
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

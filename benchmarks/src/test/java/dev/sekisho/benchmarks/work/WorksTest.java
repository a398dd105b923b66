package dev.sekisho.benchmarks.work;

import dev.sekisho.benchmarks.contest.InputFiles;
import dev.sekisho.benchmarks.contest.InputFiles.Asked;
import dev.sekisho.benchmarks.input.AzureRules;
import dev.sekisho.benchmarks.input.PrefixTables;
import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.simulator.compiled.rules.RuleBox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// Programs answer alike, and say so in a line that can be read.
class WorksTest {
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
    void aProgramThatSaysNothingIsRefused() {
        IllegalArgumentException failure = assertThrows(IllegalArgumentException.class,
                () -> Made.parse("bytes=3 build_ms=1"));
        assertEquals("other_bytes is missing in: bytes=3 build_ms=1", failure.getMessage());
        Made made = new Made(3, 4, 5.5, -1);
        assertEquals(made, Made.parse(made.toString()));
    }

    private static int[] answers(String work, List<Path> inputs) throws IOException {
        Subject.Batch batch = Works.open(work, inputs).batches().get();
        batch.answer();
        return batch.answers();
    }
}

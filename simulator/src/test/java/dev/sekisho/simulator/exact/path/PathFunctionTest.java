package dev.sekisho.simulator.exact.path;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.Environments;
import dev.sekisho.simulator.cases.CaseEntry;
import dev.sekisho.simulator.cases.CaseFileReader;
import dev.sekisho.simulator.exact.ExactOracle;
import dev.sekisho.simulator.exact.RandomEnvironments;
import dev.sekisho.simulator.exact.RandomFirewalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The decision function of whole environments against the literal interpreter: flows drawn from every class of the space.
class PathFunctionTest {
    private static final List<Flow> UNIVERSE = RandomEnvironments.universe();

    static Stream<Path> caseFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "cases"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("sekisho.exact.environments", 60));
    }

    @Test
    void aHubWithSpokesIsJudgedAsTheInterpreterDoes() {
        new ExactOracle(Environments.hubAndSpokes(), "hub and spokes").compareClasses(4_000, new SplittableRandom(1));
    }

    @ParameterizedTest
    @MethodSource("caseFiles")
    void theEnvironmentOfEveryCaseIsJudgedAsTheInterpreterDoes(Path file) {
        List<Environment> seen = new ArrayList<>();
        for (CaseEntry entry : CaseFileReader.read(file, new Diagnostics())) {
            // Where a network rule may stop what DNAT lets through, the function leaves the result open (FW-51).
            if (entry instanceof CaseEntry.Readable(var testCase) && !seen.contains(testCase.environment())
                    && !testCase.environment().readings().dnatImplicitAllowOverridable()) {
                seen.add(testCase.environment());
                new ExactOracle(testCase.environment(), testCase.id()).compareClasses(150,
                        new SplittableRandom(testCase.id().hashCode()));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void randomFirewallsWithoutNetworksAreJudgedAsTheInterpreterDoes(long seed) {
        new ExactOracle(new RandomFirewalls(1_000 + seed).environment(), "seed " + seed).compareClasses(150,
                new SplittableRandom(seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void randomNetworksAreJudgedAsTheInterpreterDoes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        new ExactOracle(new RandomEnvironments(seed).environment(), "seed " + seed).compareClasses(100, random)
                .compare(UNIVERSE.stream().filter(_ -> random.nextInt(UNIVERSE.size()) < 100).toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void everyFlowOfASmallUniverseIsJudgedAsTheInterpreterDoes(long seed) {
        new ExactOracle(new RandomEnvironments(seed).environment(), "seed " + seed)
                .compare(RandomEnvironments.smallUniverse());
    }
}

package dev.sekisho.simulator.fuzz;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.compiled.engine.Differential;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The compiled engine agrees with the interpreter in environments with random changes. More of them, or more flows for
/// each: `-Dsekisho.worlds=10000 -Dsekisho.flows=10000 -Dsekisho.draws=100000`.
class EngineOnFuzzedWorldsTest {
    private static final int FLOWS = Integer.getInteger("sekisho.flows", 100);

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("sekisho.worlds", 40));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyFlowHasTheOutcomeThatTheInterpreterGives(long seed) {
        Environment environment = FuzzedWorld.environment(choices(new SplittableRandom(seed), seed == 0));
        Differential.of(environment, "world", seed, FLOWS);
    }

    /// @param none whether nothing is changed
    private static FuzzedWorld.Choices choices(SplittableRandom random, boolean none) {
        return new FuzzedWorld.Choices() {
            @Override
            public int consumeInt(int lowest, int highest) {
                return none ? lowest : random.nextInt(lowest, highest + 1);
            }

            @Override
            public String consumeString(int longest) {
                return random.ints(random.nextInt(longest), ' ', '~').collect(StringBuilder::new,
                        StringBuilder::appendCodePoint, StringBuilder::append).toString();
            }
        };
    }
}

package dev.sekisho.simulator.compiled.engine;

import dev.sekisho.simulator.exact.RandomFirewalls;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The compiled engine agrees with the interpreter on random policies, of which nothing but the firewall is described. More of
/// them, or more flows for each: `-Dsekisho.worlds=1000 -Dsekisho.flows=1000 -Dsekisho.draws=100000`.
class EngineOnRandomFirewallsTest {
    private static final int FLOWS = Integer.getInteger("sekisho.flows", 100);

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("sekisho.worlds", 40));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyFlowHasTheOutcomeThatTheInterpreterGives(long seed) {
        Differential.of(new RandomFirewalls(seed).environment(), "firewall", seed, FLOWS);
    }
}

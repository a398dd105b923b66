package dev.sekisho.simulator.cases;

import dev.sekisho.simulator.compiled.engine.Differential;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// The compiled engine agrees with the interpreter in the environment of every case. More flows for each:
/// `-Dsekisho.flows=10000 -Dsekisho.draws=1000000`.
class EngineOnCasesTest {
    private static final int FLOWS = Integer.getInteger("sekisho.flows", 15);

    @Test
    void everyFlowHasTheOutcomeThatTheInterpreterGives() throws IOException {
        List<TestCase> cases = OwnCases.all();
        Differential all = Differential.NONE;
        for (int i = 0; i < cases.size(); i++) {
            all = all.and(Differential.of(cases.get(i).environment(), cases.get(i).id(), i, FLOWS));
        }
        Differential total = all;
        assertTrue(all.interpreted() < all.flows() / 2, total::toString);
    }
}

package dev.sekisho.simulator.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.explain.TraceText;
import dev.sekisho.simulator.explain.VerdictFields;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.validate.ConfigurationValidator;
import dev.sekisho.simulator.verdict.Action;
import dev.sekisho.simulator.verdict.FirewallVerdict;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.PathVerdict;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Any flow in any environment gets a verdict that does not contradict itself, and the same bytes twice.
class InterpreterFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void everyFlowGetsOneVerdict(FuzzedDataProvider data) {
        Flow flow = new FuzzedFlow(data).flow();
        PathOptions options = new FuzzedFlow(data).options();
        Environment environment = FuzzedWorld.environment(data);
        PathVerdict verdict = new PathInterpreter(environment).evaluate(flow, options.withEveryRule());
        PathVerdict again = new PathInterpreter(environment).evaluate(flow, options.withEveryRule());
        PathVerdict brief = new PathInterpreter(environment).evaluate(flow, options);
        assertEquals(TraceText.render(verdict), TraceText.render(again));
        assertEquals(VerdictFields.of(verdict).toString(), VerdictFields.of(again).toString());
        assertEquals(verdict.toString(), brief.toString(), "telling more must not change the verdict");
        assertEquals(verdict.basis().assumptions(), brief.basis().assumptions());
        assertConsistent(verdict);
        assertEquals(ConfigurationValidator.validate(environment).toString(),
                ConfigurationValidator.validate(environment).toString());
    }

    private static void assertConsistent(PathVerdict verdict) {
        Optional<Action> asked = verdict.firewall().map(FirewallVerdict::action);
        switch (verdict.result()) {
            case ALLOW -> assertEquals(Optional.of(Action.ALLOW), asked);
            case DENY -> assertEquals(Optional.of(Action.DENY), asked);
            case DROPPED_BY_NSG -> assertEquals(Optional.of(Action.DENY), verdict.nsg().map(nsg -> nsg.action()));
            case DROPPED_BY_ROUTE, DROPPED_BY_PEERING, HANDED_TO -> assertTrue(verdict.route().isPresent());
            case BYPASSES_FIREWALL, PLATFORM -> assertTrue(asked.isEmpty());
            case UNKNOWN -> assertTrue(!verdict.basis().possibilities().isEmpty()
                    || !verdict.basis().diagnostics().isEmpty(), () -> "no reason for " + verdict);
        }
        verdict.firewall().ifPresent(InterpreterFuzzTest::assertConsistent);
        if (verdict.result() != PathResult.UNKNOWN) {
            assertTrue(verdict.basis().possibilities().isEmpty(), verdict::toString);
        }
    }

    private static void assertConsistent(FirewallVerdict verdict) {
        assertEquals(verdict.action() == Action.UNKNOWN, verdict.stage().isEmpty(), verdict::toString);
        if (verdict.action() != Action.ALLOW) {
            assertTrue(verdict.forwarding().isEmpty(), verdict::toString);
        }
        if (verdict.action() == Action.ALLOW) {
            assertFalse(verdict.reason().isPresent(), verdict::toString);
        }
    }
}

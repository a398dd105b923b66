package dev.sekisho.simulator.exact.firewall;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exact.RandomFirewalls;
import dev.sekisho.simulator.exact.decision.Decisions;
import dev.sekisho.simulator.exact.decision.Outcome;
import dev.sekisho.simulator.exact.diagram.Cover;
import dev.sekisho.simulator.exact.diagram.IndexBox;
import dev.sekisho.simulator.exact.space.FlowSpace;
import dev.sekisho.simulator.firewall.Encounter;
import dev.sekisho.simulator.firewall.FirewallInterpreter;
import dev.sekisho.simulator.verdict.FirewallVerdict;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.RuleRef;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.Views;
import dev.sekisho.simulator.world.Worlds;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// The decision function of a firewall against the literal interpreter.
class FirewallFunctionTest {
    private static final List<Flow> UNIVERSE = RandomFirewalls.universe();

    static LongStream seeds() {
        return LongStream.range(Long.getLong("sekisho.exact.from", 0), Long.getLong("sekisho.exact.seeds", 60));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void decidesAboutEveryFlowOfASmallUniverseAsTheInterpreterDoes(long seed) {
        Environment environment = new RandomFirewalls(seed).environment();
        FirewallView view = new Views(environment).firewall(environment.firewalls().getFirst());
        boolean sameResolver = seed % 2 == 0;
        Decisions decisions = decisions(view, sameResolver);
        int function = function(view, sameResolver, decisions);
        for (Flow flow : UNIVERSE) {
            assertEquals(interpreted(view, flow, sameResolver), text(decisions.at(function, flow)),
                    () -> "about " + flow);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void describesWhatIsAllowedByBoxesWhoseExamplesTheInterpreterAllows(long seed) {
        Environment environment = new RandomFirewalls(seed).environment();
        FirewallView view = new Views(environment).firewall(environment.firewalls().getFirst());
        Decisions decisions = decisions(view, false);
        int function = function(view, false, decisions);
        for (PathResult result : List.of(PathResult.ALLOW, PathResult.DENY, PathResult.UNKNOWN)) {
            Cover.Boxes boxes = new Cover(decisions.diagrams()).of(decisions.having(function, Set.of(result)), 500);
            for (IndexBox box : boxes.boxes()) {
                Flow flow = decisions.space().example(box);
                FirewallVerdict verdict = verdict(view, flow, false);
                assertEquals(result.text(), verdict.action().text(),
                        () -> "about " + flow + " of " + decisions.space().describe(box));
            }
        }
    }

    private static Decisions decisions(FirewallView view, boolean sameResolver) {
        return new Decisions(new FlowSpace(FirewallRulings.of(view, sameResolver).regions()));
    }

    private static int function(FirewallView view, boolean sameResolver, Decisions decisions) {
        return decisions.settled(decisions.of(FirewallFunction.of(view, sameResolver).layer()));
    }

    /// What the interpreter says in every world, whether or not the flow arrives behind the firewall.
    private static FirewallVerdict verdict(FirewallView view, Flow flow, boolean sameResolver) {
        Encounter encounter = Encounter.of(view, flow, sameResolver, false);
        Worlds.Survey<FirewallVerdict> survey = Worlds.survey(world -> FirewallInterpreter.decide(encounter, world),
                FirewallVerdict::action);
        FirewallVerdict first = survey.distinct().getFirst().value();
        return survey.agrees() ? first : FirewallVerdict.unknown(first.firewall(), first.basis());
    }

    private static String interpreted(FirewallView view, Flow flow, boolean sameResolver) {
        FirewallVerdict verdict = verdict(view, flow, sameResolver);
        return verdict.action() + verdict.stage().map(stage -> " at " + stage).orElse("")
                + verdict.rule().map(rule -> " by " + rule).orElse("")
                + verdict.reason().map(reason -> " (" + reason + ")").orElse("");
    }

    private static String text(Outcome outcome) {
        return outcome.result() + outcome.stage().map(stage -> " at " + stage).orElse("")
                + outcome.rule().map(RuleRef::toString).map(rule -> " by " + rule).orElse("")
                + outcome.reason().map(reason -> " (" + reason + ")").orElse("");
    }
}

package dev.sekisho.simulator.exact.decision;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.exact.RandomFirewalls;
import dev.sekisho.simulator.exact.firewall.FirewallRulings;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// A ruling is covered where the function of all rulings never has its outcome.
class CoveredRulingsTest {
    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void areThoseThatTheFunctionOfAllNeverHas(long seed) {
        Environment environment = new RandomFirewalls(seed).environment();
        List<Ruling> rulings = new ArrayList<>(FirewallRulings
                .of(new Views(environment).firewall(environment.firewalls().getFirst()), seed % 2 == 0).inOrder());
        rulings.add(rulings.get(rulings.size() / 2));
        assertEquals(neverHad(rulings), CoveredRulings.in(rulings));
    }

    private static BitSet neverHad(List<Ruling> rulings) {
        List<Ruling> numbered = IntStream.range(0, rulings.size()).mapToObj(place -> new Ruling(
                rulings.get(place).regions(), Outcome.outside(PathResult.ALLOW, Integer.toString(place)))).toList();
        Decisions decisions = Decisions.about(Layer.of(numbered));
        BitSet never = new BitSet();
        never.set(0, rulings.size());
        decisions.outcomesOf(decisions.ofAll(numbered))
                .forEach(outcome -> never.clear(Integer.parseInt(outcome.way())));
        return never;
    }
}

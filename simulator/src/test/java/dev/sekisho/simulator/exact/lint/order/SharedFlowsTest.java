package dev.sekisho.simulator.exact.lint.order;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.exact.RandomFirewalls;
import dev.sekisho.simulator.exact.diagram.IndexBox;
import dev.sekisho.simulator.exact.diagram.PointSearch;
import dev.sekisho.simulator.exact.firewall.FirewallRulings;
import dev.sekisho.simulator.exact.space.FlowSpace;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.Views;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SharedFlowsTest {
    private static final int SEEDS = 40;

    private int found;
    private int none;
    private int open;

    /// The oracle makes the set of what two rules share and takes away everything before them.
    @Test
    void answersAreThoseOfSets() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Environment environment = new RandomFirewalls(seed).environment();
            FirewallView view = new Views(environment).firewall(environment.firewalls().getFirst());
            FirewallRulings rulings = FirewallRulings.of(view, true);
            RuleList rules = new RuleList(new FlowSpace(rulings.regions()), rulings);
            SharedFlows always = new SharedFlows(rules, new PointSearch(), Integer.MAX_VALUE);
            SharedFlows searching = new SharedFlows(rules, new PointSearch(), 0);
            for (int next = 1; next < rules.size(); next++) {
                for (int rule = 0; rule < next; rule++) {
                    compare(rules, always, searching, rules.number(rule), rules.number(next));
                }
            }
        }
        assertTrue(found > 500 && none > 500 && open > 20, found + " found, " + none + " none, " + open + " open");
    }

    private void compare(RuleList rules, SharedFlows always, SharedFlows searching, int number, int next) {
        List<IndexBox> before = rules.boxes(IntStream.range(0, next).filter(other -> other != number).boxed().toList());
        Remains rest = rules.flows(rules.common(number, next));
        before.forEach(box -> rest.take(List.of(box)));
        switch (always.find(number, next, before)) {
            case SharedFlows.Answer.Found(int[] point) -> check(rules, number, next, before, point);
            case SharedFlows.Answer.None _ -> {
                none++;
                assertTrue(rest.isEmpty());
            }
            case SharedFlows.Answer.Open _ -> throw new AssertionError("nothing is left open here");
        }
        switch (searching.find(number, next, before)) {
            case SharedFlows.Answer.Found(int[] point) -> check(rules, number, next, before, point);
            case SharedFlows.Answer.None _ -> assertTrue(rest.isEmpty());
            case SharedFlows.Answer.Open _ -> open++;
        }
    }

    private void check(RuleList rules, int number, int next, List<IndexBox> before, int[] point) {
        found++;
        assertTrue(rules.boxes(number).stream().anyMatch(box -> box.contains(point)));
        assertTrue(rules.boxes(next).stream().anyMatch(box -> box.contains(point)));
        assertFalse(before.stream().anyMatch(box -> box.contains(point)));
    }
}

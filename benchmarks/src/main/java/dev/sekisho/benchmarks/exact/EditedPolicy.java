package dev.sekisho.benchmarks.exact;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.compiled.rules.RuleBox;
import dev.sekisho.simulator.exact.decision.CoveredRulings;
import dev.sekisho.simulator.exact.decision.Layer;
import dev.sekisho.simulator.exact.diff.EnvironmentDiff;
import dev.sekisho.simulator.exact.firewall.FirewallFunction;
import dev.sekisho.simulator.exact.firewall.FirewallRulings;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/// A policy after some edits of network rules that decide, evenly spread over these.
///
/// An edit is one that changes what becomes of some flow, as far as a few tries find one: where early rules that allow cover
/// nearly everything, there may be none.
///
/// @param changing how many of the edits change something, each compared with the version before it
record EditedPolicy(LargePolicy policy, int changing) {
    private static final int TRIES = 12;

    /// A policy with one more edited rule.
    private record Step(LargePolicy policy, int rule, boolean changing) {}

    /// Edits a policy, always in the same way for the same arguments.
    static EditedPolicy of(LargePolicy policy, int edits, long seed) {
        Iterator<RuleBox> others = policy.shape().rules(edits * (TRIES + 1), seed).iterator();
        List<Integer> deciding = new ArrayList<>(deciding(policy));
        LargePolicy now = policy;
        int changing = 0;
        for (int edit = 0; edit < edits && !deciding.isEmpty(); edit++) {
            Step step = step(now, deciding, deciding.size() * edit / edits, others);
            now = step.policy();
            deciding.remove((Integer) step.rule());
            changing += step.changing() ? 1 : 0;
        }
        return new EditedPolicy(now, changing);
    }

    /// Edits the first rule from a place on with which that changes something, else the one at the place.
    private static Step step(LargePolicy now, List<Integer> rules, int place, Iterator<RuleBox> others) {
        Layer was = layer(now);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int rule = rules.get((place + attempt) % rules.size());
            LargePolicy next = now.with(rule, others.next());
            if (!EnvironmentDiff.isNone(was, layer(next))) {
                return new Step(next, rule, true);
            }
        }
        return new Step(now.with(rules.get(place), others.next()), rules.get(place), false);
    }

    /// The network rules that decide about some flow.
    private static List<Integer> deciding(LargePolicy policy) {
        FirewallRulings rulings = function(policy).rulings();
        BitSet covered = CoveredRulings.in(rulings.inOrder());
        int first = rulings.beforeRules().size();
        return IntStream.range(0, policy.boxes().size()).filter(rule -> !covered.get(first + rule)).boxed().toList();
    }

    private static Layer layer(LargePolicy policy) {
        return function(policy).layer();
    }

    private static FirewallFunction function(LargePolicy policy) {
        Environment environment = policy.environment();
        return FirewallFunction.of(new Views(environment).firewall(environment.firewalls().getFirst()), true);
    }
}

package dev.sekisho.simulator.exact.lint;

import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exact.decision.Decisions;
import dev.sekisho.simulator.exact.decision.Outcome;
import dev.sekisho.simulator.exact.decision.Ruling;
import dev.sekisho.simulator.exact.diagram.Cover;
import dev.sekisho.simulator.exact.diagram.Diagrams;
import dev.sekisho.simulator.exact.diagram.Operation;
import dev.sekisho.simulator.exact.firewall.FirewallRulings;
import dev.sekisho.simulator.exact.firewall.FirewallRulings.RuleRuling;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/// What decides in one firewall, each part with a value of its own: first what decides before the rules, then the rules,
/// then what decides behind them.
final class RuleList {
    private final Decisions decisions;
    private final List<RuleRuling> rules;
    private final List<Ruling> all;
    private final int firstRule;
    private final RuleFunctions functions;
    private final Operation difference = Operation.difference();
    private final int before;
    private final int behind;

    RuleList(Decisions decisions, FirewallRulings rulings) {
        this.decisions = decisions;
        this.rules = rulings.rules();
        this.all = rulings.inOrder();
        this.firstRule = 1 + rulings.beforeRules().size();
        List<Integer> each = new ArrayList<>();
        for (int value = 1; value <= all.size(); value++) {
            each.add(function(value));
        }
        this.before = decisions.inOrder(each.subList(0, firstRule - 1));
        this.behind = decisions.inOrder(each.subList(firstRule - 1 + rules.size(), each.size()));
        this.functions = new RuleFunctions(decisions, each.subList(firstRule - 1, firstRule - 1 + rules.size()));
    }

    private int function(int value) {
        return decisions.inOrder(all.get(value - 1).regions().stream().map(region -> decisions.diagrams()
                .box(decisions.space().box(region), value, Operation.UNDECIDED)).toList());
    }

    int size() {
        return rules.size();
    }

    RuleRuling rule(int index) {
        return rules.get(index);
    }

    RuleFunctions functions() {
        return functions;
    }

    int before() {
        return before;
    }

    int behind() {
        return behind;
    }

    /// Returns the outcome behind a value.
    Outcome outcome(int value) {
        return all.get(value - 1).outcome();
    }

    PathResult result(int rule) {
        return rules.get(rule).ruling().outcome().result();
    }

    /// Returns the rule behind a value, where one is.
    Optional<Integer> ruleOf(int value) {
        int rule = value - firstRule;
        return rule >= 0 && rule < rules.size() ? Optional.of(rule) : Optional.empty();
    }

    /// Returns the function of the rules of one stage alone.
    int ofStage(Stage stage) {
        List<Integer> some = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            if (rules.get(rule).stage() == stage) {
                some.add(function(firstRule + rule));
            }
        }
        return decisions.inOrder(some);
    }

    /// Returns one flow of a set that is not empty.
    Optional<Flow> example(int set) {
        return new Cover(decisions.diagrams()).firstBox(set).map(decisions.space()::example);
    }

    /// Returns the part of a function's flows that have some values.
    int having(int function, IntPredicate values) {
        return decisions.diagrams().map(function,
                value -> value != Operation.UNDECIDED && values.test(value) ? 1 : 0);
    }

    /// Returns the flows of a set about which a function decides nothing.
    int undecided(int set, int function) {
        return decisions.diagrams().combine(set, functions.decided(function), difference);
    }

    static boolean isEmpty(int set) {
        return set == Diagrams.constant(0);
    }
}

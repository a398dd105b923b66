package dev.sekisho.simulator.exact.lint.order;

import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exact.decision.Outcome;
import dev.sekisho.simulator.exact.firewall.FirewallRulings.RuleRuling;
import dev.sekisho.simulator.exact.lint.finding.Finding;
import dev.sekisho.simulator.exact.lint.finding.LintCode;
import dev.sekisho.simulator.verdict.RuleRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes down what is found about the rules of a list.
record RuleReport(RuleList rules, List<Finding> findings) {
    private static final int SHOWN = 3;
    private static final int MOST_NAMED = 20;

    RuleReport(RuleList rules) {
        this(rules, new ArrayList<>());
    }

    /// Returns who decides at some places, each once.
    List<String> names(List<Integer> numbers) {
        return numbers.stream().map(rules::outcome).map(Outcome::by).distinct().toList();
    }

    /// Returns a few of some names, and how many more there are.
    static String listed(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(SHOWN, names.size())))
                + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "");
    }

    /// Adds that a bound kept something about a rule from being decided.
    ///
    /// @param what the clause that may hold
    /// @param others the places that it may hold for; the first ones are listed
    void undecided(int rule, String what, List<Integer> others) {
        add(LintCode.ORDER_UNDECIDED, rule, "too much stands before it to tell whether " + what, named(others),
                Optional.empty());
    }

    /// Returns the names of the first of some places.
    List<String> named(List<Integer> numbers) {
        return names(numbers).stream().limit(MOST_NAMED).toList();
    }

    /// Returns the verb for what some names do.
    static String does(List<String> by) {
        return by.size() == 1 ? "does" : "do";
    }

    /// Adds a finding about a rule.
    void add(LintCode code, int rule, String text, List<String> blockers, Optional<Flow> witness) {
        RuleRuling found = rules.rule(rule);
        RuleRef reference = found.collection().refer(found.rule());
        findings.add(new Finding(code.name(), code.severity(), "rule " + reference.rule() + ": " + text, code.fix(),
                reference.at(), reference.toString(), blockers, witness));
    }
}

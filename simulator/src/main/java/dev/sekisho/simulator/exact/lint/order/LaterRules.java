package dev.sekisho.simulator.exact.lint.order;

import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exact.diagram.IndexBox;
import dev.sekisho.simulator.exact.diagram.PointSearch;
import dev.sekisho.simulator.exact.lint.finding.LintCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What would do the same to every flow that a rule decides about, if the rule was not there.
final class LaterRules {
    private static final int MOST_SEARCHED = 64;

    private final RuleList rules;
    private final PointSearch search;

    LaterRules(RuleList rules, PointSearch search) {
        this.rules = rules;
        this.search = search;
    }

    /// Rules and defaults in the place of a rule.
    ///
    /// @param by their numbers
    /// @param example a flow that the rule decides about
    record Replaced(List<Integer> by, Optional<Flow> example) {}

    /// Reports a rule that nobody would miss, whether or not the rules that never decide are removed too: one that this rule
    /// hides must not do otherwise.
    void look(int rule, int[] point, RuleReport report) {
        int number = rules.number(rule);
        replaced(rule, point).filter(_ -> replaced(number, point, rules.behind(number)).isPresent())
                .ifPresent(replaced -> {
                    List<String> by = report.names(replaced.by());
                    if (replaced.by().stream().noneMatch(rules::isRule)) {
                        report.add(LintCode.SAYS_THE_DEFAULT, rule, "without it the default denies the same", List.of(),
                                replaced.example());
                    } else {
                        report.add(LintCode.REDUNDANT, rule,
                                "without it " + RuleReport.listed(by) + " " + RuleReport.does(by) + " the same", by,
                                replaced.example());
                    }
                });
    }

    /// Returns what would do the same as a rule where those that never decide are removed too.
    ///
    /// @param point of a flow that the rule decides about
    Optional<Replaced> replaced(int rule, int[] point) {
        int number = rules.number(rule);
        return replaced(number, point, rules.later(number));
    }

    private Optional<Replaced> replaced(int number, int[] point, List<Integer> later) {
        List<Integer> earlier = rules.earlier(number);
        if (isNeededBySearch(number, point, earlier, later)) {
            return Optional.empty();
        }
        Remains rest = rules.flows(number);
        earlier.forEach(other -> rest.take(rules.boxes(other)));
        int own = rest.rest();
        List<Integer> others = new ArrayList<>();
        for (int other : later) {
            if (rest.take(rules.boxes(other)) != Remains.NOTHING) {
                if (!isSame(number, other)) {
                    return Optional.empty();
                }
                others.add(other);
            }
            if (rest.isEmpty()) {
                return Optional.of(new Replaced(others, rules.example(rest, own)));
            }
        }
        return Optional.empty();
    }

    /// Finds a flow that a rule decides about and that would fare otherwise without it.
    private boolean isNeededBySearch(int number, int[] point, List<Integer> earlier, List<Integer> later) {
        Optional<Integer> next = later.stream()
                .filter(other -> rules.boxes(other).stream().anyMatch(box -> box.contains(point)))
                .findFirst();
        if (next.isEmpty() || !isSame(number, next.get())) {
            return true;
        }
        List<IndexBox> before = rules.boxes(earlier);
        int searched = 0;
        for (int other : later) {
            if (isSame(number, other)) {
                continue;
            }
            if (searched++ == MOST_SEARCHED) {
                return false;
            }
            List<IndexBox> avoided = new ArrayList<>(before);
            avoided.addAll(rules.boxes(later.stream().takeWhile(between -> between < other).toList()));
            if (search.find(rules.common(number, other), avoided).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private boolean isSame(int number, int other) {
        return rules.result(other) == rules.result(number);
    }
}

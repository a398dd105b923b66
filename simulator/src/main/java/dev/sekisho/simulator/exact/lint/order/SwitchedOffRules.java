package dev.sekisho.simulator.exact.lint.order;

import dev.sekisho.simulator.exact.diagram.IndexBox;
import dev.sekisho.simulator.exact.lint.finding.LintCode;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Network rules that let flows through which application rules would deny (`FW-20`).
record SwitchedOffRules(RuleList rules, SharedFlows shared, RuleReport report) {

    private static final int MOST_NAMED = 20;

    void look(int rule) {
        int number = rules.number(rule);
        if (rules.rule(rule).stage() != Stage.NETWORK || rules.result(number) != PathResult.ALLOW) {
            return;
        }
        List<Integer> application = rules.applicationRulesDeny() ? rules.applicationRules(number) : List.of();
        if (application.stream().noneMatch(this::denies)) {
            return;
        }
        List<IndexBox> before = rules.boxes(rules.earlier(number));
        List<Integer> denying = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        Optional<int[]> example = Optional.empty();
        for (int other : application) {
            if (denying.size() == MOST_NAMED) {
                break;
            }
            if (denies(other)) {
                switch (shared.find(number, other, before)) {
                    case SharedFlows.Answer.Found(int[] point) -> {
                        denying.add(other);
                        example = example.or(() -> Optional.of(point));
                    }
                    case SharedFlows.Answer.Open _ -> open.add(other);
                    case SharedFlows.Answer.None _ -> {}
                }
            }
            before.addAll(rules.boxes(other));
        }
        if (!denying.isEmpty()) {
            List<String> by = report.names(denying);
            report.add(LintCode.APPLICATION_RULES_SWITCHED_OFF, rule,
                    "it lets flows through that the application rules " + RuleReport.listed(by) + " would deny", by,
                    example.map(rules::example));
        } else if (!open.isEmpty()) {
            report.undecided(rule, "it lets flows through that the application rules "
                    + RuleReport.listed(report.names(open)) + " would deny", open);
        }
    }

    private boolean denies(int number) {
        return rules.result(number) == PathResult.DENY;
    }
}

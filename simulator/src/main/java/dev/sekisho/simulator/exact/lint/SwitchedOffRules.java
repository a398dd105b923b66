package dev.sekisho.simulator.exact.lint;

import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Network rules that let flows through which application rules would deny (`FW-20`).
record SwitchedOffRules(RuleList rules, SharedFlows shared, RuleReport report) {

    void look(int rule) {
        int number = rules.number(rule);
        if (rules.rule(rule).stage() != Stage.NETWORK || rules.result(number) != PathResult.ALLOW) {
            return;
        }
        List<Integer> application = rules.applicationRulesDeny() ? rules.applicationRules(number) : List.of();
        if (application.stream().noneMatch(this::denies)) {
            return;
        }
        List<Integer> before = new ArrayList<>(rules.earlier(number));
        List<Integer> denying = new ArrayList<>();
        Optional<int[]> example = Optional.empty();
        for (int other : application) {
            if (denies(other)) {
                Optional<int[]> found = shared.find(number, other, before);
                if (found.isPresent()) {
                    denying.add(other);
                    example = example.or(() -> found);
                }
            }
            before.add(other);
        }
        if (!denying.isEmpty()) {
            List<String> by = report.names(denying);
            report.add(LintCode.APPLICATION_RULES_SWITCHED_OFF, rule,
                    "it lets flows through that the application rules " + RuleReport.listed(by) + " would deny", by,
                    example.map(rules::example));
        }
    }

    private boolean denies(int number) {
        return rules.result(number) == PathResult.DENY;
    }
}

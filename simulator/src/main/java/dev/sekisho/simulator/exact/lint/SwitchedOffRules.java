package dev.sekisho.simulator.exact.lint;

import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.Stage;
import java.util.ArrayList;
import java.util.List;

/// Network rules that let flows through which application rules would deny (`FW-20`).
record SwitchedOffRules(RuleList rules, RuleReport report) {

    void look(int rule) {
        int number = rules.number(rule);
        if (rules.rule(rule).stage() != Stage.NETWORK || rules.result(number) != PathResult.ALLOW) {
            return;
        }
        List<Integer> application = rules.applicationRules(number);
        if (application.stream().noneMatch(other -> rules.result(other) == PathResult.DENY)) {
            return;
        }
        Remains own = rules.flows(number);
        rules.earlier(number).forEach(other -> own.take(rules.boxes(other)));
        List<Integer> denying = new ArrayList<>();
        int lost = Remains.NOTHING;
        for (int other : application) {
            int taken = own.take(rules.boxes(other));
            if (taken != Remains.NOTHING && rules.result(other) == PathResult.DENY) {
                denying.add(other);
                lost = own.unite(lost, taken);
            }
        }
        if (!denying.isEmpty()) {
            List<String> by = report.names(denying);
            report.add(LintCode.APPLICATION_RULES_SWITCHED_OFF, rule,
                    "it lets flows through that the application rules " + RuleReport.listed(by) + " would deny", by,
                    rules.example(own, lost));
        }
    }
}

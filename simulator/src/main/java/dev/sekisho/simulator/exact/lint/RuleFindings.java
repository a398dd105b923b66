package dev.sekisho.simulator.exact.lint;

import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exact.decision.Decisions;
import dev.sekisho.simulator.exact.decision.Outcome;
import dev.sekisho.simulator.exact.diagram.Operation;
import dev.sekisho.simulator.exact.firewall.FirewallRulings.RuleRuling;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.RuleRef;
import dev.sekisho.simulator.verdict.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the rules of one firewall do to each other, over all flows.
final class RuleFindings {
    private static final int MOST_MINIMISED = 24;

    private final Decisions decisions;
    private final RuleList rules;
    private final Optional<Integer> reaching;
    private final Operation intersection = Operation.intersection();
    private final boolean[] neverDecides;
    private final int[] effective;
    private final List<Finding> findings = new ArrayList<>();

    /// @param reaching the set of flows that reach the firewall by routes, where routes are described
    private RuleFindings(Decisions decisions, RuleList rules, Optional<Integer> reaching) {
        this.decisions = decisions;
        this.rules = rules;
        this.reaching = reaching;
        this.neverDecides = new boolean[rules.size()];
        this.effective = new int[rules.size()];
    }

    static List<Finding> of(Decisions decisions, RuleList rules, Optional<Integer> reaching) {
        RuleFindings found = new RuleFindings(decisions, rules, reaching);
        rules.functions().before(rules.before(), found::compareWithEarlier);
        rules.functions().behind(rules.behind(), rule -> !found.neverDecides[rule], found::compareWithLater);
        found.applicationRules();
        return found.findings;
    }

    /// @param earlier what decides about the rule's flows before it does
    private void compareWithEarlier(int rule, int earlier) {
        int flows = rules.functions().flows(rule);
        if (RuleList.isEmpty(flows)) {
            neverDecides[rule] = true;
            return;
        }
        effective[rule] = rules.undecided(flows, earlier);
        int opposed = rules.having(earlier, value -> rules.ruleOf(value).isPresent() && isOpposed(rule, value));
        if (RuleList.isEmpty(effective[rule])) {
            neverDecides[rule] = true;
            shadowed(rule, flows, earlier, opposed);
        } else {
            if (!RuleList.isEmpty(opposed)) {
                List<String> by = names(deciders(opposed(earlier, rule)));
                add(LintCode.CONFLICT, rule, "some of its flows are decided the other way by " + listed(by), by,
                        rules.example(opposed));
            }
            routed(rule);
        }
    }

    private int opposed(int earlier, int rule) {
        return decisions.diagrams().map(earlier, value -> value != Operation.UNDECIDED
                && rules.ruleOf(value).isPresent() && isOpposed(rule, value) ? value : Operation.UNDECIDED);
    }

    private boolean isOpposed(int rule, int value) {
        return rules.outcome(value).result() != rules.result(rule);
    }

    private void shadowed(int rule, int flows, int earlier, int opposed) {
        List<Integer> blockers = minimal(flows, deciders(earlier));
        if (!RuleList.isEmpty(opposed) && blockers.stream().noneMatch(value -> isOpposed(rule, value))) {
            blockers.add(deciders(opposed(earlier, rule)).getFirst());
        }
        boolean same = blockers.stream().noneMatch(value -> isOpposed(rule, value));
        List<String> by = names(blockers);
        LintCode code = same ? LintCode.REDUNDANT
                : isHiddenByParent(rule, blockers) ? LintCode.HIDDEN_BY_PARENT : LintCode.SHADOWED;
        String text = same ? "it never decides: " + listed(by) + " " + does(by) + " the same before it"
                : "it never decides: all of its flows are decided by " + listed(by) + " before it";
        add(code, rule, text, by, rules.example(RuleList.isEmpty(opposed) ? flows : opposed));
    }

    private static String does(List<String> by) {
        return by.size() == 1 ? "does" : "do";
    }

    private boolean isHiddenByParent(int rule, List<Integer> blockers) {
        return !rules.rule(rule).collection().inherited() && blockers.stream().map(rules::ruleOf)
                .allMatch(by -> by.isPresent() && rules.rule(by.get()).collection().inherited());
    }

    /// The values of a function, which are those of the first deciders, in order.
    private List<Integer> deciders(int function) {
        return decisions.values(function).stream().filter(value -> value != Operation.UNDECIDED).sorted()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /// Leaves out what the rules among the others cover too, as long as there are few; first what is no rule.
    private List<Integer> minimal(int flows, List<Integer> deciders) {
        List<Integer> kept = new ArrayList<>(deciders);
        if (deciders.size() > MOST_MINIMISED) {
            return kept;
        }
        List<Integer> candidates = new ArrayList<>(deciders);
        candidates.sort(Comparator.comparing(value -> rules.ruleOf(value).isPresent()));
        for (int value : candidates) {
            List<Integer> others = kept.stream().filter(other -> other != value)
                    .flatMap(other -> rules.ruleOf(other).stream()).toList();
            if (!others.isEmpty() && rules.functions().isCovered(flows, others)) {
                kept.remove((Integer) value);
            }
        }
        return kept;
    }

    private void routed(int rule) {
        if (reaching.isPresent() && RuleList.isEmpty(decisions.diagrams().combine(effective[rule], reaching.get(),
                intersection))) {
            add(LintCode.NO_ROUTE, rule,
                    "no flow that it decides about reaches the firewall by the routes that are described",
                    List.of(), rules.example(effective[rule]));
        }
    }

    /// @param later what would decide about the rule's flows without it
    private void compareWithLater(int rule, int later) {
        if (neverDecides[rule]) {
            return;
        }
        int differing = decisions.diagrams().combine(effective[rule], later,
                Operation.of((inside, value) -> inside == 1 && !isSame(rule, value) ? 1 : 0));
        if (!RuleList.isEmpty(differing)) {
            return;
        }
        List<Integer> others = deciders(rules.functions().within(effective[rule], later));
        boolean byDefault = others.stream().noneMatch(value -> rules.ruleOf(value).isPresent());
        List<String> by = names(others);
        if (byDefault) {
            add(LintCode.SAYS_THE_DEFAULT, rule, "without it the default denies the same", List.of(),
                    rules.example(effective[rule]));
        } else {
            add(LintCode.REDUNDANT, rule, "without it " + listed(by) + " " + does(by) + " the same", by,
                    rules.example(effective[rule]));
        }
    }

    private boolean isSame(int rule, int value) {
        return value != Operation.UNDECIDED && rules.outcome(value).result() == rules.result(rule);
    }

    /// Network rules that let flows through which application rules would deny (`FW-20`).
    private void applicationRules() {
        int denied = rules.having(rules.ofStage(Stage.APPLICATION),
                value -> rules.outcome(value).result() == PathResult.DENY);
        if (RuleList.isEmpty(denied)) {
            return;
        }
        int application = rules.ofStage(Stage.APPLICATION);
        for (int rule = 0; rule < rules.size(); rule++) {
            if (neverDecides[rule] || rules.rule(rule).stage() != Stage.NETWORK
                    || rules.result(rule) != PathResult.ALLOW) {
                continue;
            }
            int lost = decisions.diagrams().combine(effective[rule], denied, intersection);
            if (!RuleList.isEmpty(lost)) {
                List<String> by = names(deciders(rules.functions().within(lost, application)));
                add(LintCode.APPLICATION_RULES_SWITCHED_OFF, rule,
                        "it lets flows through that the application rules " + listed(by) + " would deny", by,
                        rules.example(lost));
            }
        }
    }

    private List<String> names(List<Integer> values) {
        return values.stream().map(rules::outcome).map(Outcome::by).distinct().toList();
    }

    private static String listed(List<String> names) {
        int shown = 3;
        return String.join(", ", names.subList(0, Math.min(shown, names.size())))
                + (names.size() > shown ? " and " + (names.size() - shown) + " more" : "");
    }

    private void add(LintCode code, int rule, String text, List<String> blockers, Optional<Flow> witness) {
        RuleRuling found = rules.rule(rule);
        RuleRef reference = found.collection().refer(found.rule());
        findings.add(new Finding(code.name(), code.severity(), "rule " + reference.rule() + ": " + text, code.fix(),
                reference.at(), reference.toString(), blockers, witness));
    }
}

package dev.sekisho.simulator.exact.lint.order;

import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exact.diagram.Cover;
import dev.sekisho.simulator.exact.diagram.PointSearch;
import dev.sekisho.simulator.exact.lint.finding.LintCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What earlier rules do to a rule: hide it from every flow, or decide some of its flows the other way.
///
/// Where many meet it, a flow is looked for that settles the matter; sets are made where none is found.
final class EarlierRules {
    private static final int MOST_MINIMISED = 24;
    private static final int MOST_SEARCHED = 64;
    private static final int MOST_NAMED = 20;

    private final RuleList rules;
    private final RuleReport report;
    private final PointSearch search;
    private final int few;

    /// @param few up to how many earlier rules sets are made at once
    EarlierRules(RuleList rules, RuleReport report, PointSearch search, int few) {
        this.rules = rules;
        this.report = report;
        this.search = search;
        this.few = few;
    }

    /// Looks at a rule. Those before it are looked at already.
    ///
    /// @return a point of a flow that the rule decides about; nothing where it never decides
    Optional<int[]> look(int rule) {
        int number = rules.number(rule);
        if (rules.boxes(number).isEmpty()) {
            rules.decidesNothing(rule);
            return Optional.empty();
        }
        List<Integer> earlier = rules.earlier(number);
        if (earlier.size() > few) {
            Optional<int[]> own = decidesBySearch(rule, earlier);
            if (own.isPresent()) {
                return own;
            }
            if (hiddenByOne(rule, earlier)) {
                return Optional.empty();
            }
        }
        return settle(rule, earlier);
    }

    /// Makes the sets of what each earlier rule decides of a rule's flows.
    private Optional<int[]> settle(int rule, List<Integer> earlier) {
        int number = rules.number(rule);
        Remains rest = rules.flows(number);
        int flows = rest.rest();
        List<Integer> deciders = new ArrayList<>();
        List<Integer> opposed = new ArrayList<>();
        int opposedFlows = Remains.NOTHING;
        for (int other : earlier) {
            int taken = rest.take(rules.boxes(other));
            if (taken == Remains.NOTHING) {
                continue;
            }
            deciders.add(other);
            if (isOpposed(number, other)) {
                opposed.add(other);
                opposedFlows = rest.unite(opposedFlows, taken);
            }
            if (rest.isEmpty()) {
                rules.decidesNothing(rule);
                hidden(rule, minimal(number, deciders), opposed,
                        rules.example(rest, opposed.isEmpty() ? flows : opposedFlows));
                return Optional.empty();
            }
        }
        if (!opposed.isEmpty()) {
            conflict(rule, opposed, rules.example(rest, opposedFlows));
        }
        return new Cover(rest.diagrams()).firstBox(rest.rest())
                .map(box -> box.sets().stream().mapToInt(set -> set.first(0)).toArray());
    }

    /// Finds a flow that a rule decides about, and flows that earlier rules decide the other way.
    private Optional<int[]> decidesBySearch(int rule, List<Integer> earlier) {
        int number = rules.number(rule);
        Optional<int[]> own = search.find(rules.boxes(number), rules.boxes(earlier));
        if (own.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> candidates = earlier.stream().filter(other -> isOpposed(number, other)).toList();
        List<Integer> opposed = new ArrayList<>();
        Optional<int[]> example = Optional.empty();
        for (int other : candidates.subList(0, Math.min(MOST_SEARCHED, candidates.size()))) {
            Optional<int[]> theirs = search.find(rules.common(number, other), rules.boxes(rules.earlier(other)));
            if (theirs.isPresent()) {
                opposed.add(other);
                example = example.or(() -> theirs);
            }
            if (opposed.size() == MOST_NAMED) {
                break;
            }
        }
        if (opposed.isEmpty() && !candidates.isEmpty()) {
            return Optional.empty();
        }
        if (!opposed.isEmpty()) {
            conflict(rule, opposed, example.map(rules::example));
        }
        return own;
    }

    /// Finds an earlier rule that is about every flow of a rule, and a flow of it that is decided the other way.
    private boolean hiddenByOne(int rule, List<Integer> earlier) {
        int number = rules.number(rule);
        Optional<Integer> covering = earlier.stream().filter(other -> covers(other, number)).findFirst();
        if (covering.isEmpty()) {
            return false;
        }
        List<Integer> before = earlier.stream().takeWhile(other -> other < covering.get()).toList();
        Optional<int[]> decided = search.find(rules.boxes(number), rules.boxes(before));
        if (decided.isEmpty()) {
            return false;
        }
        List<Integer> blockers = List.of(covering.get());
        List<Integer> opposed = before.stream().filter(other -> isOpposed(number, other)).toList();
        if (isOpposed(number, covering.get()) || opposed.isEmpty()) {
            rules.decidesNothing(rule);
            hidden(rule, blockers, isOpposed(number, covering.get()) ? blockers : opposed,
                    decided.map(rules::example));
            return true;
        }
        for (int other : opposed.subList(0, Math.min(MOST_SEARCHED, opposed.size()))) {
            Optional<int[]> theirs = search.find(rules.common(number, other), rules.boxes(rules.earlier(other)));
            if (theirs.isPresent()) {
                rules.decidesNothing(rule);
                hidden(rule, blockers, List.of(other), theirs.map(rules::example));
                return true;
            }
        }
        return false;
    }

    private boolean covers(int other, int number) {
        return rules.boxes(number).stream().allMatch(box -> rules.boxes(other).stream()
                .anyMatch(theirs -> theirs.containsAll(box)));
    }

    private boolean isOpposed(int number, int other) {
        return rules.isRule(other) && rules.result(other) != rules.result(number);
    }

    private void conflict(int rule, List<Integer> opposed, Optional<Flow> example) {
        List<String> by = report.names(opposed);
        report.add(LintCode.CONFLICT, rule, "some of its flows are decided the other way by " + RuleReport.listed(by),
                by, example);
    }

    /// @param opposed what decides the other way about flows of the rule; one of them is named in any case
    private void hidden(int rule, List<Integer> hiding, List<Integer> opposed, Optional<Flow> example) {
        int number = rules.number(rule);
        List<Integer> blockers = new ArrayList<>(hiding);
        if (!opposed.isEmpty() && blockers.stream().noneMatch(other -> isOpposed(number, other))) {
            blockers.add(opposed.getFirst());
        }
        boolean same = blockers.stream().noneMatch(other -> isOpposed(number, other));
        List<String> by = report.names(blockers);
        LintCode code = same ? LintCode.REDUNDANT
                : isHiddenByParent(rule, blockers) ? LintCode.HIDDEN_BY_PARENT : LintCode.SHADOWED;
        String text = same
                ? "it never decides: " + RuleReport.listed(by) + " " + RuleReport.does(by) + " the same before it"
                : "it never decides: all of its flows are decided by " + RuleReport.listed(by) + " before it";
        report.add(code, rule, text, by, example);
    }

    private boolean isHiddenByParent(int rule, List<Integer> blockers) {
        return !rules.rule(rule).collection().inherited() && blockers.stream().map(rules::ruleOf)
                .allMatch(by -> by.isPresent() && rules.rule(by.getAsInt()).collection().inherited());
    }

    /// Leaves out what the rules among the others cover too, as long as there are few; first what is no rule. Of many, one
    /// that covers everything is enough.
    private List<Integer> minimal(int number, List<Integer> deciders) {
        if (deciders.size() > MOST_MINIMISED) {
            return deciders.stream().filter(other -> rules.isRule(other) && covers(other, number)).findFirst()
                    .map(List::of).orElse(deciders);
        }
        List<Integer> kept = new ArrayList<>(deciders);
        List<Integer> candidates = new ArrayList<>(deciders);
        candidates.sort(Comparator.comparing(rules::isRule));
        for (int candidate : candidates) {
            List<Integer> others = kept.stream().filter(other -> other != candidate && rules.isRule(other)).toList();
            if (!others.isEmpty() && isCovered(number, others)) {
                kept.remove((Integer) candidate);
            }
        }
        return kept;
    }

    private boolean isCovered(int number, List<Integer> others) {
        Remains rest = rules.flows(number);
        others.forEach(other -> rest.take(rules.boxes(other)));
        return rest.isEmpty();
    }
}

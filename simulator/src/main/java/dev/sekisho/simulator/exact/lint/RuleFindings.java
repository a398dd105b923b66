package dev.sekisho.simulator.exact.lint;

import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exact.decision.Outcome;
import dev.sekisho.simulator.exact.diagram.Cover;
import dev.sekisho.simulator.exact.diagram.IndexBox;
import dev.sekisho.simulator.exact.firewall.FirewallRulings.RuleRuling;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.RuleRef;
import dev.sekisho.simulator.verdict.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What the rules of one firewall do to each other, over all flows.
///
/// Each rule is compared with those alone that meet it. Where these are many, a flow is looked for that settles the matter;
/// sets are made where none is found.
final class RuleFindings {
    private static final int MOST_MINIMISED = 24;
    private static final int FEW = 24;
    private static final int MOST_SEARCHED = 64;
    private static final int MOST_NAMED = 20;

    private final RuleList rules;
    private final Optional<Reaching> reaching;
    private final PointSearch search = new PointSearch();

    /// For each rule that decides, one point of its own.
    private final List<int[]> points = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private final int few;

    private RuleFindings(RuleList rules, Optional<Reaching> reaching, int few) {
        this.rules = rules;
        this.reaching = reaching;
        this.few = few;
    }

    /// @param reaching the flows that reach the firewall by routes, where routes are described
    static List<Finding> of(RuleList rules, Optional<Reaching> reaching) {
        return of(rules, reaching, FEW);
    }

    /// @param few up to how many earlier rules sets are made at once
    static List<Finding> of(RuleList rules, Optional<Reaching> reaching, int few) {
        RuleFindings found = new RuleFindings(rules, reaching, few);
        for (int rule = 0; rule < rules.size(); rule++) {
            found.points.add(new int[0]);
            found.compareWithEarlier(rule);
        }
        for (int rule = 0; rule < rules.size(); rule++) {
            if (rules.decides(rule)) {
                found.compareWithLater(rule);
            }
        }
        for (int rule = 0; rule < rules.size(); rule++) {
            if (rules.decides(rule)) {
                found.compareWithApplicationRules(rule);
            }
        }
        return found.findings;
    }

    private void compareWithEarlier(int rule) {
        int number = rules.number(rule);
        if (rules.boxes(number).isEmpty()) {
            rules.decidesNothing(rule);
            return;
        }
        List<Integer> earlier = rules.earlier(number);
        boolean settled = earlier.size() > few && (decidesBySearch(rule, earlier) || hiddenByOne(rule, earlier));
        if (!settled) {
            settle(rule, earlier);
        }
    }

    /// Makes the sets of what each earlier rule decides of a rule's flows.
    private void settle(int rule, List<Integer> earlier) {
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
                return;
            }
        }
        points.set(rule, point(rest));
        if (!opposed.isEmpty()) {
            conflict(rule, opposed, rules.example(rest, opposedFlows));
        }
        routed(rule, earlier);
    }

    private static int[] point(Remains remains) {
        return new Cover(remains.diagrams()).firstBox(remains.rest()).orElseThrow().sets().stream()
                .mapToInt(set -> set.first(0)).toArray();
    }

    /// Finds a flow that a rule decides about, and flows that earlier rules decide the other way.
    private boolean decidesBySearch(int rule, List<Integer> earlier) {
        int number = rules.number(rule);
        Optional<int[]> own = search.find(rules.boxes(number), rules.boxes(earlier));
        if (own.isEmpty()) {
            return false;
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
            return false;
        }
        points.set(rule, own.get());
        if (!opposed.isEmpty()) {
            conflict(rule, opposed, example.map(rules::example));
        }
        routed(rule, earlier);
        return true;
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
        List<String> by = names(opposed);
        add(LintCode.CONFLICT, rule, "some of its flows are decided the other way by " + listed(by), by, example);
    }

    /// @param opposed what decides the other way about flows of the rule; one of them is named in any case
    private void hidden(int rule, List<Integer> hiding, List<Integer> opposed, Optional<Flow> example) {
        int number = rules.number(rule);
        List<Integer> blockers = new ArrayList<>(hiding);
        if (!opposed.isEmpty() && blockers.stream().noneMatch(other -> isOpposed(number, other))) {
            blockers.add(opposed.getFirst());
        }
        boolean same = blockers.stream().noneMatch(other -> isOpposed(number, other));
        List<String> by = names(blockers);
        LintCode code = same ? LintCode.REDUNDANT
                : isHiddenByParent(rule, blockers) ? LintCode.HIDDEN_BY_PARENT : LintCode.SHADOWED;
        String text = same ? "it never decides: " + listed(by) + " " + does(by) + " the same before it"
                : "it never decides: all of its flows are decided by " + listed(by) + " before it";
        add(code, rule, text, by, example);
    }

    private static String does(List<String> by) {
        return by.size() == 1 ? "does" : "do";
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

    /// What a rule decides about.
    private Remains decided(int rule, List<Integer> earlier) {
        Remains rest = rules.flows(rules.number(rule));
        earlier.forEach(other -> rest.take(rules.boxes(other)));
        return rest;
    }

    private void routed(int rule, List<Integer> earlier) {
        if (reaching.isEmpty() || reaching.get().contains(points.get(rule))) {
            return;
        }
        List<IndexBox> led = reaching.get().common(rules.boxes(rules.number(rule)));
        if (!led.isEmpty() && search.find(led, rules.boxes(earlier)).isPresent()) {
            return;
        }
        Remains own = decided(rule, earlier);
        if (own.intersect(own.rest(), reaching.get().in(own.diagrams())) == Remains.NOTHING) {
            add(LintCode.NO_ROUTE, rule,
                    "no flow that it decides about reaches the firewall by the routes that are described",
                    List.of(), rules.example(own, own.rest()));
        }
    }

    private void compareWithLater(int rule) {
        replaced(rule).ifPresent(replaced -> {
            List<String> by = names(replaced.by());
            if (replaced.by().stream().noneMatch(rules::isRule)) {
                add(LintCode.SAYS_THE_DEFAULT, rule, "without it the default denies the same", List.of(),
                        replaced.example());
            } else {
                add(LintCode.REDUNDANT, rule, "without it " + listed(by) + " " + does(by) + " the same", by,
                        replaced.example());
            }
        });
    }

    /// What would do the same to every flow that a rule decides about, if the rule was not there.
    private record Replaced(List<Integer> by, Optional<Flow> example) {}

    private Optional<Replaced> replaced(int rule) {
        int number = rules.number(rule);
        List<Integer> earlier = rules.earlier(number);
        List<Integer> later = rules.later(number);
        if (isNeededBySearch(rule, earlier, later)) {
            return Optional.empty();
        }
        Remains rest = decided(rule, earlier);
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

    /// Returns rules that can be removed together, and nothing else becomes of any flow: those that never decide, and from
    /// the last one on those that rules behind them replace. Rules that are switched off or say the default stay.
    static List<RuleRuling> removable(RuleList rules) {
        RuleFindings found = new RuleFindings(rules, Optional.empty(), FEW);
        List<RuleRuling> removable = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            found.points.add(new int[0]);
            found.compareWithEarlier(rule);
            if (!rules.decides(rule) && !rules.boxes(rules.number(rule)).isEmpty()) {
                removable.add(rules.rule(rule));
            }
        }
        for (int rule = rules.size() - 1; rule >= 0; rule--) {
            if (rules.decides(rule)
                    && found.replaced(rule).filter(by -> by.by().stream().allMatch(rules::isRule)).isPresent()) {
                rules.decidesNothing(rule);
                removable.add(rules.rule(rule));
            }
        }
        return removable;
    }

    /// Finds a flow that a rule decides about and that would fare otherwise without it.
    private boolean isNeededBySearch(int rule, List<Integer> earlier, List<Integer> later) {
        int number = rules.number(rule);
        Optional<Integer> next = later.stream()
                .filter(other -> rules.boxes(other).stream().anyMatch(box -> box.contains(points.get(rule))))
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

    /// Network rules that let flows through which application rules would deny (`FW-20`).
    private void compareWithApplicationRules(int rule) {
        int number = rules.number(rule);
        if (rules.rule(rule).stage() != Stage.NETWORK || rules.result(number) != PathResult.ALLOW) {
            return;
        }
        List<Integer> application = rules.applicationRules(number);
        if (application.stream().noneMatch(other -> rules.result(other) == PathResult.DENY)) {
            return;
        }
        Remains own = decided(rule, rules.earlier(number));
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
            List<String> by = names(denying);
            add(LintCode.APPLICATION_RULES_SWITCHED_OFF, rule,
                    "it lets flows through that the application rules " + listed(by) + " would deny", by,
                    rules.example(own, lost));
        }
    }

    private List<String> names(List<Integer> numbers) {
        return numbers.stream().map(rules::outcome).map(Outcome::by).distinct().toList();
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

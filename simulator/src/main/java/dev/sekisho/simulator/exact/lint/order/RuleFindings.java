package dev.sekisho.simulator.exact.lint.order;

import dev.sekisho.simulator.exact.diagram.IndexBox;
import dev.sekisho.simulator.exact.diagram.PointSearch;
import dev.sekisho.simulator.exact.firewall.FirewallRulings.RuleRuling;
import dev.sekisho.simulator.exact.lint.finding.Finding;
import dev.sekisho.simulator.exact.lint.finding.LintCode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// What the rules of one firewall do to each other, over all flows. Each rule is compared with those alone that meet it.
final class RuleFindings {
    private static final int FEW = 24;

    private final RuleList rules;
    private final RuleReport report;
    private final PointSearch search = new PointSearch();
    private final EarlierRules earlierRules;
    private final LaterRules laterRules;

    /// For each rule one point of its own; nothing for those that never decide.
    private final List<Optional<int[]>> points = new ArrayList<>();

    /// @param covered numbers of rules that are known to decide nothing and are not looked at
    private RuleFindings(RuleList rules, int few, BitSet covered) {
        this.rules = rules;
        this.report = new RuleReport(rules);
        this.earlierRules = new EarlierRules(rules, report, search, few);
        this.laterRules = new LaterRules(rules, search);
        for (int rule = 0; rule < rules.size(); rule++) {
            if (covered.get(rules.number(rule))) {
                rules.decidesNothing(rule);
                points.add(Optional.empty());
            } else {
                points.add(earlierRules.look(rule));
            }
        }
    }

    /// @param reaching the flows that reach the firewall by routes, where routes are described
    static List<Finding> of(RuleList rules, Optional<Reaching> reaching) {
        return of(rules, reaching, FEW);
    }

    /// @param few up to how many earlier rules sets are made at once
    static List<Finding> of(RuleList rules, Optional<Reaching> reaching, int few) {
        RuleFindings found = new RuleFindings(rules, few, new BitSet());
        SwitchedOffRules switchedOff = new SwitchedOffRules(rules,
                new SharedFlows(rules, found.search), found.report);
        for (int rule = 0; rule < rules.size(); rule++) {
            Optional<int[]> point = found.points.get(rule);
            if (point.isPresent()) {
                if (reaching.isPresent()) {
                    found.routed(rule, point.get(), reaching.get());
                }
                found.laterRules.look(rule, point.get(), found.report);
                switchedOff.look(rule);
            }
        }
        return found.report.findings();
    }

    /// Returns rules that can be removed together, and nothing else becomes of any flow: those that never decide, and from
    /// the last one on those that rules behind them replace. Rules that are switched off or say the default stay.
    ///
    /// @param covered the numbers of the rules that never decide
    static List<RuleRuling> removable(RuleList rules, BitSet covered) {
        RuleFindings found = new RuleFindings(rules, FEW, covered);
        List<RuleRuling> removable = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            if (!rules.decides(rule) && !rules.boxes(rules.number(rule)).isEmpty()) {
                removable.add(rules.rule(rule));
            }
        }
        for (int rule = rules.size() - 1; rule >= 0; rule--) {
            Optional<int[]> point = found.points.get(rule);
            if (point.isPresent() && found.laterRules.replaced(rule, point.get())
                    .filter(replaced -> replaced.by().stream().allMatch(rules::isRule)).isPresent()) {
                rules.decidesNothing(rule);
                removable.add(rules.rule(rule));
            }
        }
        return removable;
    }

    /// A rule about flows that no route leads to the firewall.
    private void routed(int rule, int[] point, Reaching reaching) {
        if (reaching.contains(point)) {
            return;
        }
        List<Integer> earlier = rules.earlier(rules.number(rule));
        List<IndexBox> led = reaching.common(rules.boxes(rules.number(rule)));
        if (!led.isEmpty() && search.find(led, rules.boxes(earlier)).isPresent()) {
            return;
        }
        Remains own = rules.flows(rules.number(rule));
        earlier.forEach(other -> own.take(rules.boxes(other)));
        if (own.intersect(own.rest(), reaching.in(own.diagrams())) == Remains.NOTHING) {
            report.add(LintCode.NO_ROUTE, rule,
                    "no flow that it decides about reaches the firewall by the routes that are described",
                    List.of(), rules.example(own, own.rest()));
        }
    }
}

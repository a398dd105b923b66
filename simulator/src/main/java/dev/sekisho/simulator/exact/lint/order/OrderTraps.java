package dev.sekisho.simulator.exact.lint.order;

import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.simulator.exact.diagram.IndexBox;
import dev.sekisho.simulator.exact.diagram.PointSearch;
import dev.sekisho.simulator.exact.firewall.FirewallRulings.RuleRuling;
import dev.sekisho.simulator.exact.lint.finding.Finding;
import dev.sekisho.simulator.exact.lint.finding.LintCode;
import dev.sekisho.simulator.exact.space.NameSet;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Traps that the rules of a firewall set each other by their order, where every rule decides about something.
///
/// @param reaching the flows that reach the firewall by routes, where routes are described
/// @param endpoints flows to private endpoints whose source a network rule does not translate
record OrderTraps(RuleList rules, Optional<Reaching> reaching, Region endpoints, SharedFlows shared,
        RuleReport report) {
    private static final int MOST_NAMED = 20;
    private static final int MOST_TRIED = 200;

    /// @param rules those that never decide are noted already
    static List<Finding> of(RuleList rules, Optional<Reaching> reaching, Region endpoints) {
        OrderTraps traps = new OrderTraps(rules, reaching, endpoints,
                new SharedFlows(rules, new PointSearch()), new RuleReport(rules));
        for (int rule = 0; rule < rules.size(); rule++) {
            if (rules.decides(rule)) {
                traps.look(rule);
            }
        }
        return traps.report().findings();
    }

    private void look(int rule) {
        RuleRuling found = rules.rule(rule);
        if (found.rule() instanceof ApplicationRule application) {
            application.targetFqdns().stream().flatMap(entry -> entry.known().stream())
                    .forEach(name -> name(rule, name));
        }
        if (found.stage() == Stage.NETWORK && rules.result(rules.number(rule)) == PathResult.ALLOW) {
            wide(rule);
            reaching.ifPresent(reached -> untranslated(rule, reached));
        }
    }

    /// A name that never decides, because a wildcard of an earlier rule covers it.
    private void name(int rule, FqdnPattern name) {
        List<Integer> earlier = rules.earlier(rules.number(rule));
        if (earlier.stream().noneMatch(other -> hasWildcardFor(other, name))) {
            return;
        }
        Remains rest = rules.flows(rules.within(rules.number(rule), Region.ALL.named(NameSet.of(List.of(name)))));
        int own = rest.rest();
        if (rest.isEmpty()) {
            return;
        }
        List<Integer> by = takers(rest, earlier);
        if (by.size() > MOST_TRIED) {
            report.undecided(rule, name + " never decides", by);
        } else if (rest.isEmpty() && by.stream().anyMatch(other -> hasWildcardFor(other, name))) {
            add(LintCode.NAME_UNDER_WILDCARD, rule,
                    name + " never decides, because a wildcard of " + listed(by) + " covers it before", by, rest, own);
        }
    }

    private boolean hasWildcardFor(int number, FqdnPattern name) {
        return rules.ruleOf(number).isPresent()
                && rules.rule(rules.ruleOf(number).getAsInt()).rule() instanceof ApplicationRule application
                && application.targetFqdns().stream().flatMap(entry -> entry.known().stream())
                        .anyMatch(pattern -> pattern.isWildcard() && pattern.covers(name));
    }

    /// Takes what some numbers are about until nothing is left, and returns those that took something; where they are more
    /// than are tried, what is left is not known.
    private List<Integer> takers(Remains rest, List<Integer> numbers) {
        List<Integer> takers = new ArrayList<>();
        for (int number : numbers) {
            if (rest.isEmpty() || takers.size() > MOST_TRIED) {
                break;
            }
            if (rest.take(rules.boxes(number)) != Remains.NOTHING) {
                takers.add(number);
            }
        }
        return takers;
    }

    /// A network rule to every public address in front of application rules that allow some names only (`FW-20`).
    private void wide(int rule) {
        boolean everywhere = rules.rule(rule).ruling().regions().stream().anyMatch(region -> region.given().isEmpty()
                && region.destinations().containsAll(WellKnownRanges.PUBLIC.ipv4()));
        if (!everywhere) {
            return;
        }
        int number = rules.number(rule);
        List<IndexBox> before = rules.boxes(rules.earlier(number));
        List<Integer> spared = new ArrayList<>();
        Optional<int[]> example = Optional.empty();
        List<Integer> open = new ArrayList<>();
        int tried = 0;
        for (int other : rules.applicationRules(number)) {
            if (spared.size() == MOST_NAMED || tried++ == MOST_TRIED) {
                break;
            }
            SharedFlows.Answer answer = shared.find(number, other, before);
            if (!(answer instanceof SharedFlows.Answer.None) && rules.result(other) == PathResult.DENY) {
                return;
            }
            if (answer instanceof SharedFlows.Answer.Found(int[] point)) {
                spared.add(other);
                example = example.or(() -> Optional.of(point));
            } else if (answer instanceof SharedFlows.Answer.Open) {
                open.add(other);
            }
            before.addAll(rules.boxes(other));
        }
        if (!spared.isEmpty()) {
            report.add(LintCode.APPLICATION_RULES_SWITCHED_OFF, rule,
                    "it lets every name through, so the application rules "
                            + listed(spared) + " choose nothing",
                    report.names(spared), example.map(rules::example));
        } else if (!open.isEmpty()) {
            report.undecided(rule, "it leaves the application rules " + listed(open) + " nothing to choose", open);
        }
    }

    /// Replies of a private endpoint go past the firewall unless the source is translated (`FW-39`).
    private void untranslated(int rule, Reaching reached) {
        boolean certain = rules.rule(rule).ruling().regions().stream().anyMatch(region -> region.given().isEmpty()
                && region.names().isAny() && region.destinations().overlaps(endpoints.destinations()));
        if (!certain || rules.within(rules.number(rule), endpoints).isEmpty()) {
            return;
        }
        Remains rest = rules.flows(rules.within(rules.number(rule), endpoints));
        List<Integer> by = takers(rest, rules.earlier(rules.number(rule)));
        if (by.size() > MOST_TRIED) {
            report.undecided(rule, "it allows flows to a private endpoint whose source is not translated", by);
            return;
        }
        int there = rest.intersect(rest.rest(), reached.in(rest.diagrams()));
        if (there != Remains.NOTHING) {
            add(LintCode.UNTRANSLATED_ENDPOINT, rule,
                    "the source of what it allows to a private endpoint is not translated, so replies miss the firewall",
                    List.of(), rest, there);
        }
    }

    private void add(LintCode code, int rule, String text, List<Integer> blockers, Remains remains, int set) {
        report.add(code, rule, text, report.named(blockers), rules.example(remains, set));
    }

    private String listed(List<Integer> numbers) {
        return RuleReport.listed(report.names(numbers));
    }
}

package dev.sekisho.simulator.exact.lint;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.simulator.exact.decision.Decisions;
import dev.sekisho.simulator.exact.decision.Layer;
import dev.sekisho.simulator.exact.firewall.FirewallFunction;
import dev.sekisho.simulator.exact.firewall.FirewallRulings;
import dev.sekisho.simulator.exact.lint.finding.Finding;
import dev.sekisho.simulator.exact.lint.order.OrderFindings;
import dev.sekisho.simulator.exact.lint.trap.RuleTraps;
import dev.sekisho.simulator.exact.lint.trap.SubnetTraps;
import dev.sekisho.simulator.exact.path.PathFunction;
import dev.sekisho.simulator.exact.path.StandInFirewalls;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.validate.ConfigurationValidator;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds what is wrong with the rules of an environment: what the validator finds, what is wrong with single rules, and what
/// rules do to each other over all flows.
public final class Linter {
    private Linter() {}

    /// Returns every finding, by place.
    public static List<Finding> lint(Environment environment) {
        Environment completed = StandInFirewalls.in(environment);
        Map<String, Finding> findings = new LinkedHashMap<>();
        ConfigurationValidator.validate(environment).forEach(problem -> add(findings, Finding.of(problem)));
        SubnetTraps.of(environment).forEach(finding -> add(findings, finding));
        for (Firewall firewall : completed.firewalls()) {
            lint(completed, firewall).forEach(finding -> add(findings, finding));
        }
        return findings.values().stream().sorted(Comparator.comparing(Finding::at, SourceLocation.ORDER)
                .thenComparing(Finding::severity)).toList();
    }

    private static void add(Map<String, Finding> findings, Finding finding) {
        findings.putIfAbsent(finding.code() + "|" + finding.at() + "|" + finding.rule() + "|" + finding.message(),
                finding);
    }

    private static List<Finding> lint(Environment environment, Firewall firewall) {
        FirewallView view = new Views(environment).firewall(firewall);
        FirewallFunction function = FirewallFunction.of(view, true);
        FirewallRulings rulings = function.rulings();
        List<Finding> findings = new ArrayList<>();
        rulings.rules().forEach(rule -> findings.addAll(RuleTraps.of(view, rule)));
        Optional<Layer> reaching = PathFunction.reaching(environment, firewall.name());
        Region endpoints = Region.ALL.to(Untranslated.endpoints(environment, view));
        Layer told = Layer.inside(List.of(endpoints), Layer.of(List.of()));
        Decisions decisions = reaching.map(layer -> Decisions.about(function.layer(), layer, told))
                .orElseGet(() -> Decisions.about(function.layer(), told));
        findings.addAll(OrderFindings.of(decisions, rulings, reaching, endpoints));
        return findings;
    }
}

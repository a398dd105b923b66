package dev.sekisho.simulator.exact.lint.order;

import dev.sekisho.model.firewall.Rule;
import dev.sekisho.simulator.exact.decision.CoveredRulings;
import dev.sekisho.simulator.exact.decision.Ruling;
import dev.sekisho.simulator.exact.firewall.FirewallRulings;
import dev.sekisho.simulator.exact.firewall.FirewallRulings.RuleRuling;
import dev.sekisho.simulator.exact.space.FlowSpace;
import dev.sekisho.simulator.view.FirewallView;
import java.util.List;

/// The rules of a firewall that nobody misses.
public final class NeedlessRules {
    private NeedlessRules() {}

    /// Returns rules that can be removed together, and nothing else becomes of any flow. A rule that an empty IP group
    /// switches off (`FW-26`) is not among them, and neither is one that says the default, whose log entries may be wanted
    /// and which precedes what the firewall allows without a rule (`FW-46`).
    ///
    /// @throws dev.sekisho.simulator.exact.diagram.TooLarge if there is too much to compare
    public static List<Rule> of(FirewallView view) {
        FirewallRulings rulings = FirewallRulings.of(view, false);
        List<Ruling> all = rulings.inOrder();
        FlowSpace space = new FlowSpace(all.stream().flatMap(ruling -> ruling.regions().stream()).toList());
        return RuleFindings.removable(new RuleList(space, rulings), CoveredRulings.in(all)).stream()
                .map(RuleRuling::rule).toList();
    }
}

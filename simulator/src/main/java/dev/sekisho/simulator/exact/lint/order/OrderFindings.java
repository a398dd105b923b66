package dev.sekisho.simulator.exact.lint.order;

import dev.sekisho.simulator.exact.decision.Decisions;
import dev.sekisho.simulator.exact.decision.Layer;
import dev.sekisho.simulator.exact.firewall.FirewallRulings;
import dev.sekisho.simulator.exact.lint.finding.Finding;
import dev.sekisho.simulator.exact.space.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything that is found about the order of a firewall's rules.
public final class OrderFindings {
    private OrderFindings() {}

    /// Returns every finding.
    ///
    /// @param decisions in a space that tells apart what the rulings do, what reaches the firewall and the endpoints
    /// @param reaching decides which flows reach the firewall by routes, where routes are described
    /// @param endpoints flows to private endpoints whose source a network rule does not translate
    public static List<Finding> of(Decisions decisions, FirewallRulings rulings, Optional<Layer> reaching,
            Region endpoints) {
        RuleList rules = new RuleList(decisions.space(), rulings);
        Optional<Reaching> reached = reaching.map(paths -> Reaching.of(decisions, paths));
        List<Finding> findings = new ArrayList<>(RuleFindings.of(rules, reached));
        findings.addAll(OrderTraps.of(rules, reached, endpoints));
        return findings;
    }
}

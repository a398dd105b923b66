package dev.sekisho.simulator.exact.firewall;

import dev.sekisho.simulator.exact.decision.Decisions;
import dev.sekisho.simulator.exact.decision.Layer;
import dev.sekisho.simulator.exact.decision.Outcome;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.view.FirewallView;
import java.util.List;
import java.util.stream.Stream;

/// What a firewall does with every flow that reaches it.
///
/// @param rulings what decides, in order
/// @param rulesKnown whether every rule is described; otherwise nothing about the firewall is certain
public record FirewallFunction(FirewallRulings rulings, boolean rulesKnown) implements Layer {

    /// Reads a firewall.
    ///
    /// @param sameResolver whether client and firewall resolve names alike (`DNS-1`)
    public static FirewallFunction of(FirewallView view, boolean sameResolver) {
        return new FirewallFunction(FirewallRulings.of(view, sameResolver), view.problems().isEmpty());
    }

    @Override
    public Stream<Region> regions() {
        return rulings.regions().stream();
    }

    @Override
    public int in(Decisions decisions) {
        if (!rulesKnown) {
            return decisions.always(Outcome.unknown(List.of()));
        }
        return decisions.ofAll(rulings.inOrder());
    }
}

package dev.sekisho.simulator.exact.firewall;

import dev.sekisho.simulator.exact.decision.Layer;
import dev.sekisho.simulator.exact.decision.Outcome;
import dev.sekisho.simulator.exact.decision.Ruling;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.firewall.FirewallInterpreter;
import dev.sekisho.simulator.view.FirewallView;
import java.util.List;

/// What a firewall does with every flow that reaches it.
///
/// @param rulings what decides, in order
/// @param rulesKnown whether every rule is described
public record FirewallFunction(FirewallRulings rulings, boolean rulesKnown) {

    /// Reads a firewall.
    ///
    /// @param sameResolver whether client and firewall resolve names alike (`DNS-1`)
    public static FirewallFunction of(FirewallView view, boolean sameResolver) {
        return of(view, sameResolver, new RuleMemory());
    }

    /// Reads a firewall.
    ///
    /// @param sameResolver whether client and firewall resolve names alike (`DNS-1`)
    /// @param memory what is known of rules that were read before
    public static FirewallFunction of(FirewallView view, boolean sameResolver, RuleMemory memory) {
        return new FirewallFunction(
                FirewallRulings.of(view, sameResolver, memory.of(view.firewall().name(), sameResolver)),
                view.problems().isEmpty());
    }

    /// Returns the layer that decides as the firewall does. Where rules are not described, they may decide about any flow; what the
    /// others say holds as far as they do not.
    public Layer layer() {
        Layer known = rulings.layer();
        return rulesKnown ? known
                : Layer.inOrder(List.of(Layer.of(List.of(
                        Ruling.of(Region.ALL.given(FirewallInterpreter.OTHER_RULES), Outcome.unknown(List.of())))),
                        known));
    }
}

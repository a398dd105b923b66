package dev.sekisho.simulator.exact.firewall;

import dev.sekisho.simulator.exact.decision.Layer;
import dev.sekisho.simulator.exact.firewall.FirewallRulings.RuleRuling;
import dev.sekisho.simulator.view.OrderedCollection;
import java.util.List;

/// The rules of one collection as rulings, in the order in which the firewall asks them.
///
/// @param layer decides as the rules do; the same object as long as the collection is the same
public record CollectionRulings(OrderedCollection collection, List<RuleRuling> rules, Layer layer) {
    public CollectionRulings {
        rules = List.copyOf(rules);
    }

    static CollectionRulings of(OrderedCollection collection, List<RuleRuling> rules) {
        return new CollectionRulings(collection, rules, Layer.of(rules.stream().map(RuleRuling::ruling).toList()));
    }
}

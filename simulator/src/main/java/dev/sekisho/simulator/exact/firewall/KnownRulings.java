package dev.sekisho.simulator.exact.firewall;

import dev.sekisho.model.firewall.Rule;
import dev.sekisho.simulator.exact.firewall.FirewallRulings.RuleRuling;
import dev.sekisho.simulator.view.OrderedCollection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// What rules of one firewall are about, remembered for the next version of its policy: a rule that is the same object in a
/// collection of the same place and action is about the same flows, as long as everything but rules stays as it is.
final class KnownRulings {
    private Map<Rule, RuleRuling> before = new IdentityHashMap<>();
    private Map<Rule, RuleRuling> now = new IdentityHashMap<>();

    /// Begins the next version. What the last one did not have is forgotten.
    void next() {
        before = now;
        now = new IdentityHashMap<>();
    }

    RuleRuling of(OrderedCollection collection, Rule rule, Supplier<RuleRuling> read) {
        RuleRuling known = now.containsKey(rule) ? now.get(rule) : before.get(rule);
        RuleRuling ruling = known != null && isAlike(known.collection(), collection) ? known : read.get();
        now.put(rule, ruling);
        return ruling;
    }

    /// The names are part of what is said about a rule, and the type and action of its collection of what it does.
    private static boolean isAlike(OrderedCollection one, OrderedCollection other) {
        boolean alike = one.collection() == other.collection()
                || one.collection().getClass() == other.collection().getClass()
                        && FirewallRulings.action(one.collection()) == FirewallRulings.action(other.collection())
                        && one.collection().name().equals(other.collection().name());
        return alike && one.tier() == other.tier() && one.inherited() == other.inherited()
                && one.policy().equals(other.policy())
                && one.group().map(OrderedCollection.GroupPlace::name)
                        .equals(other.group().map(OrderedCollection.GroupPlace::name));
    }
}

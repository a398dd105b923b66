package dev.sekisho.simulator.exact.firewall;

import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.simulator.exact.firewall.FirewallRulings.RuleRuling;
import dev.sekisho.simulator.view.OrderedCollection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;

/// What rules of one firewall are about, remembered for the next version of its policy: a collection, or a rule, that is the
/// same object in a place and with an action like before is about the same flows, as long as everything but rules stays as
/// it is. What a version did not have is forgotten.
final class KnownRulings {
    private final Map<Rule, RuleRuling> rules = new IdentityHashMap<>();
    private Map<RuleCollection, CollectionRulings> before = new IdentityHashMap<>();
    private Map<RuleCollection, CollectionRulings> now = new IdentityHashMap<>();

    /// Begins the next version.
    void next() {
        before.forEach((collection, rulings) -> {
            if (now.get(collection) != rulings) {
                rulings.rules().forEach(ruling -> rules.remove(ruling.rule()));
            }
        });
        now.forEach((collection, rulings) -> {
            if (before.get(collection) != rulings) {
                rulings.rules().forEach(ruling -> rules.put(ruling.rule(), ruling));
            }
        });
        before = now;
        now = new IdentityHashMap<>();
    }

    /// @param read reads a rule that is not known
    CollectionRulings of(OrderedCollection collection, Function<Rule, RuleRuling> read) {
        CollectionRulings known = now.containsKey(collection.collection())
                ? now.get(collection.collection())
                : before.get(collection.collection());
        CollectionRulings rulings = known != null && isAlike(known.collection(), collection)
                ? known
                : CollectionRulings.of(collection, collection.collection().rules().stream()
                        .map(rule -> of(collection, rule, read)).toList());
        now.put(collection.collection(), rulings);
        return rulings;
    }

    private RuleRuling of(OrderedCollection collection, Rule rule, Function<Rule, RuleRuling> read) {
        RuleRuling known = rules.get(rule);
        return known != null && isAlike(known.collection(), collection) ? known : read.apply(rule);
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

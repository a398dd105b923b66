package dev.sekisho.simulator.view;

import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.term.Priority;
import dev.sekisho.simulator.verdict.RuleRef;
import java.util.Optional;

/// A collection in the place where the firewall consults it.
///
/// @param policy the policy that holds it; absent for rules on the firewall itself
/// @param group the group that holds it; absent likewise
/// @param tier the tier whose features its rules may use (`FW-56`)
/// @param inherited whether a parent policy holds it
public record OrderedCollection(Optional<String> policy, Optional<GroupPlace> group, RuleCollection collection,
        Tier tier, boolean inherited) {

    /// The name of a group and its place among the groups of its policy.
    public record GroupPlace(String name, Priority priority) {}

    /// Returns one of the collection's rules by its names.
    public RuleRef refer(Rule rule) {
        return new RuleRef(policy, group.map(GroupPlace::name), collection.name(), rule.name(), rule.at());
    }

    /// Returns the collection's own names.
    public String name() {
        return policy.map(p -> p + "/").orElse("") + group.map(g -> g.name() + "/").orElse("") + collection.name();
    }

    /// Returns the collection's names and the priorities that put it in its place.
    public String place() {
        return name() + " (" + group.map(g -> g.priority() + "/").orElse("") + collection.priority() + ")";
    }
}

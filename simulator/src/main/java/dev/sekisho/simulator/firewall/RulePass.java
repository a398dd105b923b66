package dev.sekisho.simulator.firewall;

import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.simulator.match.RuleMatch;
import dev.sekisho.simulator.verdict.Notes;
import dev.sekisho.simulator.verdict.Step;
import dev.sekisho.simulator.view.OrderedCollection;
import dev.sekisho.simulator.world.Truth;
import dev.sekisho.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// One pass over the collections of one kind: the first rule that matches ends it (`FW-1`, `FW-4`).
///
/// @param stage what the pass is called in the steps
record RulePass(String stage, Encounter encounter, World world, Notes notes) {

    /// The rule that ended a pass.
    record Found<R>(OrderedCollection collection, R rule) {}

    /// Asks the rules of one collection after the other.
    ///
    /// @param kind the kind of rule that the pass is about; collections of others are left out
    /// @param matcher says whether a rule matches; asked once for each rule, whatever the number of worlds
    <R extends Rule> Optional<Found<R>> first(Class<R> kind, BiFunction<R, Tier, RuleMatch> matcher) {
        for (OrderedCollection collection : encounter.view().collections()) {
            List<RuleMatch> known = encounter.matches(collection);
            List<Step> asked = new ArrayList<>();
            int place = 0;
            for (Rule any : collection.collection().rules()) {
                if (!kind.isInstance(any)) {
                    continue;
                }
                R rule = kind.cast(any);
                if (place == known.size()) {
                    known.add(matcher.apply(rule, collection.tier()));
                }
                RuleMatch match = known.get(place++);
                notes.assume(match.assumptions(world));
                if (match.holds(world)) {
                    String open = match.truth() == Truth.UNKNOWN ? " (" + match + ")" : "";
                    notes.step(Step.of(stage, collection.place() + ": rule " + rule.name() + " matches" + open, "FW-1",
                            "FW-3", "FW-4").at(rule.at()).with(asked));
                    return Optional.of(new Found<>(collection, rule));
                }
                if (notes.everyRule()) {
                    asked.add(Step.of(stage, rule.name() + ": " + match).at(rule.at()));
                }
            }
            if (place > 0 && notes.everyRule()) {
                notes.step(Step.of(stage, collection.place() + ": no rule matches", "FW-3")
                        .at(collection.collection().at()).with(asked));
            }
        }
        return Optional.empty();
    }
}

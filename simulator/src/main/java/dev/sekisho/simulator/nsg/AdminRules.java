package dev.sekisho.simulator.nsg;

import dev.sekisho.model.network.SecurityAdminCollection;
import dev.sekisho.model.network.SecurityAdminRule;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.simulator.match.RuleMatch;
import dev.sekisho.simulator.verdict.Notes;
import dev.sekisho.simulator.verdict.Step;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.world.Truth;
import dev.sekisho.simulator.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The security admin rules of network managers, which come before every security group (`NSG-11`). All collections of a
/// network are one list by priority.
record AdminRules(SubnetView view, SecurityRuleMatcher matcher, World world, Notes notes) {
    private static final String STAGE = "security admin rules";

    /// The rule that decides, with the collection that holds it.
    record Decision(String collection, SecurityAdminRule rule) {}

    /// Returns the first rule that matches; nothing where none does, so that the security groups decide.
    ///
    /// @param platform whether the flow goes to an address of the host, which only rules with its own tags concern
    Optional<Decision> decide(SecurityRule.Direction direction, boolean platform) {
        List<Step> missed = new ArrayList<>();
        for (Decision candidate : inOrder(direction)) {
            SecurityAdminRule rule = candidate.rule();
            if (platform && !PlatformTags.isNamedBy(rule.destination())) {
                continue;
            }
            RuleMatch match = matcher.match(rule.source(), rule.destination(), rule.protocol());
            String place = rule.priority() + " " + candidate.collection() + "/" + rule.name();
            if (match.holds(world)) {
                notes.assume(match.assumptions(world));
                String open = match.truth() == Truth.UNKNOWN ? " (" + match + ")" : "";
                String then = rule.access() == SecurityAdminRule.Access.ALLOW ? ", and the security groups decide" : "";
                notes.step(Step.of(STAGE, rule.access().azureName() + " by " + place + then + open, "NSG-11")
                        .at(rule.at()).with(missed));
                return Optional.of(candidate);
            }
            if (notes.everyRule()) {
                missed.add(Step.of(STAGE, place + ": " + match, "NSG-11").at(rule.at()));
            }
        }
        if (!missed.isEmpty()) {
            notes.step(Step.of(STAGE, "no rule matches", "NSG-11").with(missed));
        }
        return Optional.empty();
    }

    private List<Decision> inOrder(SecurityRule.Direction direction) {
        List<Decision> rules = new ArrayList<>();
        for (SecurityAdminCollection collection : view.adminCollections()) {
            collection.rules().stream().filter(rule -> rule.direction() == direction)
                    .forEach(rule -> rules.add(new Decision(collection.name(), rule)));
        }
        return rules.stream().sorted(Comparator.comparing(candidate -> candidate.rule().priority())).toList();
    }
}

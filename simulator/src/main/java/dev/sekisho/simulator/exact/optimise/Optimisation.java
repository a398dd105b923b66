package dev.sekisho.simulator.exact.optimise;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.Knowledge;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.servicetag.ServiceTags;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.simulator.exact.diagram.TooLarge;
import dev.sekisho.simulator.exact.diff.EnvironmentDiff;
import dev.sekisho.simulator.exact.lint.order.NeedlessRules;
import dev.sekisho.simulator.exact.path.StandInFirewalls;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.Views;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The rules of an environment with the same meaning and less text: rules that nobody misses go, rules of one collection that
/// differ in one list are joined, lists are written shorter, IP groups shared.
///
/// The meaning is what becomes of every flow, whatever service tags, FQDN tags, web categories and names stand for; nothing
/// rests on what they happen to hold today. DNAT rules, settings and everything but rules and IP groups stay as they are.
public sealed interface Optimisation {
    /// How often what was gained is gone over again.
    int ROUNDS = 8;

    /// The result, which is proven to be equivalent.
    record Optimised(Environment environment, Size before, Size after) implements Optimisation {
        /// Tells whether anything became smaller.
        public boolean isSmaller() {
            return !before.equals(after);
        }
    }

    /// There is no result, because it could not be proven.
    ///
    /// @param reason a clause
    record Refused(String reason) implements Optimisation {}

    /// Optimises the rules of an environment.
    ///
    /// What no firewall misses may be missed where a policy serves a firewall of another tier, or none yet. Where the proof
    /// finds that, no rule is left out and the rest is proven alone.
    static Optimisation of(Environment environment) {
        try {
            Optimisation shorter = proven(environment, optimised(environment, Optimisation::needless));
            return shorter instanceof Refused
                    ? proven(environment, optimised(environment, _ -> Set.of()))
                    : shorter;
        } catch (TooLarge e) {
            return new Refused("the proof is " + e.getMessage());
        }
    }

    private static Environment optimised(Environment environment, Function<Environment, Set<Rule>> needless) {
        Environment now = environment;
        for (int round = 0; round < ROUNDS; round++) {
            Environment next = round(now, needless.apply(now));
            if (Size.of(next).equals(Size.of(now))) {
                break;
            }
            now = next;
        }
        return now;
    }

    private static Environment round(Environment environment, Set<Rule> needless) {
        Environment shorter = Shortening.ipGroups(RuleLists.rewrite(environment, new Shortening(needless::contains)));
        return IpGroupSharing.share(RuleLists.rewrite(shorter, new Merging(usable(shorter))));
    }

    private static Predicate<ResourceRef> usable(Environment environment) {
        Map<String, Boolean> usable = environment.ipGroups().stream().collect(Collectors.toMap(
                group -> group.name().toLowerCase(Locale.ROOT), group -> !group.members().isEmpty(), (one, _) -> one));
        return reference -> usable.getOrDefault(reference.name().toLowerCase(Locale.ROOT), false);
    }

    /// Rules that no firewall misses. Where policies are shared, what one firewall does not miss another may; so such rules
    /// stay, and so do those of a firewall whose rules are not all described.
    private static Set<Rule> needless(Environment environment) {
        Environment known = blind(StandInFirewalls.in(environment));
        Views views = new Views(known);
        Map<Rule, Integer> uses = new IdentityHashMap<>();
        Set<Rule> needless = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Firewall firewall : known.firewalls()) {
            FirewallView view = views.firewall(firewall);
            view.collections().forEach(list -> list.collection().rules().forEach(rule -> uses.merge(rule, 1,
                    Integer::sum)));
            if (view.problems().isEmpty()) {
                NeedlessRules.of(view).stream().filter(rule -> !(rule instanceof NatRule)).forEach(needless::add);
            }
        }
        needless.removeIf(rule -> uses.getOrDefault(rule, 0) != 1);
        return needless;
    }

    /// What is proven: the same becomes of every flow, whatever is open, with what is known, and at a firewall of its own
    /// for each policy, used or not.
    private static Optimisation proven(Environment before, Environment after) {
        if (Size.of(before).equals(Size.of(after))) {
            return new Optimised(before, Size.of(before), Size.of(before));
        }
        Optional<String> problem = problem(before).or(() -> problem(alone(before)));
        if (problem.isPresent()) {
            return new Refused("nothing can be proven, because " + problem.get());
        }
        for (UnaryOperator<Environment> world : List.<UnaryOperator<Environment>>of(Optimisation::blind,
                UnaryOperator.identity(), environment -> blind(alone(environment)))) {
            EnvironmentDiff diff = EnvironmentDiff.of(world.apply(before), world.apply(after),
                    EnvironmentDiff.Question.RESULTS);
            if (!diff.changes().isEmpty() || !diff.complete()) {
                return new Refused("it would not mean the same: " + diff.changes().stream().findFirst()
                        .map(Object::toString).orElse("there are too many changes to list"));
            }
        }
        return new Optimised(after, Size.of(before), Size.of(after));
    }

    private static Environment alone(Environment environment) {
        return environment.withFirewalls(List.of());
    }

    /// What keeps the rules of a firewall from being known.
    private static Optional<String> problem(Environment environment) {
        Environment completed = StandInFirewalls.in(environment);
        Views views = new Views(completed);
        return completed.firewalls().stream().flatMap(firewall -> views.firewall(firewall).problems().stream())
                .map(Diagnostic::problem).findFirst();
    }

    /// The environment with every tag, category and name open.
    private static Environment blind(Environment environment) {
        return environment.withServiceTags(ServiceTags.NONE).withKnowledge(Knowledge.NONE);
    }
}

package dev.sekisho.simulator.exact.lint;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exact.RandomFirewalls;
import dev.sekisho.simulator.exact.lint.finding.Finding;
import dev.sekisho.simulator.exact.lint.finding.LintCode;
import dev.sekisho.simulator.firewall.Encounter;
import dev.sekisho.simulator.firewall.FirewallInterpreter;
import dev.sekisho.simulator.verdict.Action;
import dev.sekisho.simulator.verdict.FirewallVerdict;
import dev.sekisho.simulator.verdict.RuleRef;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.Views;
import dev.sekisho.simulator.world.Worlds;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What is found about the rules of random firewalls, against the literal interpreter: the flow that shows a finding fares as
/// the finding says, and what is said of all flows holds for those of a small universe. More of them:
/// `-Dsekisho.exact.findings=1000`.
class FindingWitnessTest {
    private static final List<Flow> UNIVERSE = RandomFirewalls.universe();

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("sekisho.exact.findings", 40));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void flowsFareAsFindingsSay(long seed) {
        Environment environment = new RandomFirewalls(seed).environment();
        Linter.lint(environment).stream().filter(finding -> !finding.rule().isEmpty())
                .forEach(finding -> confirm(finding, environment));
    }

    private static void confirm(Finding finding, Environment environment) {
        Firewalled all = Firewalled.of(environment);
        Firewalled without = Firewalled.of(having(environment, rule -> !rule.equals(finding.rule())));
        Firewalled alone = Firewalled.of(having(environment, finding.rule()::equals));
        if (finding.message().contains("it never decides")) {
            UNIVERSE.forEach(flow -> assertTrue(all.decisions(flow).stream().noneMatch(by(finding.rule())),
                    () -> finding + " " + flow));
            if (finding.blockers().stream().noneMatch(blocker -> blocker.startsWith("threat-intel"))) {
                confirm(finding, alone, by(finding.rule()));
            }
            return;
        }
        switch (LintCode.valueOf(finding.code())) {
            case REDUNDANT, SAYS_THE_DEFAULT -> {
                confirm(finding, all, by(finding.rule()));
                UNIVERSE.forEach(flow -> assertEquals(all.actions(flow), without.actions(flow),
                        () -> finding + " " + flow));
            }
            case CONFLICT -> {
                confirm(finding, alone, by(finding.rule()));
                Set<Action> own = alone.decisions(finding.witness().orElseThrow()).stream()
                        .filter(by(finding.rule())).map(Decision::action).collect(Collectors.toSet());
                confirm(finding, all, decision -> decision.isByOneOf(finding.blockers())
                        && !own.contains(decision.action()));
            }
            case APPLICATION_RULES_SWITCHED_OFF -> {
                confirm(finding, all, by(finding.rule()).and(decision -> decision.action() == Action.ALLOW));
                boolean denied = finding.message().contains("would deny");
                confirm(finding, Firewalled.of(withoutNetworkRules(environment)),
                        decision -> denied ? decision.isByOneOf(finding.blockers()) && decision.action() == Action.DENY
                                : decision.rule().isEmpty() || decision.isByOneOf(finding.blockers()));
            }
            default -> {}
        }
    }

    private static Predicate<Decision> by(String rule) {
        return decision -> decision.isByOneOf(List.of(rule));
    }

    private static void confirm(Finding finding, Firewalled firewalled, Predicate<Decision> expected) {
        Set<Decision> decisions = firewalled.decisions(finding.witness().orElseThrow(
                () -> new AssertionError("no flow shows " + finding)));
        assertTrue(decisions.stream().anyMatch(expected), () -> finding + " " + finding.witness() + " " + decisions);
    }

    /// Who decides about a flow, and how, for some answers to what nobody knows.
    private record Decision(Action action, Optional<String> rule) {
        static Decision of(FirewallVerdict verdict) {
            return new Decision(verdict.action(), verdict.rule().map(RuleRef::toString));
        }

        boolean isByOneOf(List<String> rules) {
            return rule.filter(rules::contains).isPresent();
        }
    }

    /// The interpreter of the one firewall of an environment.
    private record Firewalled(FirewallView view) {
        static Firewalled of(Environment environment) {
            return new Firewalled(new Views(environment).firewall(environment.firewalls().getFirst()));
        }

        Set<Decision> decisions(Flow flow) {
            Encounter encounter = Encounter.of(view, flow, true, false);
            return Worlds.survey(world -> FirewallInterpreter.decide(encounter, world), Decision::of).distinct()
                    .stream().map(outcome -> Decision.of(outcome.value())).collect(Collectors.toSet());
        }

        Set<Action> actions(Flow flow) {
            return decisions(flow).stream().map(Decision::action).collect(Collectors.toSet());
        }
    }

    /// The environment with some of its rules alone.
    ///
    /// @param kept tells by `policy/group/collection/rule`
    private static Environment having(Environment environment, Predicate<String> kept) {
        return environment.withFirewallPolicies(environment.firewallPolicies().stream()
                .map(policy -> new FirewallPolicy(policy.name(), policy.tier(), policy.basePolicy(),
                        policy.ruleCollectionGroups().stream()
                                .map(group -> new RuleCollectionGroup(group.name(), group.priority(),
                                        group.ruleCollections().stream()
                                                .map(collection -> having(collection, rule -> kept.test(policy.name()
                                                        + "/" + group.name() + "/" + collection.name() + "/" + rule)))
                                                .toList(),
                                        group.at()))
                                .toList(),
                        policy.settings(), policy.at()))
                .toList());
    }

    private static Environment withoutNetworkRules(Environment environment) {
        Set<String> network = environment.firewallPolicies().stream()
                .flatMap(policy -> policy.ruleCollectionGroups().stream().flatMap(group -> group.ruleCollections()
                        .stream().filter(NetworkRuleCollection.class::isInstance)
                        .flatMap(collection -> collection.rules().stream().map(rule -> policy.name() + "/"
                                + group.name() + "/" + collection.name() + "/" + rule.name()))))
                .collect(Collectors.toSet());
        return having(environment, rule -> !network.contains(rule));
    }

    private static RuleCollection having(RuleCollection collection, Predicate<String> kept) {
        return switch (collection) {
            case NatRuleCollection nat -> new NatRuleCollection(nat.name(), nat.priority(), some(nat.rules(), kept),
                    nat.at());
            case NetworkRuleCollection network -> new NetworkRuleCollection(network.name(), network.priority(),
                    network.action(), some(network.rules(), kept), network.at());
            case ApplicationRuleCollection application -> new ApplicationRuleCollection(application.name(),
                    application.priority(), application.action(), some(application.rules(), kept), application.at());
        };
    }

    private static <R extends Rule> List<R> some(List<R> rules, Predicate<String> kept) {
        return rules.stream().filter(rule -> kept.test(rule.name())).toList();
    }
}

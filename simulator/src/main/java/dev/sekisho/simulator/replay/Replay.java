package dev.sekisho.simulator.replay;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.FirewallRules;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.simulator.compiled.engine.FlowEngine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Evaluates logged flows. With one environment, what becomes of a flow there is compared with what the log says; with two,
/// what becomes of it in the one and in the other.
///
/// Threads may share it; each works with a [ReplayPart] of its own.
public final class Replay {
    private final FlowEngine before;
    private final Optional<FlowEngine> after;
    private final Environment judged;
    private final boolean rules;

    private Replay(FlowEngine before, Optional<FlowEngine> after, Environment judged, boolean rules) {
        this.before = before;
        this.after = after;
        this.judged = judged;
        this.rules = rules;
    }

    /// What is asked beside the flows.
    ///
    /// @param firewall the firewall to ask where no route tells
    /// @param rules whether the same result by another rule is a change too
    public record Question(Optional<String> firewall, boolean rules) {}

    /// Compiles one environment or two.
    ///
    /// @param against what is proposed in place of `environment`
    public static Replay of(Environment environment, Optional<Environment> against, Question question) {
        return new Replay(FlowEngine.compile(environment, question.firewall()),
                against.map(other -> FlowEngine.compile(other, question.firewall())), against.orElse(environment),
                question.rules());
    }

    /// Returns the work of one more thread.
    public ReplayPart part() {
        return new ReplayPart(before, after, rules);
    }

    /// The rules of the firewalls in the environment that is judged: the second one where there are two.
    public List<String> rules() {
        return Stream.concat(
                judged.firewallPolicies().stream().flatMap(policy -> policy.ruleCollectionGroups().stream().flatMap(
                        group -> names(policy.name() + "/" + group.name() + "/", group.ruleCollections()))),
                judged.firewalls().stream()
                        .flatMap(firewall -> firewall.rules() instanceof FirewallRules.Classic classic
                                ? names("", classic.collections())
                                : Stream.empty()))
                .distinct().toList();
    }

    private static Stream<String> names(String place, List<RuleCollection> collections) {
        return collections.stream().flatMap(
                collection -> collection.rules().stream().map(rule -> place + collection.name() + "/" + rule.name()));
    }
}

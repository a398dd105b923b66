package dev.sekisho.simulator.exact.diff;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.simulator.exact.decision.Layer;
import dev.sekisho.simulator.exact.decision.ResultLayers;
import dev.sekisho.simulator.exact.firewall.RuleMemory;
import dev.sekisho.simulator.exact.path.PathFunction;
import dev.sekisho.simulator.exact.path.StandInFirewalls;
import dev.sekisho.simulator.path.PathOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Verifies an environment again after each edit: says what an edit changes, as the difference of the two versions does, in
/// the time that the edit asks for and not the whole environment.
///
/// What a rule is about is remembered as long as the rule is the same object, so editors keep the rules that they do not
/// touch. Only the flows of the rules that an edit changes are looked at, in a space of their own, so that a value that
/// never occurred costs no more than another. Not for several threads at once.
public final class Reverification {
    private final EnvironmentDiff.Question question;
    private Environment now;
    private RuleMemory memory = new RuleMemory();
    private final ResultLayers results = new ResultLayers();
    private Map<Optional<String>, Layer> layers = new HashMap<>();

    private Reverification(Environment environment, EnvironmentDiff.Question question) {
        this.question = question;
        this.now = StandInFirewalls.in(environment);
    }

    /// Begins with a version.
    public static Reverification of(Environment environment, EnvironmentDiff.Question question) {
        return new Reverification(environment, question);
    }

    /// Takes the next version.
    ///
    /// @return the difference from the version before
    /// @throws dev.sekisho.simulator.exact.diagram.TooLarge if the difference is too large; the version is taken all the same
    public EnvironmentDiff update(Environment next) {
        Environment before = now;
        Environment after = StandInFirewalls.in(next);
        Map<Optional<String>, Layer> was = layers;
        RuleMemory rules = memory;
        Map<Optional<String>, Layer> is = new HashMap<>();
        // A layer of the version before that was never asked for is made while its rules are the remembered ones.
        RuleMemory others = surroundings(before).equals(surroundings(after)) ? rules : new RuleMemory();
        now = after;
        layers = is;
        memory = others;
        EnvironmentDiff diff = EnvironmentDiff.of(before, after, question,
                firewall -> was.computeIfAbsent(firewall, asked -> layer(before, asked, rules)),
                firewall -> is.computeIfAbsent(firewall, asked -> layer(after, asked, others)), results);
        others.next();
        results.next();
        return diff;
    }

    private static Layer layer(Environment environment, Optional<String> firewall, RuleMemory memory) {
        return PathFunction.of(environment, firewall.map(PathOptions.NONE::withFirewall).orElse(PathOptions.NONE),
                memory);
    }

    /// Everything but the rules of policies.
    private static List<Object> surroundings(Environment environment) {
        return List.of(environment.withFirewallPolicies(List.of()), environment.firewallPolicies().stream()
                .map(policy -> new FirewallPolicy(policy.name(), policy.tier(), policy.basePolicy(), List.of(),
                        policy.settings(), policy.at()))
                .toList());
    }
}

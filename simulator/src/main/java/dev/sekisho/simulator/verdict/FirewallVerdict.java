package dev.sekisho.simulator.verdict;

import java.util.Optional;

/// What a firewall does with a flow.
///
/// @param firewall its name
/// @param stage the part that decided; absent where the action is unknown
/// @param rule the rule that decided, where a rule did
/// @param reason why the flow is denied, where no rule says so
/// @param forwarding how the traffic leaves; present for allowed traffic that is forwarded
/// @param basis what the verdict rests on
public record FirewallVerdict(String firewall, Action action, Optional<Stage> stage, Optional<RuleRef> rule,
        Optional<Reason> reason, Optional<Forwarding> forwarding, Observations observations, Basis basis) {

    /// Returns an answer that is not known.
    public static FirewallVerdict unknown(String firewall, Basis basis) {
        return new FirewallVerdict(firewall, Action.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Observations.NONE, basis);
    }

    /// Returns the same verdict with another basis.
    public FirewallVerdict on(Basis other) {
        return new FirewallVerdict(firewall, action, stage, rule, reason, forwarding, observations, other);
    }

    /// Returns the same verdict without the real destination, where it only stands for others.
    public FirewallVerdict withoutDestination() {
        return new FirewallVerdict(firewall, action, stage, rule, reason,
                forwarding.map(Forwarding::withoutDestination),
                observations, basis);
    }

    /// Returns why allowed traffic does not arrive, as far as the firewall itself is concerned.
    public Optional<Delivery> delivery() {
        return forwarding.flatMap(Forwarding::delivery);
    }

    @Override
    public String toString() {
        return action + stage.map(s -> " at " + s).orElse("") + rule.map(r -> " by " + r).orElse("")
                + reason.map(r -> " (" + r + ")").orElse("");
    }
}

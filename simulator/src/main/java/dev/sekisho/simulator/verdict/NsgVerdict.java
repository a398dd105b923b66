package dev.sekisho.simulator.verdict;

import java.util.Optional;

/// What network security groups do with a flow.
///
/// @param nsg the group that decided; absent where none applies
/// @param rule the rule that decided
/// @param basis what the verdict rests on
public record NsgVerdict(Action action, Optional<String> nsg, Optional<String> rule, Basis basis) {

    /// Returns the same verdict with another basis.
    public NsgVerdict on(Basis other) {
        return new NsgVerdict(action, nsg, rule, other);
    }

    @Override
    public String toString() {
        return action + nsg.map(n -> " by " + n).orElse("") + rule.map(r -> "/" + r).orElse("");
    }
}

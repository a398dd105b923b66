package dev.sekisho.simulator.exact.decision;

import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.Reason;
import dev.sekisho.simulator.verdict.RuleRef;
import dev.sekisho.simulator.verdict.Stage;
import java.util.List;
import java.util.Optional;

/// What becomes of a flow, and what decided.
///
/// @param stage the part of the firewall that decided, where the firewall did
/// @param rule the firewall's rule that decided, where one did
/// @param reason why the firewall denies the flow, where no rule says so
/// @param way what decided outside the firewall, such as a route or a rule of a security group; empty otherwise
/// @param possible the outcomes that remain where the result is unknown; otherwise empty
public record Outcome(PathResult result, Optional<Stage> stage, Optional<RuleRef> rule, Optional<Reason> reason,
        String way, List<Outcome> possible) {
    public Outcome {
        possible = List.copyOf(possible);
    }

    /// Returns what a rule of the firewall does.
    public static Outcome by(PathResult result, Stage stage, RuleRef rule) {
        return new Outcome(result, Optional.of(stage), Optional.of(rule), Optional.empty(), "", List.of());
    }

    /// Returns what the firewall lets through without a rule.
    public static Outcome allowed(Stage stage) {
        return new Outcome(PathResult.ALLOW, Optional.of(stage), Optional.empty(), Optional.empty(), "", List.of());
    }

    /// Returns what the firewall stops without a rule.
    public static Outcome denied(Stage stage, Reason reason) {
        return new Outcome(PathResult.DENY, Optional.of(stage), Optional.empty(), Optional.of(reason), "", List.of());
    }

    /// Returns what happens outside the firewall.
    public static Outcome outside(PathResult result, String way) {
        return new Outcome(result, Optional.empty(), Optional.empty(), Optional.empty(), way, List.of());
    }

    /// Nobody knows which of some outcomes it is.
    public static Outcome unknown(List<Outcome> possible) {
        return new Outcome(PathResult.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty(), "", possible);
    }

    /// Returns what decided: the rule, else the part of the firewall, else what is outside of it.
    public String by() {
        return rule.map(RuleRef::toString)
                .or(() -> stage.map(part -> reason.map(why -> part + " (" + why + ")").orElse(part.toString())))
                .orElse(way);
    }

    @Override
    public String toString() {
        return result + (by().isEmpty() ? "" : " by " + by());
    }
}

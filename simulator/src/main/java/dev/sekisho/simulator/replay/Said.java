package dev.sekisho.simulator.replay;

import dev.sekisho.simulator.compiled.engine.Outcome;
import dev.sekisho.simulator.verdict.Action;
import dev.sekisho.simulator.verdict.HopType;
import dev.sekisho.simulator.verdict.PathResult;

/// What a log says became of a flow. A firewall's log speaks about the firewall alone, a flow log about security groups
/// alone: what they allowed may still have been stopped elsewhere (`LOG-10`).
public enum Said {
    ALLOWED_BY_FIREWALL("Allow"), DENIED_BY_FIREWALL("Deny"), ALLOWED_BY_SECURITY_GROUPS(
            "allowed by security groups"),
    DROPPED_BY_SECURITY_GROUP("DroppedByNsg");

    private final String text;

    Said(String text) {
        this.text = text;
    }

    /// Whether an environment says the same.
    enum Agreement {
        YES, NO, UNKNOWN
    }

    Agreement compare(Outcome outcome) {
        return switch (this) {
            case ALLOWED_BY_FIREWALL -> firewall(outcome, Action.ALLOW);
            case DENIED_BY_FIREWALL -> firewall(outcome, Action.DENY);
            case ALLOWED_BY_SECURITY_GROUPS -> securityGroup(outcome, Agreement.NO, Agreement.YES);
            case DROPPED_BY_SECURITY_GROUP -> securityGroup(outcome, Agreement.YES, Agreement.NO);
        };
    }

    private static Agreement firewall(Outcome outcome, Action logged) {
        Action action = outcome.firewall().map(Outcome.FirewallDecision::action)
                .orElse(outcome.result() == PathResult.UNKNOWN ? Action.UNKNOWN : Action.DENY);
        if (action == Action.UNKNOWN) {
            return Agreement.UNKNOWN;
        }
        // A flow that never comes to the firewall is not what the log of the firewall saw, whatever it says of it.
        return outcome.firewall().isPresent() && action == logged ? Agreement.YES : Agreement.NO;
    }

    /// Nothing is known of the security groups of a source that lies in no network that is described.
    private static Agreement securityGroup(Outcome outcome, Agreement dropped, Agreement other) {
        boolean described = outcome.route().filter(route -> route.nextHopType() == HopType.UNKNOWN).isEmpty();
        if (!described && outcome.result() != PathResult.DROPPED_BY_NSG) {
            return Agreement.UNKNOWN;
        }
        return switch (outcome.result()) {
            case DROPPED_BY_NSG -> dropped;
            case UNKNOWN -> Agreement.UNKNOWN;
            case ALLOW, DENY, BYPASSES_FIREWALL, DROPPED_BY_ROUTE, DROPPED_BY_PEERING, PLATFORM, HANDED_TO -> other;
        };
    }

    /// Returns the word that reports use.
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}

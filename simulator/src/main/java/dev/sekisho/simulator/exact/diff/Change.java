package dev.sekisho.simulator.exact.diff;

import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exact.space.FlowBox;
import dev.sekisho.simulator.verdict.PathResult;
import java.util.List;

/// Flows of which something else becomes.
///
/// @param before what becomes of them in the first environment
/// @param after what becomes of them in the second
/// @param certain false where it depends on something that nobody knows
/// @param flows which flows; those of several changes may overlap where they are the same change
/// @param witness one of the flows
/// @param beforeBy what decides about them in the first environment: rules, parts of the firewall, routes
/// @param afterBy the same in the second
public record Change(PathResult before, PathResult after, boolean certain, FlowBox flows, Flow witness,
        List<String> beforeBy, List<String> afterBy) {
    public Change {
        beforeBy = List.copyOf(beforeBy);
        afterBy = List.copyOf(afterBy);
    }

    /// What kind of change people ask about.
    public enum Kind {
        NEWLY_BYPASSING("newly past the firewall"), NEWLY_ALLOWED("newly allowed"), NEWLY_DENIED(
                "newly stopped"),
        NO_LONGER_KNOWN("no longer known"), OTHERWISE_STOPPED("stopped elsewhere"), OTHERWISE_DECIDED(
                "decided by another rule");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /// Returns the words that reports use.
        public String text() {
            return text;
        }
    }

    /// Returns the kind of change.
    public Kind kind() {
        if (before == after) {
            return Kind.OTHERWISE_DECIDED;
        }
        return switch (after) {
            case BYPASSES_FIREWALL -> Kind.NEWLY_BYPASSING;
            case ALLOW, PLATFORM -> Kind.NEWLY_ALLOWED;
            case UNKNOWN, HANDED_TO -> Kind.NO_LONGER_KNOWN;
            case DENY, DROPPED_BY_NSG, DROPPED_BY_ROUTE, DROPPED_BY_PEERING ->
                isStopped(before) ? Kind.OTHERWISE_STOPPED : Kind.NEWLY_DENIED;
        };
    }

    private static boolean isStopped(PathResult result) {
        return switch (result) {
            case DENY, DROPPED_BY_NSG, DROPPED_BY_ROUTE, DROPPED_BY_PEERING -> true;
            case ALLOW, BYPASSES_FIREWALL, PLATFORM, UNKNOWN, HANDED_TO -> false;
        };
    }

    @Override
    public String toString() {
        return (certain ? "" : "perhaps ") + kind().text() + ": " + flows + ", " + before + " by " + beforeBy
                + " before, "
                + after + " by " + afterBy + " after";
    }
}

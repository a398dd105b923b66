package dev.sekisho.simulator.compiled.filter;

import dev.sekisho.simulator.verdict.Assumption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the groups of all gates decide, by numbers.
public final class GateDecisions {
    private final List<Decision> all = new ArrayList<>();

    /// One decision.
    public record Decision(String group, String rule, boolean denies, Set<Assumption> assumptions) {}

    /// One decision on what surely matches, and the same on what matches by the reading `NSG-5`.
    record Pair(int firm, int presumed) {}

    /// The decisions of one group.
    record Of(GateDecisions decisions, String group) {
        Pair allows(String rule) {
            return decisions.add(group, rule, false);
        }

        Pair denies(String rule) {
            return decisions.add(group, rule, true);
        }
    }

    Of of(String group) {
        return new Of(this, group);
    }

    private Pair add(String group, String rule, boolean denies) {
        all.add(new Decision(group, rule, denies, Set.of()));
        all.add(new Decision(group, rule, denies, Set.of(Assumption.NSG_5)));
        return new Pair(all.size() - 2, all.size() - 1);
    }

    /// Whether a decision is a denial.
    public boolean denies(int decision) {
        return all.get(decision).denies();
    }

    /// Whether the last decision of a packed answer is a denial.
    public boolean deniesPacked(long packed) {
        return (int) packed > 0 && denies((int) packed - 1);
    }

    /// The decisions of a packed answer, the first group's first.
    public List<Decision> of(long packed) {
        List<Decision> decisions = new ArrayList<>();
        if (packed >>> Integer.SIZE != 0) {
            decisions.add(all.get((int) (packed >>> Integer.SIZE) - 1));
        }
        if ((int) packed != 0) {
            decisions.add(all.get((int) packed - 1));
        }
        return decisions;
    }
}

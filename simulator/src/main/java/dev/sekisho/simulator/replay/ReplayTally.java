package dev.sekisho.simulator.replay;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.simulator.compiled.engine.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What came of replaying logs. Counts do not depend on how the work was divided.
///
/// Belongs to one thread.
public final class ReplayTally {
    /// The most different changes that are told apart; flows of further ones are only counted.
    static final int MOST_CHANGES = 100_000;

    private final Map<Ruling, Usage> rulings = new HashMap<>();
    private final Map<ReplayedChange.Key, ReplayedChange> changes = new HashMap<>();
    private final Map<String, Lines> passedOver = new TreeMap<>();
    private final Map<String, Lines> refused = new TreeMap<>();
    private long flows;
    private long continued;
    private long changed;
    private long unknown;
    private Optional<LoggedFlow> firstUnknown = Optional.empty();
    private boolean complete = true;

    /// What decides about flows.
    ///
    /// @param result what becomes of them
    /// @param by the rule, the route or the security group; empty where nothing has a name
    public record Ruling(String result, String by) {
        static Ruling of(Outcome outcome) {
            return new Ruling(outcome.result().text(), outcome.by());
        }
    }

    /// How many lines something was true of.
    ///
    /// @param first where the first of them stands
    public record Lines(long count, SourceLocation first) {
        Lines and(Lines other) {
            return new Lines(count + other.count,
                    SourceLocation.ORDER.compare(other.first, first) < 0 ? other.first : first);
        }
    }

    void flow(LoggedFlow logged, Outcome outcome) {
        flows++;
        continued += logged.continued() ? 1 : 0;
        rulings.computeIfAbsent(Ruling.of(outcome), _ -> new Usage()).count(logged);
    }

    void countUnknown(LoggedFlow logged) {
        unknown++;
        firstUnknown = Optional.of(firstUnknown.map(first -> LoggedFlow.earlier(first, logged)).orElse(logged));
    }

    void change(ReplayedChange.Key key, LoggedFlow logged) {
        changed++;
        if (changes.size() >= MOST_CHANGES && !changes.containsKey(key)) {
            complete = false;
            return;
        }
        changes.computeIfAbsent(key, added -> new ReplayedChange(added, logged)).count(logged);
    }

    void passOver(String what, SourceLocation at) {
        passedOver.merge(what, new Lines(1, at), Lines::and);
    }

    void refuse(String reason, SourceLocation at) {
        refused.merge(reason, new Lines(1, at), Lines::and);
    }

    /// Adds what another thread counted.
    public void add(ReplayTally other) {
        flows += other.flows;
        continued += other.continued;
        changed += other.changed;
        unknown += other.unknown;
        firstUnknown = Stream.of(firstUnknown, other.firstUnknown).flatMap(Optional::stream)
                .reduce(LoggedFlow::earlier);
        complete &= other.complete;
        other.rulings.forEach((ruling, usage) -> rulings.computeIfAbsent(ruling, _ -> new Usage()).add(usage));
        other.changes.forEach((key, change) -> {
            if (changes.size() < MOST_CHANGES || changes.containsKey(key)) {
                changes.computeIfAbsent(key, added -> new ReplayedChange(added, change.witness())).add(change);
            } else {
                complete = false;
            }
        });
        other.passedOver.forEach((what, lines) -> passedOver.merge(what, lines, Lines::and));
        other.refused.forEach((reason, lines) -> refused.merge(reason, lines, Lines::and));
    }

    /// How many lines were about flows.
    public long flows() {
        return flows;
    }

    /// How many of these go on about a flow that began before.
    public long continued() {
        return continued;
    }

    /// How many flows fare differently.
    public long changed() {
        return changed;
    }

    /// How many flows it is unknown of.
    public long unknown() {
        return unknown;
    }

    /// The first of them, in the order of files and lines.
    public Optional<LoggedFlow> firstUnknown() {
        return firstUnknown;
    }

    /// Whether every change is among [#changes].
    public boolean isComplete() {
        return complete;
    }

    /// How often each rule, route and security group decides in the environment that is asked about; most flows first.
    public List<Map.Entry<Ruling, Usage>> rulings() {
        List<Map.Entry<Ruling, Usage>> sorted = new ArrayList<>(rulings.entrySet());
        sorted.sort(Comparator.comparing((Map.Entry<Ruling, Usage> entry) -> -entry.getValue().flows())
                .thenComparing(entry -> entry.getKey().toString()));
        return sorted;
    }

    /// The changes, most flows first.
    public List<ReplayedChange> changes() {
        return changes.values().stream().sorted(Comparator
                .comparing((ReplayedChange change) -> -change.usage().flows())
                .thenComparing(change -> change.key().toString())).toList();
    }

    /// Sound lines about something else than a flow, by what they are.
    public Map<String, Lines> passedOver() {
        return new TreeMap<>(passedOver);
    }

    /// Lines that cannot be read, by the reason.
    public Map<String, Lines> refused() {
        return new TreeMap<>(refused);
    }

    /// Returns the rules among these that no flow was decided by, in their order.
    public List<String> unused(List<String> rules) {
        Set<String> used = rulings.keySet().stream().map(Ruling::by).collect(Collectors.toSet());
        return rules.stream().filter(rule -> !used.contains(rule)).toList();
    }
}

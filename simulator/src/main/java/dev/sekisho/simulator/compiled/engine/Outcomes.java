package dev.sekisho.simulator.compiled.engine;

import dev.sekisho.model.traffic.Flow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The different outcomes of an evaluation, numbered in the order in which they were first met, and where they came from.
/// Flows number in millions, outcomes in hundreds, so a flow has a number only.
///
/// Belongs to one thread at a time.
public final class Outcomes {
    private static final int SINGLE_FLOWS = 1 << 14;

    private final List<Outcome> all = new ArrayList<>();
    private final Map<Outcome, Integer> numberOf = new HashMap<>();
    /// The numbers of the outcomes of partial answers, and of classes that no table decides about.
    final KeyTable answers = new KeyTable();
    final KeyTable cases = new KeyTable();
    private final Map<Flow, Integer> singles = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Flow, Integer> eldest) {
            return size() > SINGLE_FLOWS;
        }
    };
    private long flows;
    private long remembered;
    private long interpreted;

    /// Returns an outcome by its number.
    public Outcome get(int number) {
        return all.get(number);
    }

    /// How many different outcomes there are.
    public int size() {
        return all.size();
    }

    /// How many flows the tables decided about.
    public long decidedFlows() {
        return flows - remembered - interpreted;
    }

    /// How many flows had the outcome of another one, of which the interpreter cannot tell them apart.
    public long rememberedFlows() {
        return remembered;
    }

    /// How many flows were interpreted.
    public long interpretedFlows() {
        return interpreted;
    }

    void countFlows(int more) {
        flows += more;
    }

    void countRemembered() {
        remembered++;
    }

    void countInterpreted() {
        interpreted++;
    }

    int numberOf(Outcome outcome) {
        return numberOf.computeIfAbsent(outcome, added -> {
            all.add(added);
            return all.size() - 1;
        });
    }

    /// The number for a flow that no other one stands for, or nothing; the last few thousand are remembered.
    Optional<Integer> findSingle(Flow flow) {
        return Optional.ofNullable(singles.get(flow));
    }

    void rememberSingle(Flow flow, int number) {
        singles.put(flow, number);
    }
}

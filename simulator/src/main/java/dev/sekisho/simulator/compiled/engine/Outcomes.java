package dev.sekisho.simulator.compiled.engine;

import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.verdict.RouteVerdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The different outcomes of an evaluation, numbered in the order in which they were first met, and where they came from.
/// Flows number in millions, outcomes in hundreds, so a flow has a number only.
///
/// An outcome whose route is that of the destination alone, by a service endpoint whose addresses are not known (`R-4`), has
/// one number for all destinations and says no prefix; [#of] puts it in.
///
/// Belongs to one thread at a time.
public final class Outcomes {
    private static final int SINGLE_FLOWS = 1 << 14;

    private final List<Kind> all = new ArrayList<>();
    private final Map<Kind, Integer> numberOf = new HashMap<>();
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

    /// What many flows share.
    ///
    /// @param ownRoute whether the prefix of the route is each flow's own destination
    record Kind(Outcome outcome, boolean ownRoute) {

        /// What an outcome of one flow says about all that are like it.
        static Kind of(Outcome outcome, Flow flow) {
            boolean own = outcome.route().flatMap(RouteVerdict::matchedPrefix)
                    .filter(prefix -> flow.destination().isPresent()
                            && prefix.equals(flow.destination().get().toPrefix()))
                    .isPresent();
            return new Kind(own ? outcome.withRoutePrefix(Optional.empty()) : outcome, own);
        }
    }

    /// Returns an outcome by its number, as far as it is the same for all flows.
    public Outcome get(int number) {
        return all.get(number).outcome();
    }

    /// Whether an outcome has a part that only [#of] knows.
    public boolean isOwn(int number) {
        return all.get(number).ownRoute();
    }

    /// Returns what became of a flow.
    public Outcome of(FlowBatch batch, int place) {
        Kind kind = all.get(batch.outcome(place));
        return kind.ownRoute()
                ? kind.outcome().withRoutePrefix(batch.flow(place).destination().map(address -> address.toPrefix()))
                : kind.outcome();
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

    int numberOf(Kind kind) {
        Integer known = numberOf.get(kind);
        if (known != null) {
            return known;
        }
        numberOf.put(kind, all.size());
        all.add(kind);
        return all.size() - 1;
    }

    /// The number for a flow that no other one stands for, or nothing; the last few thousand are remembered.
    Optional<Integer> findSingle(Flow flow) {
        return Optional.ofNullable(singles.get(flow));
    }

    void rememberSingle(Flow flow, int number) {
        singles.put(flow, number);
    }
}

package dev.sekisho.simulator.compiled.engine;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Compares the engine with the interpreter.
///
/// The interpreter is slow, so it is asked about every flow of a pool once; the engine is asked about all of them, and then
/// about as many draws from the pool as the property `sekisho.draws` says, in batches that are put together anew each time.
///
/// @param distinct how many flows the interpreter was asked about
/// @param flows how many outcomes of the engine were compared
/// @param interpreted how many of them the engine left to the interpreter
public record Differential(long distinct, long flows, long interpreted) {
    /// Nothing compared yet.
    public static final Differential NONE = new Differential(0, 0, 0);

    private static final long DRAWS = Long.getLong("sekisho.draws", 0);
    private static final int BATCH = 4096;

    /// Compares the outcomes of flows that a seed makes.
    public static Differential of(Environment environment, String what, long seed, int count) {
        PathInterpreter interpreter = new PathInterpreter(environment);
        FlowPool pool = new FlowPool(environment, seed);
        List<Flow> flows = new ArrayList<>();
        List<Outcome> expected = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Flow flow = pool.next();
            flows.add(flow);
            expected.add(Outcome.of(interpreter.evaluate(flow, PathOptions.NONE)));
        }
        FlowEngine engine = FlowEngine.compile(environment, Optional.empty());
        Outcomes outcomes = new Outcomes();
        FlowBatch batch = new FlowBatch(BATCH);
        SplittableRandom random = new SplittableRandom(seed);
        int[] places = new int[BATCH];
        for (long done = 0; done < count + DRAWS; done += batch.size()) {
            batch.clear();
            for (int i = 0; i < BATCH && done + i < count + DRAWS; i++) {
                places[i] = done + i < count ? (int) done + i : random.nextInt(count);
                batch.add(flows.get(places[i]));
            }
            engine.evaluate(batch, outcomes);
            for (int i = 0; i < batch.size(); i++) {
                Flow flow = flows.get(places[i]);
                if (done < count) {
                    assertEquals(flow, batch.flow(i));
                }
                Outcome found = outcomes.get(batch.outcome(i));
                if (!found.equals(expected.get(places[i]))) {
                    assertEquals(expected.get(places[i]), found, () -> what + ", seed " + seed + ": " + flow);
                }
            }
        }
        return new Differential(count, count + DRAWS, outcomes.interpretedFlows());
    }

    /// Both together.
    public Differential and(Differential other) {
        return new Differential(distinct + other.distinct, flows + other.flows, interpreted + other.interpreted);
    }
}

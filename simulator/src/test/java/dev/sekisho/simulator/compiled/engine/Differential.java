package dev.sekisho.simulator.compiled.engine;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Compares the engine with the interpreter.
///
/// @param flows how many flows were compared
/// @param interpreted how many of them the engine left to the interpreter
public record Differential(long flows, long interpreted) {

    /// Compares the outcomes of flows that a seed makes.
    public static Differential of(Environment environment, String what, long seed, int count) {
        FlowEngine engine = FlowEngine.compile(environment, Optional.empty());
        PathInterpreter interpreter = new PathInterpreter(environment);
        FlowPool pool = new FlowPool(environment, seed);
        List<Flow> flows = new ArrayList<>();
        FlowBatch batch = new FlowBatch(count);
        while (!batch.isFull()) {
            Flow flow = pool.next();
            flows.add(flow);
            batch.add(flow);
        }
        Outcomes outcomes = new Outcomes();
        engine.evaluate(batch, outcomes);
        for (int i = 0; i < count; i++) {
            Flow flow = flows.get(i);
            assertEquals(flow, batch.flow(i));
            assertEquals(Outcome.of(interpreter.evaluate(flow, PathOptions.NONE)), outcomes.get(batch.outcome(i)),
                    () -> what + ", seed " + seed + ": " + flow);
        }
        return new Differential(count, outcomes.interpretedFlows());
    }

    /// Both together.
    public Differential and(Differential other) {
        return new Differential(flows + other.flows, interpreted + other.interpreted);
    }
}

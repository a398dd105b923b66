package dev.sekisho.benchmarks;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.compiled.engine.FlowBatch;
import dev.sekisho.simulator.compiled.engine.FlowEngine;
import dev.sekisho.simulator.compiled.engine.Outcome;
import dev.sekisho.simulator.compiled.engine.Outcomes;
import dev.sekisho.simulator.compiled.synthetic.Estate;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What becomes of a flow on its whole path, subnet to destination: the cost of one flow of a batch.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WhatBecomesOfFlowsBenchmark {
    private static final int BATCHES = 32;
    private static final int BATCH = 4096;
    private static final int COMPARED = 100;
    private static final long SEED = 42;

    @Param({"100", "1000", "10000"})
    private int rules;

    private final List<FlowBatch> batches = new ArrayList<>();
    private final Outcomes outcomes = new Outcomes();
    private Optional<FlowEngine> engine = Optional.empty();

    /// Makes the estate and flows, and compares some outcomes with the interpreter's.
    @Setup
    public void compile() {
        Estate estate = new Estate(rules, SEED);
        Environment environment = estate.environment();
        FlowEngine compiled = FlowEngine.compile(environment, Optional.empty());
        engine = Optional.of(compiled);
        Estate.Traffic traffic = estate.traffic(SEED);
        for (int i = 0; i < BATCHES; i++) {
            FlowBatch batch = new FlowBatch(BATCH);
            traffic.fill(batch);
            batches.add(batch);
        }
        FlowBatch first = batches.getFirst();
        compiled.evaluate(first, outcomes);
        PathInterpreter interpreter = new PathInterpreter(environment);
        for (int i = 0; i < COMPARED; i++) {
            Outcome expected = Outcome.of(interpreter.evaluate(first.flow(i), PathOptions.NONE));
            if (!expected.equals(outcomes.get(first.outcome(i)))) {
                throw new IllegalStateException("the interpreter says otherwise about " + first.flow(i));
            }
        }
    }

    /// Evaluates all flows.
    @Benchmark
    @OperationsPerInvocation(BATCHES * BATCH)
    public Outcomes evaluate() {
        FlowEngine compiled = engine.orElseThrow();
        batches.forEach(batch -> compiled.evaluate(batch, outcomes));
        return outcomes;
    }
}

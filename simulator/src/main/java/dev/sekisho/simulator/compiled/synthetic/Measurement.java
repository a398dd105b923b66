package dev.sekisho.simulator.compiled.synthetic;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.compiled.engine.FlowBatch;
import dev.sekisho.simulator.compiled.engine.FlowEngine;
import dev.sekisho.simulator.compiled.engine.Outcome;
import dev.sekisho.simulator.compiled.engine.Outcomes;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// How fast this machine is on an [Estate].
///
/// @param flows how many flows each of the two runs evaluated
/// @param compileMillis what making the tables took
/// @param tableBytes what they take
/// @param onOneThread flows a second on one thread
/// @param threads how many threads the second run had
/// @param onAllThreads flows a second on all of them together
/// @param interpreted flows of the first run that the engine left to the interpreter
/// @param compared flows whose outcomes were compared with the interpreter's; all were equal
public record Measurement(Estate estate, long flows, long compileMillis, long tableBytes, long onOneThread,
        int threads, long onAllThreads, long interpreted, int compared) {
    private static final int BATCH = 4096;
    private static final int BATCHES = 32;
    private static final int COMPARED = 200;
    private static final long NANOS = 1_000_000_000;
    private static final long NANOS_IN_MILLI = 1_000_000;

    /// Measures.
    ///
    /// @throws IllegalStateException if an outcome is not the interpreter's
    /// @throws InterruptedException if the thread is interrupted
    public static Measurement of(Estate estate, long flows, int threads) throws InterruptedException {
        Environment environment = estate.environment();
        long begin = System.nanoTime();
        FlowEngine engine = FlowEngine.compile(environment, Optional.empty());
        long compileMillis = (System.nanoTime() - begin) / NANOS_IN_MILLI;
        Runner first = new Runner(engine, estate, 0);
        int compared = compare(environment, first);
        first.run(Math.min(flows, BATCH * 4L * BATCHES));
        long before = first.outcomes.interpretedFlows();
        long one = rate(flows, List.of(first));
        List<Runner> all = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            all.add(new Runner(engine, estate, thread));
        }
        return new Measurement(estate, flows, compileMillis, engine.bytes(), one, threads, rate(flows, all),
                first.outcomes.interpretedFlows() - before, compared);
    }

    private static int compare(Environment environment, Runner runner) {
        PathInterpreter interpreter = new PathInterpreter(environment);
        FlowBatch batch = runner.batches.getFirst();
        runner.engine.evaluate(batch, runner.outcomes);
        for (int i = 0; i < COMPARED; i++) {
            Outcome expected = Outcome.of(interpreter.evaluate(batch.flow(i), PathOptions.NONE));
            if (!expected.equals(runner.outcomes.get(batch.outcome(i)))) {
                throw new IllegalStateException("the engine and the interpreter disagree on " + batch.flow(i));
            }
        }
        return COMPARED;
    }

    /// Flows a second when every runner takes an equal share.
    private static long rate(long flows, List<Runner> runners) throws InterruptedException {
        try (ExecutorService pool = Executors.newFixedThreadPool(runners.size())) {
            long share = flows / runners.size();
            List<Callable<Long>> tasks = new ArrayList<>();
            runners.forEach(runner -> tasks.add(() -> runner.run(share)));
            long begin = System.nanoTime();
            long done = 0;
            for (Future<Long> future : pool.invokeAll(tasks)) {
                done += future.get();
            }
            return (long) (done * (double) NANOS / (System.nanoTime() - begin));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a flow cannot be evaluated", e.getCause());
        }
    }

    /// One thread with flows of its own.
    private static final class Runner {
        final FlowEngine engine;
        final List<FlowBatch> batches = new ArrayList<>();
        final Outcomes outcomes = new Outcomes();

        Runner(FlowEngine engine, Estate estate, long number) {
            this.engine = engine;
            Estate.Traffic traffic = estate.traffic(number);
            for (int i = 0; i < BATCHES; i++) {
                FlowBatch batch = new FlowBatch(BATCH);
                traffic.fill(batch);
                batches.add(batch);
            }
        }

        /// Evaluates whole batches until there were at least so many flows, and says how many.
        long run(long flows) {
            long done = 0;
            for (int next = 0; done < flows; next = (next + 1) % BATCHES) {
                engine.evaluate(batches.get(next), outcomes);
                done += BATCH;
            }
            return done;
        }
    }
}

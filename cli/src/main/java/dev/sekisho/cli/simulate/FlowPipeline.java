package dev.sekisho.cli.simulate;

import dev.sekisho.cli.record.RecordFormat;
import dev.sekisho.cli.record.RecordText;
import dev.sekisho.model.io.flow.FlowBlock;
import dev.sekisho.model.io.flow.FlowFile;
import dev.sekisho.simulator.compiled.engine.FlowEngine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Flows in, records out. Every thread does all of the work: it takes the next block of the file, reads and evaluates its
/// flows, and hands the records in; whoever has those that are next writes them. So reading and writing take turns, everything
/// else goes on at once, and some blocks at a time are in memory, however long the file is.
public final class FlowPipeline {
    private static final int BLOCKS_FOR_EACH_THREAD = 4;

    private final FlowEngine engine;
    private final RecordFormat format;
    private final int threads;

    /// @param threads how many work
    public FlowPipeline(FlowEngine engine, RecordFormat format, int threads) {
        this.engine = engine;
        this.format = format;
        this.threads = threads;
    }

    /// Something that is told how far it is.
    @FunctionalInterface
    public interface Progress {
        /// Called after every block, by one thread at a time.
        ///
        /// @param flows how many records were written so far
        void at(long flows);
    }

    /// Evaluates all flows of a file.
    ///
    /// @throws IOException if reading or writing fails
    public Tally run(FlowFile file, RecordWriter out, Progress progress) throws IOException {
        RecordText header = new RecordText();
        header.add(format.header());
        out.write(header);
        Run run = new Run(file, out, progress);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(pool.submit(() -> {
                    run.work();
                    return null;
                }));
            }
            try {
                for (Future<?> one : all) {
                    one.get();
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException problem) {
                    throw problem;
                }
                throw new IllegalStateException("a flow cannot be evaluated: " + e.getCause(), e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            } finally {
                run.chunks.stop();
                pool.shutdownNow();
            }
        }
        return run.total;
    }

    /// What the threads share.
    private final class Run {
        final FlowFile file;
        final RecordWriter out;
        final Progress progress;
        final ConcurrentLinkedQueue<RecordText> idle = new ConcurrentLinkedQueue<>();
        final InOrder<Chunk> chunks = new InOrder<>(threads * BLOCKS_FOR_EACH_THREAD, this::write);
        final Tally total = new Tally();
        long lines;

        Run(FlowFile file, RecordWriter out, Progress progress) {
            this.file = file;
            this.out = out;
            this.progress = progress;
            this.lines = file.firstLine() - 1;
        }

        void work() throws IOException, InterruptedException {
            try {
                Evaluator evaluator = new Evaluator(engine, format, file.reader());
                for (Optional<FlowBlock> block = next(); block.isPresent(); block = next()) {
                    RecordText room = idle.poll();
                    chunks.put(block.get().place(),
                            evaluator.evaluate(block.get(), room == null ? new RecordText() : room));
                }
            } catch (IOException | InterruptedException | RuntimeException | Error e) {
                chunks.stop();
                throw e;
            }
        }

        private Optional<FlowBlock> next() throws IOException {
            synchronized (file) {
                return chunks.isStopped() ? Optional.empty() : file.next();
            }
        }

        private boolean write(Chunk chunk) throws IOException {
            out.write(chunk.records());
            idle.add(chunk.records());
            total.add(chunk.tally(), lines);
            lines += chunk.lines();
            progress.at(total.flows());
            return !chunk.tally().isEnded();
        }
    }
}

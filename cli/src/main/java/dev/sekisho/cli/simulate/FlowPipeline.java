package dev.sekisho.cli.simulate;

import dev.sekisho.cli.record.RecordFormat;
import dev.sekisho.model.io.flow.FlowLine;
import dev.sekisho.model.io.flow.FlowLines;
import dev.sekisho.simulator.compiled.engine.FlowEngine;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Lines in, records out: one thread reads and writes, the others evaluate. Lines are handed out in chunks, and the chunks
/// are written in the order in which they were read; a few are on their way at any time, so that memory does not grow with
/// the file.
public final class FlowPipeline {
    private static final int CHUNK = 4096;
    private static final int CHUNKS_FOR_EACH_THREAD = 4;

    private final FlowEngine engine;
    private final RecordFormat format;
    private final String file;
    private final int threads;

    /// @param file what the lines' file is called
    /// @param threads how many evaluate
    public FlowPipeline(FlowEngine engine, RecordFormat format, String file, int threads) {
        this.engine = engine;
        this.format = format;
        this.file = file;
        this.threads = threads;
    }

    /// Something that is told how far it is.
    @FunctionalInterface
    public interface Progress {
        /// Called after every chunk.
        ///
        /// @param flows how many records were written so far
        void at(long flows);
    }

    /// Evaluates all lines.
    ///
    /// @throws IOException if reading or writing fails
    public Tally run(FlowLines lines, Writer out, Progress progress) throws IOException {
        Tally total = new Tally();
        Evaluators evaluators = new Evaluators(engine, format, file);
        Deque<Future<Evaluators.Chunk>> underWay = new ArrayDeque<>();
        out.write(format.header());
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            try {
                while (lines.hasNext()) {
                    List<FlowLine> chunk = new ArrayList<>(CHUNK);
                    while (chunk.size() < CHUNK && lines.hasNext()) {
                        chunk.add(lines.next());
                    }
                    underWay.add(pool.submit(() -> evaluators.evaluate(chunk)));
                    if (underWay.size() == threads * CHUNKS_FOR_EACH_THREAD) {
                        finish(underWay.remove(), out, total);
                        progress.at(total.flows());
                    }
                }
                while (!underWay.isEmpty()) {
                    finish(underWay.remove(), out, total);
                }
            } finally {
                pool.shutdownNow();
            }
        }
        return total;
    }

    private static void finish(Future<Evaluators.Chunk> future, Writer out, Tally total) throws IOException {
        try {
            Evaluators.Chunk chunk = future.get();
            out.append(chunk.records());
            total.add(chunk.tally());
        } catch (ExecutionException e) {
            throw new IllegalStateException("a flow cannot be evaluated: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}

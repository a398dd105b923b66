package dev.sekisho.cli.replay;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.log.LogFile;
import dev.sekisho.model.io.log.LogPiece;
import dev.sekisho.simulator.log.LogRecords;
import dev.sekisho.simulator.replay.Replay;
import dev.sekisho.simulator.replay.ReplayPart;
import dev.sekisho.simulator.replay.ReplayTally;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/// Logs in, counts out. Every thread takes the next piece of the files, reads its lines and judges the flows; only taking
/// pieces goes in turns, so that as many pieces as threads are in memory.
public final class LogPipeline {
    private final Replay replay;
    private final int threads;
    private final LongConsumer progress;

    /// @param threads how many work
    /// @param progress is told after every piece, by one thread at a time, how many lines were taken so far
    public LogPipeline(Replay replay, int threads, LongConsumer progress) {
        this.replay = replay;
        this.threads = threads;
        this.progress = progress;
    }

    /// Replays all files. What cannot be read is among the diagnostics, and the rest is replayed.
    public ReplayTally run(List<Path> files, Diagnostics diagnostics) {
        ReplayTally total = new ReplayTally();
        try (Pieces pieces = new Pieces(files.iterator(), diagnostics);
                ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<ReplayTally>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                parts.add(pool.submit(() -> work(pieces)));
            }
            for (Future<ReplayTally> part : parts) {
                total.add(part.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a log cannot be replayed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return total;
    }

    private ReplayTally work(Pieces pieces) {
        ReplayPart part = replay.part();
        for (Optional<LogPiece> piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
            Diagnostics problems = new Diagnostics();
            LogRecords.read(piece.get(), problems).forEach(part::add);
            pieces.report(problems);
        }
        return part.finish();
    }

    /// The pieces of all files, one after the other.
    private final class Pieces implements AutoCloseable {
        private final Iterator<Path> files;
        private final Diagnostics diagnostics;
        private Optional<LogFile> open = Optional.empty();
        private String name = "";
        private long lines;

        Pieces(Iterator<Path> files, Diagnostics diagnostics) {
            this.files = files;
            this.diagnostics = diagnostics;
        }

        synchronized void report(Diagnostics problems) {
            diagnostics.addAll(problems.all());
        }

        synchronized Optional<LogPiece> next() {
            while (open.isPresent() || files.hasNext()) {
                try {
                    if (open.isEmpty()) {
                        Path file = files.next();
                        name = file.toString();
                        open = Optional.of(LogFile.open(file));
                    }
                    Optional<LogPiece> piece = open.get().next();
                    if (piece.isPresent()) {
                        lines += size(piece.get());
                        progress.accept(lines);
                        return piece;
                    }
                } catch (NoSuchFileException e) {
                    problem("NO_SUCH_FILE", "there is no such file", "check the spelling of the name");
                } catch (IOException e) {
                    problem("UNREADABLE_FILE", String.valueOf(e.getMessage()), "");
                }
                close();
            }
            return Optional.empty();
        }

        private void problem(String code, String problem, String remedy) {
            diagnostics.error(code, SourceLocation.startOf(name), problem, remedy);
        }

        private static long size(LogPiece piece) {
            return switch (piece) {
                case LogPiece.Lines lines -> lines.lines().size();
                case LogPiece.Rows rows -> rows.rows().size();
                case LogPiece.Document document -> document.file().lineCount();
            };
        }

        @Override
        public synchronized void close() {
            try {
                if (open.isPresent()) {
                    open.get().close();
                }
            } catch (IOException e) {
                problem("UNREADABLE_FILE", String.valueOf(e.getMessage()), "");
            }
            open = Optional.empty();
        }
    }
}

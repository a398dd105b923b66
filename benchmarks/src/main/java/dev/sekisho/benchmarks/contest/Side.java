package dev.sekisho.benchmarks.contest;

import dev.sekisho.benchmarks.work.Made;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A running program, which has made its table and answers all questions whenever it is asked to.
final class Side implements Closeable {
    private final Process process;
    private final BufferedReader output;
    private final Writer input;
    private final Made made;

    private Side(Process process, BufferedReader output, Writer input, Made made) {
        this.process = process;
        this.output = output;
        this.input = input;
        this.made = made;
    }

    /// Starts a program and waits until it is ready.
    ///
    /// @param patience after so many seconds without a table the program is ended
    /// @throws IOException if it ends before, or does not start; it says why on standard error
    static Side start(List<String> command, Map<String, String> environment, int patience) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        CompletableFuture<Void> limit = CompletableFuture.runAsync(process::destroyForcibly, CompletableFuture
                .delayedExecutor(patience, TimeUnit.SECONDS));
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        @Nullable String line = output.readLine();
        while (line != null && !line.startsWith("bytes=")) {
            line = output.readLine();
        }
        limit.cancel(false);
        if (line == null) {
            process.destroy();
            throw new IOException(
                    "no table within " + patience + " s, or none at all, by: " + String.join(" ", command));
        }
        return new Side(process, output, process.outputWriter(StandardCharsets.UTF_8), Made.parse(line));
    }

    Made made() {
        return made;
    }

    /// Lets the program answer all questions, on so many threads, and returns the nanoseconds for one of them, counted once
    /// for each thread that answered it.
    double round(int threads) throws IOException {
        input.write(threads + "\n");
        input.flush();
        @Nullable String line = output.readLine();
        if (line == null) {
            throw new IOException("a program ended in the middle of its rounds");
        }
        return Double.parseDouble(line);
    }

    /// Ends the program.
    @Override
    public void close() {
        try {
            input.close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}

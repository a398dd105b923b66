package dev.sekisho.benchmarks.work;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.jspecify.annotations.Nullable;

/// Our programs and those of libraries in Java. Each does what the programs in C do: it reads the files that the others read,
/// makes its table, says so, and for every line that it reads answers all questions, as often as 20 ms allow.
///
/// Usage: `JavaSide WORK FILE…`. A line is a number of threads; each of them answers all questions.
public final class JavaSide {
    /// The property for how many milliseconds to answer before rounds count.
    public static final String SETTLE = "benchmarks.settle";

    private static final int FEWEST_WARM_UPS = 5;
    private static final long ROUND_NANOS = 20_000_000;

    private JavaSide() {}

    /// Answers questions about a table.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Path> inputs = Arrays.stream(arguments).skip(1).map(Path::of).toList();
        Subject subject = Works.open(arguments[0], inputs);
        List<Subject.Batch> batches = new ArrayList<>(List.of(subject.batches().get()));
        long end = System.nanoTime() + settleNanos();
        for (int i = 0; i < FEWEST_WARM_UPS || System.nanoTime() < end; i++) {
            batches.getFirst().answer();
        }
        System.out.println(new Made(subject.bytes(), 0, subject.buildMillis(),
                Subject.checksum(batches.getFirst().answers())));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
            int threads = Integer.parseInt(line.strip());
            while (batches.size() < threads) {
                batches.add(subject.batches().get());
            }
            System.out.printf("%.3f%n", nanos(batches.subList(0, threads)) / subject.count());
        }
    }

    static long settleNanos() {
        return 1_000_000L * Integer.getInteger(SETTLE, 0);
    }

    /// The time of a batch: from the moment when all threads are ready to the moment when the last one is done, by the number
    /// of batches that they answered.
    private static double nanos(List<Subject.Batch> batches) throws InterruptedException {
        Round round = new Round(batches.size());
        if (batches.size() == 1) {
            round.run(batches.getFirst());
        } else {
            List<Thread> threads = batches.stream().map(batch -> new Thread(() -> round.run(batch))).toList();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        return round.nanos();
    }

    /// Threads that answer for the same while.
    private static final class Round {
        private final CyclicBarrier ready;
        private long start;
        private long end;
        private long batches;

        Round(int threads) {
            ready = new CyclicBarrier(threads, () -> start = System.nanoTime());
        }

        void run(Subject.Batch batch) {
            try {
                ready.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            int answered = 0;
            do {
                batch.answer();
                answered++;
            } while (System.nanoTime() - start < ROUND_NANOS);
            synchronized (this) {
                end = System.nanoTime();
                batches += answered;
            }
        }

        synchronized double nanos() {
            return (double) (end - start) / batches;
        }
    }
}

package dev.sekisho.benchmarks.peers;

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
/// makes its table, says so, and answers all questions for every line that it reads.
///
/// Usage: `JavaSide WORK FILE…`. A line is a number of threads; each of them answers all questions.
public final class JavaSide {
    private static final int FEWEST_WARM_UPS = 5;
    private static final long WARM_UP_NANOS = 2_000_000_000;

    private JavaSide() {}

    /// Answers questions about a table.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Path> inputs = Arrays.stream(arguments).skip(1).map(Path::of).toList();
        Subject subject = Works.open(arguments[0], inputs);
        List<Subject.Batch> batches = new ArrayList<>(List.of(subject.batches().get()));
        long begin = System.nanoTime();
        for (int i = 0; i < FEWEST_WARM_UPS || System.nanoTime() - begin < WARM_UP_NANOS; i++) {
            batches.getFirst().answer();
        }
        System.out.println(new Side.Made(subject.bytes(), 0, subject.buildMillis(),
                Subject.checksum(batches.getFirst().answers())));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
            int threads = Integer.parseInt(line.strip());
            while (batches.size() < threads) {
                batches.add(subject.batches().get());
            }
            double nanos = threads == 1 ? alone(batches.getFirst()) : together(batches.subList(0, threads));
            System.out.printf("%.3f%n", nanos / subject.count() / threads);
        }
    }

    private static double alone(Subject.Batch batch) {
        long start = System.nanoTime();
        batch.answer();
        return System.nanoTime() - start;
    }

    /// From the moment when all threads are ready to the moment when the last one is done.
    private static double together(List<Subject.Batch> batches) throws InterruptedException {
        long[] start = new long[1];
        CyclicBarrier ready = new CyclicBarrier(batches.size(), () -> start[0] = System.nanoTime());
        List<Thread> threads = batches.stream().map(batch -> new Thread(() -> {
            try {
                ready.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            batch.answer();
        })).toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        return System.nanoTime() - start[0];
    }
}

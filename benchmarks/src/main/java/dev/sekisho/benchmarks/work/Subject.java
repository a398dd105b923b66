package dev.sekisho.benchmarks.work;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// A table that answers questions in batches.
///
/// @param bytes memory that lookups read
/// @param buildMillis time to make it
/// @param count how many questions there are
/// @param batches makes a batch of them all, which a thread may run on its own
public record Subject(long bytes, double buildMillis, int count, Supplier<Batch> batches) {
    private static final int MOST_BUILDS = 9;

    /// All questions and their answers.
    public interface Batch {
        /// Answers all questions.
        void answer();

        /// The answers of the last time: the number of a rule or route, -1 where nothing matches.
        int[] answers();
    }

    /// A table and how long it took to make it.
    ///
    /// @param buildMillis the median of several times, or of one that takes long
    record Built<T>(T table, double buildMillis) {

        static <T> Built<T> by(Supplier<T> building) {
            List<Double> millis = new ArrayList<>();
            double all = 0;
            T table;
            do {
                long start = System.nanoTime();
                table = building.get();
                double nanos = System.nanoTime() - start;
                all += nanos;
                millis.add(nanos / 1e6);
            } while (millis.size() < MOST_BUILDS && all < JavaSide.settleNanos());
            return new Built<>(table, Median.of(millis));
        }
    }

    /// As [Made] defines it.
    static long checksum(int[] answers) {
        long sum = 0;
        for (int i = 0; i < answers.length; i++) {
            sum += (answers[i] + 1L) * ((i & 1023) + 1);
        }
        return sum;
    }
}

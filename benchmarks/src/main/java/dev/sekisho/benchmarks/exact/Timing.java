package dev.sekisho.benchmarks.exact;

import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// How long answers take.
///
/// @param millis the median
/// @param answer the last one
record Timing(double millis, long answer) {
    private static final double NANOS_IN_MILLI = 1e6;
    private static final double ENOUGH_MILLIS = 100;

    static Timing of(LongSupplier question) {
        long begin = System.nanoTime();
        long answer = question.getAsLong();
        return new Timing((System.nanoTime() - begin) / NANOS_IN_MILLI, answer);
    }

    /// Asks again and again, up to so often, until the answers take a tenth of a second; the mean. What came before in this
    /// process, such as garbage that it left, is no part of it.
    ///
    /// @param questions makes a question; that takes no time here
    static Timing meanOf(int most, Supplier<LongSupplier> questions) {
        System.gc();
        double millis = 0;
        int times = 0;
        long answer = 0;
        while (times < most && millis < ENOUGH_MILLIS) {
            Timing timing = of(questions.get());
            millis += timing.millis();
            answer = timing.answer();
            times++;
        }
        return new Timing(millis / times, answer);
    }

    static Timing medianOf(int turns, LongSupplier question) {
        Timing[] timings = new Timing[turns];
        Arrays.setAll(timings, _ -> of(question));
        return median(timings);
    }

    static Timing median(Timing... timings) {
        double[] millis = Arrays.stream(timings).mapToDouble(Timing::millis).sorted().toArray();
        return new Timing(millis[millis.length / 2], timings[timings.length - 1].answer());
    }
}

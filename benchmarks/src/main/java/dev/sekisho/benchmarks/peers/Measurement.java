package dev.sekisho.benchmarks.peers;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a program printed about itself.
///
/// @param bytes memory of the structure that answers
/// @param buildMillis time to make that structure
/// @param checksum sum over all questions `i` of `(answer + 1) * (i % 1024 + 1)`; programs that give the same answers
///        print the same
/// @param nanos time for one question, in each round
public record Measurement(long bytes, double buildMillis, long checksum, List<Double> nanos) {

    public Measurement {
        nanos = List.copyOf(nanos);
    }

    /// Reads the line of a program: `bytes=… build_ms=… checksum=… ns=…,…`.
    ///
    /// @throws IllegalArgumentException if there is no such line
    static Measurement parse(String output) {
        String line = output.lines().filter(text -> text.startsWith("bytes=")).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no measurement in: " + output));
        Map<String, String> values = new HashMap<>();
        for (String pair : line.split(" ")) {
            values.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return new Measurement(Long.parseLong(value(values, "bytes")), Double.parseDouble(value(values, "build_ms")),
                Long.parseUnsignedLong(value(values, "checksum"), 16),
                Arrays.stream(value(values, "ns").split(",")).map(Double::valueOf).toList());
    }

    private static String value(Map<String, String> values, String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing in " + values);
        }
        return value;
    }

    double medianNanos() {
        return median(nanos);
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /// The line, as [#parse(String)] reads it.
    @Override
    public String toString() {
        return "bytes=%d build_ms=%.1f checksum=%016x ns=%s".formatted(bytes, buildMillis, checksum,
                nanos.stream().map("%.3f"::formatted).collect(Collectors.joining(",")));
    }
}

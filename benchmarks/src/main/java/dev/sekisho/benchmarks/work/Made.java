package dev.sekisho.benchmarks.work;

import java.util.HashMap;
import java.util.Map;

/// What a program says about its table.
///
/// @param bytes memory that lookups read
/// @param otherBytes memory that it keeps besides, such as DPDK's copy of the routes
/// @param buildMillis time to make the table
/// @param checksum sum over all questions `i` of `(answer + 1) * (i % 1024 + 1)`; programs that give the same answers
///        print the same
public record Made(long bytes, long otherBytes, double buildMillis, long checksum) {

    /// Reads the line `bytes=… other_bytes=… build_ms=… checksum=…`.
    ///
    /// @throws IllegalArgumentException if the line is another
    public static Made parse(String line) {
        Map<String, String> values = new HashMap<>();
        for (String pair : line.split(" ")) {
            int sign = pair.indexOf('=');
            values.put(sign < 0 ? pair : pair.substring(0, sign), pair.substring(sign + 1));
        }
        return new Made(Long.parseLong(value(values, "bytes", line)), Long.parseLong(value(values, "other_bytes",
                line)), Double.parseDouble(value(values, "build_ms", line)),
                Long.parseUnsignedLong(value(values, "checksum", line), 16));
    }

    private static String value(Map<String, String> values, String key, String line) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing in: " + line);
        }
        return value;
    }

    /// The line, as [#parse(String)] reads it.
    @Override
    public String toString() {
        return "bytes=%d other_bytes=%d build_ms=%.1f checksum=%016x".formatted(bytes, otherBytes, buildMillis,
                checksum);
    }
}

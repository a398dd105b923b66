package dev.sekisho.benchmarks.growth;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What one size costs.
///
/// @param about what grows: `routes`, `rules`, `names`, `memory` or `flows`
/// @param subject which kind of it
/// @param size how large: how many routes, rules, patterns or flows, or bytes of memory
/// @param side who answers: `sekisho`, or a peer
/// @param nanos time for one question, the median of several rounds
/// @param bestNanos the same, in the best round
/// @param bytes what the table takes, or the process at most
/// @param buildMillis time to make the table, 0 where there is none
public record GrowthPoint(String about, String subject, long size, String side, double nanos, double bestNanos,
        long bytes, double buildMillis) {
    private static final List<String> COLUMNS = List.of("about", "subject", "size", "side", "ns", "best_ns", "bytes",
            "build_ms");

    /// The text of a file, which [#read(Path)] reads.
    ///
    /// @param provenance machine, date and commit
    static String text(String provenance, List<GrowthPoint> points) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeComment(provenance);
            csv.writeRecord(COLUMNS);
            for (GrowthPoint point : points) {
                csv.writeRecord(point.about, point.subject, Long.toString(point.size), point.side,
                        number(point.nanos), number(point.bestNanos), Long.toString(point.bytes),
                        number(point.buildMillis));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// Reads the points of a file.
    public static List<GrowthPoint> read(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(file)) {
            return records.stream().map(fields -> new GrowthPoint(fields.getField("about"), fields.getField("subject"),
                    Long.parseLong(fields.getField("size")), fields.getField("side"),
                    Double.parseDouble(fields.getField("ns")), Double.parseDouble(fields.getField("best_ns")),
                    Long.parseLong(fields.getField("bytes")), Double.parseDouble(fields.getField("build_ms"))))
                    .toList();
        }
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }
}

package dev.sekisho.benchmarks.peers;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.sekisho.benchmarks.contest.Result;
import dev.sekisho.benchmarks.contest.Score;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Results as CSV, for programs; a comment in the first line says on which machine, when, and of which commit.
public final class ResultFile {
    private static final List<String> COLUMNS = List.of("question", "mark", "ratio", "peer", "peer_ns", "peer_best_ns",
            "peer_bytes", "peer_other_bytes", "peer_build_ms", "our_ns", "our_best_ns", "our_bytes", "our_other_bytes",
            "our_build_ms", "same_answers");

    private ResultFile() {}

    /// The text of a file.
    ///
    /// @param provenance machine, date and commit
    static String text(String provenance, List<Result> results) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeComment(provenance);
            csv.writeRecord(COLUMNS);
            results.forEach(result -> csv.writeRecord(fields(result)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> fields(Result result) {
        List<String> fields = new ArrayList<>(List.of(result.question(), number(result.mark()), number(result.ratio()),
                result.peer()));
        fields.addAll(fields(result.theirs()));
        fields.addAll(fields(result.ours()));
        fields.add(Boolean.toString(result.sameAnswers()));
        return fields;
    }

    /// Reads the results of a file.
    public static List<Result> read(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(file)) {
            return records.stream().map(fields -> new Result(fields.getField("question"),
                    parsed(fields.getField("mark")), fields.getField("peer"), score(fields, "peer"), score(fields,
                            "our"),
                    Boolean.parseBoolean(fields.getField("same_answers")))).toList();
        }
    }

    private static Optional<Score> score(NamedCsvRecord fields, String side) {
        String nanos = fields.getField(side + "_ns");
        return nanos.isEmpty() ? Optional.empty() : Optional.of(new Score(Double.parseDouble(nanos),
                Double.parseDouble(fields.getField(side + "_best_ns")),
                Long.parseLong(fields.getField(side + "_bytes")),
                Long.parseLong(fields.getField(side + "_other_bytes")),
                Double.parseDouble(fields.getField(side + "_build_ms"))));
    }

    private static List<String> fields(Optional<Score> score) {
        return score.map(known -> List.of(number(known.nanos()), number(known.bestNanos()),
                Long.toString(known.bytes()), Long.toString(known.otherBytes()), number(known.buildMillis())))
                .orElse(List.of("", "", "", "", ""));
    }

    private static OptionalDouble parsed(String number) {
        return number.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(number));
    }

    private static String number(OptionalDouble number) {
        return number.isEmpty() ? "" : number(number.getAsDouble());
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }
}

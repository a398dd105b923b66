package dev.sekisho.benchmarks.peers;

import dev.sekisho.benchmarks.contest.Result;
import dev.sekisho.benchmarks.contest.Score;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// Results for people: lines for a terminal, and a table in Markdown.
final class ResultTable {
    private static final String FORMAT = "%-58s %7s %6s  %-10s %20s %20s %16s  %s";
    private static final String MARKDOWN = """
            # Side by side

            `benchmarks/peers`: %s.

            Ratio is the peer's time by ours, medians of all rounds; in brackets the best round, and memory that a peer keeps besides
            what its lookups read. To build: the median of several times in a warm process, or of one that takes long.

            | question | ratio | mark | peer | its ns | its MiB | its build, ms | our ns | our MiB | our build, ms | same answers |
            |---|--:|--:|---|--:|--:|--:|--:|--:|--:|---|
            """;

    private ResultTable() {}

    /// The heading of [#line(Result)].
    static String heading() {
        return FORMAT.formatted("question", "ratio", "mark", "peer", "ns, its / ours", "MiB, its / ours",
                "build ms", "answers");
    }

    static String line(Result result) {
        return FORMAT.formatted(result.question(), ratio(result.ratio()), number(result.mark()), result.peer(),
                both(result, score -> "%.2f".formatted(score.nanos())),
                both(result, score -> "%.2f".formatted(mebibytes(score.bytes()))),
                both(result, score -> "%.0f".formatted(score.buildMillis())), answers(result)).stripTrailing();
    }

    private static String both(Result result, Function<Score, String> text) {
        return result.theirs().map(text).orElse("-") + " / " + result.ours().map(text).orElse("failed");
    }

    /// A page.
    ///
    /// @param provenance machine, date and commit
    static String markdown(String provenance, List<Result> results) {
        StringBuilder table = new StringBuilder(MARKDOWN.formatted(provenance));
        for (Result result : results) {
            table.append("| ").append(String.join(" | ", result.question(), "**" + ratio(result.ratio()) + "**",
                    number(result.mark()), result.peer(), side(result.theirs()), side(result.ours()), answers(result)))
                    .append(" |\n");
        }
        return table.toString().replace("****", "");
    }

    private static String side(Optional<Score> score) {
        return score.map(known -> "%.2f (%.2f) | %.2f%s | %.0f".formatted(known.nanos(), known.bestNanos(),
                mebibytes(known.bytes()), known.otherBytes() == 0
                        ? ""
                        : " (+%.0f)".formatted(mebibytes(known.otherBytes())),
                known.buildMillis()))
                .orElse("not there | |");
    }

    private static String answers(Result result) {
        return result.ratio().isEmpty() ? "" : result.sameAnswers() ? "same" : "DIFFERENT";
    }

    private static double mebibytes(long bytes) {
        return bytes / (double) (1 << 20);
    }

    private static String ratio(OptionalDouble ratio) {
        return ratio.isEmpty() ? "" : ratio.getAsDouble() < 100
                ? "%.2f".formatted(ratio.getAsDouble())
                : "%.0f".formatted(ratio.getAsDouble());
    }

    private static String number(OptionalDouble mark) {
        return mark.isEmpty() ? "" : mark.getAsDouble() < 10
                ? "%.1f".formatted(mark.getAsDouble())
                : "%.0f".formatted(mark.getAsDouble());
    }
}

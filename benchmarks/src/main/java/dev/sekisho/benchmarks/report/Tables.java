package dev.sekisho.benchmarks.report;

import dev.sekisho.benchmarks.contest.Result;
import dev.sekisho.benchmarks.contest.Score;
import dev.sekisho.benchmarks.growth.GrowthPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// The tables of the document.
final class Tables {
    private static final double MEBIBYTE = 1 << 20;

    private Tables() {}

    /// The comparison with the peers.
    ///
    /// @param file the whole results, below the folder of results
    static String peers(String provenance, String file, List<Result> results) {
        long same = results.stream().filter(result -> result.ratio().isPresent() && result.sameAnswers()).count();
        long compared = results.stream().filter(result -> result.ratio().isPresent()).count();
        StringBuilder table = new StringBuilder("""
                Measured: %s. Both sides gave the same answers in %d of %d rows. The best rounds, the peers' memory for other things and
                what else was measured stand in [%s](../benchmarks/results/%s).

                | work | peer | ratio | mark | ns, its / ours | MiB, its / ours | build ms, its / ours |
                | --- | --- | --: | --: | --: | --: | --: |
                """.formatted(provenance, same, compared, file, file));
        for (Result result : results) {
            table.append("| ").append(String.join(" | ", result.question(), result.peer(), ratio(result), number(result
                    .mark()), both(result, score -> nanos(score.nanos())), both(result,
                            score -> mebibytes(score
                                    .bytes())),
                    both(result, score -> "%.0f".formatted(score.buildMillis())))).append(" |\n");
        }
        return table.toString();
    }

    /// Where the charts come from.
    static String growth(String provenance, String file) {
        return "Measured: %s; the figures stand in [%s](../benchmarks/results/%s).".formatted(provenance, file, file);
    }

    /// What a load takes, by the memory that it reaches.
    static String limits(List<GrowthPoint> points) {
        List<Long> sizes = points.stream().filter(point -> point.about().equals("memory")).map(GrowthPoint::size)
                .distinct().sorted().toList();
        List<String> rows = new ArrayList<>(
                List.of("| memory that is reached | independent loads, ns each | dependent loads, ns each |",
                        "| --: | --: | --: |"));
        for (long size : sizes) {
            rows.add("| %s | %s | %s |".formatted(amount(size), load(points, size, "independent"), load(points, size,
                    "dependent")));
        }
        return String.join("\n", rows);
    }

    private static String load(List<GrowthPoint> points, long size, String subject) {
        return points.stream().filter(point -> point.about().equals("memory") && point.size() == size
                && point.subject().equals(subject)).map(point -> nanos(point.nanos())).findFirst().orElse("");
    }

    private static String amount(long bytes) {
        return bytes < MEBIBYTE ? bytes / 1024 + " KiB" : bytes / (1 << 20) + " MiB";
    }

    private static String ratio(Result result) {
        OptionalDouble ratio = result.ratio();
        if (ratio.isEmpty()) {
            return "";
        }
        boolean reached = result.mark().isEmpty() || ratio.getAsDouble() >= result.mark().getAsDouble();
        String text = String.format(Locale.ROOT, ratio.getAsDouble() < 100 ? "%.2f" : "%.0f", ratio.getAsDouble());
        return reached ? "**" + text + "**" : text;
    }

    private static String number(OptionalDouble mark) {
        return mark.isEmpty() ? "" : mark.getAsDouble() < 10
                ? String.format(Locale.ROOT, "%.1f", mark.getAsDouble())
                : String.format(Locale.ROOT, "%.0f", mark.getAsDouble());
    }

    private static String both(Result result, Function<Score, String> text) {
        return side(result.theirs(), text) + " / " + side(result.ours(), text);
    }

    private static String side(Optional<Score> score, Function<Score, String> text) {
        return score.map(text).orElse("-");
    }

    private static String nanos(double nanos) {
        return String.format(Locale.ROOT, nanos < 10 ? "%.2f" : nanos < 100 ? "%.1f" : "%.0f", nanos);
    }

    private static String mebibytes(long bytes) {
        double mebibytes = bytes / MEBIBYTE;
        return String.format(Locale.ROOT, mebibytes < 10 ? "%.2f" : "%.0f", mebibytes);
    }
}

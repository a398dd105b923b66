package dev.sekisho.benchmarks.peers;

import java.util.List;

/// Results as a table in Markdown.
final class ResultTable {
    private static final String HEADING = """
            | question | ratio | mark | peer | its ns | its MiB | its build, ms | our ns | our MiB | our build, ms | same answers |
            |---|---|---|---|---|---|---|---|---|---|---|""";

    private final StringBuilder text = new StringBuilder(HEADING);

    String heading() {
        return HEADING;
    }

    String line(Contest.Result result) {
        Row row = result.row();
        String mark = row.mark().isPresent() ? "%.1f".formatted(row.mark().getAsDouble()) : "";
        String ours = result.ours().isEmpty() ? "failed | | " : side(result.ours());
        boolean both = !result.peer().isEmpty() && !result.ours().isEmpty();
        String line = "| %s | %s | %s | %s | %s | %s | %s |".formatted(row.question(),
                both ? "**%.2f**".formatted(result.ratio()) : "", mark, row.peer(),
                result.peer().isEmpty() ? "not there | | " : side(result.peer()), ours,
                both ? result.sameAnswers() ? "yes" : "**no**" : "");
        text.append('\n').append(line);
        return line;
    }

    String scaling(Row row, double times) {
        String line = "\nTwo threads answer %.2f times as many questions as one (%s); the mark is 1.8.".formatted(times,
                row.question());
        text.append('\n').append(line).append('\n');
        return line;
    }

    private static String side(List<Measurement> turns) {
        return "%.2f (%.2f) | %.2f | %.1f".formatted(Contest.Result.nanos(turns), Contest.Result.best(turns),
                turns.getFirst().bytes() / (double) (1 << 20), Contest.Result.buildMillis(turns));
    }

    /// The whole table.
    @Override
    public String toString() {
        return text.toString();
    }
}

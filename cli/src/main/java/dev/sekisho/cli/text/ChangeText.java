package dev.sekisho.cli.text;

import dev.sekisho.cli.terminal.Ink;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.simulator.exact.diff.Change;
import dev.sekisho.simulator.exact.diff.EnvironmentDiff;
import java.util.ArrayList;
import java.util.List;

/// Prints a difference for people: on a terminal, or as Markdown for the comment on a pull request.
public final class ChangeText {
    private ChangeText() {}

    /// Prints every change with its flows, both sides and a witness.
    public static void print(EnvironmentDiff diff, Streams streams) {
        for (Change change : diff.changes()) {
            streams.out().println(ink(change).on(streams, kind(change)) + ": "
                    + Lines.wrapped(Lines.of(change.flows())));
            streams.out().println("  before: " + ChangeRow.side(change.before(), change.beforeBy()));
            streams.out().println("  after:  " + ChangeRow.side(change.after(), change.afterBy()));
            streams.out().println("  for example: " + FlowText.of(change.witness()));
        }
        if (!diff.changes().isEmpty()) {
            streams.out().println();
        }
        streams.out().println(summary(diff));
    }

    /// Returns the difference as Markdown.
    public static String markdown(EnvironmentDiff diff) {
        StringBuilder text = new StringBuilder("### Firewall: " + summary(diff) + "\n");
        if (!diff.changes().isEmpty()) {
            text.append("\n| change | flows | before | after | for example |\n| --- | --- | --- | --- | --- |\n");
        }
        for (Change change : diff.changes()) {
            List<String> cells = List.of(kind(change), code(Lines.of(change.flows())),
                    ChangeRow.side(change.before(), change.beforeBy()),
                    ChangeRow.side(change.after(), change.afterBy()), code(FlowText.of(change.witness())));
            text.append("| ").append(String.join(" | ", cells.stream().map(ChangeText::cell).toList()))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    /// Returns how many changes there are of each kind.
    public static String summary(EnvironmentDiff diff) {
        if (diff.changes().isEmpty()) {
            return "equivalent: the same becomes of every flow";
        }
        List<String> counts = new ArrayList<>();
        for (Change.Kind kind : Change.Kind.values()) {
            long count = diff.changes().stream().filter(change -> change.kind() == kind).count();
            if (count > 0) {
                counts.add(kind.text() + ": " + count);
            }
        }
        return (diff.changes().size() == 1 ? "1 change (" : diff.changes().size() + " changes (")
                + String.join(", ", counts) + ")" + (diff.complete() ? "" : ", and more that are not listed");
    }

    private static String kind(Change change) {
        return (change.certain() ? "" : "perhaps ") + change.kind().text();
    }

    private static Ink ink(Change change) {
        return switch (change.kind()) {
            case NEWLY_BYPASSING, NEWLY_ALLOWED -> Ink.BAD;
            case NEWLY_DENIED, NO_LONGER_KNOWN -> Ink.DOUBTFUL;
            case OTHERWISE_STOPPED, OTHERWISE_DECIDED -> Ink.GOOD;
        };
    }
}

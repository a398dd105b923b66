package dev.sekisho.cli.report;

import dev.sekisho.cli.text.ChangeText;
import dev.sekisho.cli.text.FlowText;
import dev.sekisho.simulator.exact.diff.Change;
import dev.sekisho.simulator.exact.diff.EnvironmentDiff;
import java.util.List;

/// What would become of flows in the environment that is proposed.
///
/// @param proposed names of its files
public record Difference(String proposed, String summary, Tone tone, List<Row> rows) {

    /// Flows that fare otherwise.
    public record Row(String kind, Tone tone, String flows, String before, String after, String witness) {}

    /// Returns the section.
    public static Difference of(String proposed, EnvironmentDiff diff) {
        return new Difference(proposed, ChangeText.summary(diff), diff.changes().isEmpty() ? Tone.GOOD : Tone.DOUBTFUL,
                diff.changes().stream().map(Difference::row).toList());
    }

    /// Tells whether something would change.
    public boolean changes() {
        return !rows.isEmpty();
    }

    private static Row row(Change change) {
        return new Row((change.certain() ? "" : "perhaps ") + change.kind().text(), tone(change.kind()),
                change.flows().toString(), side(change.before().text(), change.beforeBy()),
                side(change.after().text(), change.afterBy()), FlowText.of(change.witness()));
    }

    private static String side(String result, List<String> by) {
        return by.isEmpty() ? result : result + " by " + String.join(", ", by);
    }

    private static Tone tone(Change.Kind kind) {
        return switch (kind) {
            case NEWLY_BYPASSING, NEWLY_ALLOWED -> Tone.BAD;
            case NEWLY_DENIED, NO_LONGER_KNOWN -> Tone.DOUBTFUL;
            case OTHERWISE_STOPPED, OTHERWISE_DECIDED -> Tone.PLAIN;
        };
    }
}

package dev.sekisho.cli.text;

import dev.sekisho.cli.terminal.Ink;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.simulator.exact.lint.finding.Finding;
import dev.sekisho.simulator.exact.lint.finding.Suppressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Prints findings for people, with the place in front as compilers print it.
public final class FindingText {
    private static final int MOST_NOTES = 20;

    private FindingText() {}

    /// Prints every finding, of each code the first notes, and how many there are of each kind.
    public static void print(Suppressions.Result result, Streams streams) {
        Map<String, Integer> notes = new TreeMap<>();
        for (Finding finding : result.findings()) {
            if (finding.severity() == Severity.NOTE && notes.merge(finding.code(), 1, Integer::sum) > MOST_NOTES) {
                continue;
            }
            String place = finding.at().isKnown() ? finding.at() + ": " : "";
            streams.out().println(place + ink(finding.severity()).on(streams, finding.severity().toString()) + ": "
                    + finding.message() + " [" + finding.code() + "]");
            finding.witness().ifPresent(flow -> streams.out().println("  for example: " + FlowText.of(flow)));
            if (!finding.help().isEmpty()) {
                streams.out().println("  help: " + finding.help());
            }
        }
        notes.forEach((code, count) -> {
            if (count > MOST_NOTES) {
                streams.out().println(Ink.FAINT.on(streams, "note") + ": and " + (count - MOST_NOTES) + " more [" + code
                        + "]; --output json lists all");
            }
        });
        if (!result.findings().isEmpty()) {
            streams.out().println();
        }
        streams.out().println(summary(result));
    }

    private static String summary(Suppressions.Result result) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = result.findings().stream().filter(finding -> finding.severity() == severity).count();
            if (count > 0) {
                counts.add(Amount.of(count, severity.toString()));
            }
        }
        String found = counts.isEmpty() ? "nothing found" : String.join(", ", counts);
        return found + (result.accepted().isEmpty() ? "" : ", " + result.accepted().size() + " accepted");
    }

    private static Ink ink(Severity severity) {
        return switch (severity) {
            case ERROR -> Ink.BAD;
            case WARNING -> Ink.DOUBTFUL;
            case NOTE -> Ink.FAINT;
        };
    }
}

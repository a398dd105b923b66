package dev.sekisho.cli.text;

import dev.sekisho.cli.terminal.Ink;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.simulator.exact.lint.Finding;
import dev.sekisho.simulator.exact.lint.Suppressions;
import java.util.ArrayList;
import java.util.List;

/// Prints findings for people, with the place in front as compilers print it.
public final class FindingText {
    private FindingText() {}

    /// Prints every finding, and how many there are of each kind.
    public static void print(Suppressions.Result result, Streams streams) {
        for (Finding finding : result.findings()) {
            String place = finding.at().isKnown() ? finding.at() + ": " : "";
            streams.out().println(place + ink(finding.severity()).on(streams, finding.severity().toString()) + ": "
                    + finding.message() + " [" + finding.code() + "]");
            finding.witness().ifPresent(flow -> streams.out().println("  for example: " + FlowText.of(flow)));
            if (!finding.help().isEmpty()) {
                streams.out().println("  help: " + finding.help());
            }
        }
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

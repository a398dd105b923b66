package dev.sekisho.cli.report;

import dev.sekisho.cli.text.Amount;
import dev.sekisho.cli.text.FlowText;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.simulator.exact.lint.finding.Finding;
import dev.sekisho.simulator.exact.lint.finding.LintCode;
import dev.sekisho.simulator.exact.lint.finding.Suppressions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// What is found about rules, by kind, the gravest first.
///
/// @param accepted findings that somebody accepted, with the reason
public record Findings(String summary, Tone tone, List<Kind> kinds, Optional<Listing> accepted) {

    /// Findings of one code.
    ///
    /// @param meaning what the code says in general; empty where that is not known
    public record Kind(String code, String severity, Tone tone, String count, String meaning, List<Row> rows) {}

    /// One finding.
    public record Row(String place, String message, String witness, String help) {}

    /// Returns the section.
    public static Findings of(Suppressions.Result result) {
        SequencedMap<String, List<Finding>> byCode = new LinkedHashMap<>();
        result.findings().stream().sorted(Comparator.comparing(Finding::severity))
                .forEach(finding -> byCode.computeIfAbsent(finding.code(), _ -> new ArrayList<>()).add(finding));
        List<String> counts = Stream.of(Severity.values()).filter(severity -> count(result, severity) > 0)
                .map(severity -> Amount.of(count(result, severity), severity.toString())).toList();
        return new Findings(counts.isEmpty() ? "nothing found" : String.join(", ", counts),
                result.findings().stream().map(Finding::severity).min(Comparator.naturalOrder()).map(Findings::tone)
                        .orElse(Tone.GOOD),
                byCode.values().stream().map(Findings::kind).toList(),
                Listing.of(result.accepted().stream()
                        .map(one -> one.finding().message() + ": " + one.reason()).toList()));
    }

    private static long count(Suppressions.Result result, Severity severity) {
        return result.findings().stream().filter(finding -> finding.severity() == severity).count();
    }

    private static Kind kind(List<Finding> same) {
        Finding first = same.getFirst();
        String meaning = Stream.of(LintCode.values()).filter(code -> code.name().equals(first.code()))
                .map(LintCode::meaning).findFirst().orElse("");
        return new Kind(first.code(), first.severity().toString(), tone(first.severity()),
                Amount.of(same.size(), "finding"), meaning, same.stream().map(Findings::row).toList());
    }

    private static Row row(Finding finding) {
        return new Row(finding.at().isKnown() ? finding.at().toString() : "", finding.message(),
                finding.witness().map(FlowText::of).orElse(""), finding.help());
    }

    private static Tone tone(Severity severity) {
        return switch (severity) {
            case ERROR -> Tone.BAD;
            case WARNING -> Tone.DOUBTFUL;
            case NOTE -> Tone.PLAIN;
        };
    }
}

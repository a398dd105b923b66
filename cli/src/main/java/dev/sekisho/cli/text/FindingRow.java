package dev.sekisho.cli.text;

import dev.sekisho.cli.json.DiagnosticRow;
import dev.sekisho.cli.text.ChangeRow.WitnessRow;
import dev.sekisho.simulator.exact.lint.finding.Finding;
import java.util.List;
import java.util.Optional;

/// One finding, with the keys that JSON output uses.
///
/// @param rule the rule as `policy/group/collection/rule`; null where it is not about one
/// @param blockers what decides before the rule
/// @param help what to do about it
public record FindingRow(String code, String severity, String message, Optional<DiagnosticRow.Place> at,
        Optional<String> rule, List<String> blockers, Optional<WitnessRow> witness, String help) {

    /// Returns the row of a finding.
    public static FindingRow of(Finding finding) {
        return new FindingRow(finding.code(), finding.severity().toString(), finding.message(),
                DiagnosticRow.Place.of(finding.at()),
                finding.rule().isEmpty() ? Optional.empty() : Optional.of(finding.rule()), finding.blockers(),
                finding.witness().map(WitnessRow::of), finding.help());
    }
}

package dev.sekisho.simulator.exact.lint.finding;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.traffic.Flow;
import java.util.List;
import java.util.Optional;

/// One finding.
///
/// @param code a [LintCode], or a code of the validator
/// @param message what is found, one sentence without a final stop
/// @param help what to do about it; empty if there is nothing to say
/// @param rule the rule as `policy/group/collection/rule`; empty where it is not about one
/// @param blockers what decides before the rule
/// @param witness a flow that shows the finding
public record Finding(String code, Severity severity, String message, String help, SourceLocation at, String rule,
        List<String> blockers, Optional<Flow> witness) {
    public Finding {
        blockers = List.copyOf(blockers);
    }

    /// Returns what the validator found.
    public static Finding of(Diagnostic problem) {
        return new Finding(problem.code(), problem.severity(), problem.problem(), problem.remedy(), problem.at(), "",
                List.of(), Optional.empty());
    }

    @Override
    public String toString() {
        return severity + " " + code + (rule.isEmpty() ? "" : " " + rule) + ": " + message;
    }
}

package dev.sekisho.simulator.cases;

import java.util.List;

/// What came of all cases of a run, in the order of the files.
public record CaseReport(List<CaseResult> cases) {
    public CaseReport {
        cases = List.copyOf(cases);
    }

    /// Returns how many passed.
    public int passed() {
        return (int) cases.stream().filter(result -> result.status() == CaseResult.Status.PASS).count();
    }

    /// Returns how many did not pass: those that failed and those that could not be run.
    public int failed() {
        return cases.size() - passed();
    }
}

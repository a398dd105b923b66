package dev.sekisho.simulator.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Compares what a case expects with an answer.
final class Comparison {
    private Comparison() {}

    /// Returns the differences. Keys that the case does not give are not compared; an answer without a key has
    /// `null` there.
    static List<CaseResult.Difference> differences(Map<String, CaseValue> expected, Map<String, CaseValue> actual) {
        List<CaseResult.Difference> differences = new ArrayList<>();
        expected.forEach((key, value) -> {
            CaseValue answer = actual.getOrDefault(key, CaseValue.Nothing.NOTHING);
            if (!value.equals(answer)) {
                differences.add(new CaseResult.Difference(key, value.toString(), answer.toString()));
            }
        });
        return differences;
    }
}

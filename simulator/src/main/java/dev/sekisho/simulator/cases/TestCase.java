package dev.sekisho.simulator.cases;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// One question with the answer that is expected.
///
/// @param rules numbers of the rules of behaviour that the case is about
/// @param findings what reading the configuration found that Azure would refuse
/// @param firewall the firewall that is asked, where the environment has several
/// @param expected the keys of `expect` in the order written
public record TestCase(String id, CaseKind kind, String title, List<String> rules, Environment environment,
        List<Diagnostic> findings, Optional<String> firewall, CaseInput input, SequencedMap<String, CaseValue> expected,
        SourceLocation at) {
    public TestCase {
        rules = List.copyOf(rules);
        findings = List.copyOf(findings);
        expected = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(expected));
    }
}

package dev.sekisho.cli.text;

import dev.sekisho.cli.terminal.CapturedStreams;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.simulator.exact.lint.finding.Finding;
import dev.sekisho.simulator.exact.lint.finding.Suppressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FindingTextTest {
    private static List<Finding> findings(int count, String code, Severity severity) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            findings.add(new Finding(code, severity, code + " number " + i, "", SourceLocation.UNKNOWN, "p/g/c/r" + i,
                    List.of(), Optional.empty()));
        }
        return findings;
    }

    private static List<String> lines(List<Finding> findings) {
        CapturedStreams streams = CapturedStreams.plain();
        FindingText.print(new Suppressions.Result(findings, List.of(), List.of()), streams.streams());
        return streams.out().lines().toList();
    }

    @Test
    void ofManyNotesOfOneCodeTheFirstArePrintedAndTheOthersCounted() {
        List<Finding> findings = new ArrayList<>(findings(23, "CONFLICT", Severity.NOTE));
        findings.addAll(findings(20, "HOST_PORT", Severity.NOTE));
        List<String> lines = lines(findings);
        assertEquals(20, lines.stream().filter(line -> line.startsWith("note: CONFLICT number")).count());
        assertEquals("note: CONFLICT number 20 [CONFLICT]", lines.get(19));
        assertEquals(20, lines.stream().filter(line -> line.startsWith("note: HOST_PORT number")).count());
        assertEquals(List.of("note: and 3 more [CONFLICT]; --output json lists all", "", "43 notes"),
                lines.subList(40, lines.size()));
    }

    @Test
    void everyErrorAndWarningIsPrinted() {
        List<Finding> findings = new ArrayList<>(findings(30, "SHADOWED", Severity.ERROR));
        findings.addAll(findings(25, "REDUNDANT", Severity.WARNING));
        List<String> lines = lines(findings);
        assertEquals(57, lines.size());
        assertEquals("30 errors, 25 warnings", lines.getLast());
    }
}

package dev.sekisho.model.diagnostic;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DiagnosticsTest {
    private final Diagnostics diagnostics = new Diagnostics(3);

    private static SourceLocation at(int line) {
        return SourceLocation.of("f", line, 1);
    }

    @Test
    void listsProblemsInTheOrderOfTheFile() {
        diagnostics.warning("B", at(2), "second", "");
        diagnostics.error("C", at(3), "third", "");
        diagnostics.note("A", at(1), "first", "");
        assertEquals(List.of("A", "B", "C"), diagnostics.all().stream().map(Diagnostic::code).toList());
    }

    @Test
    void countsTheSameProblemOnce() {
        diagnostics.error("A", at(1), "same", "");
        diagnostics.error("A", at(1), "same", "");
        diagnostics.error("A", at(2), "same", "");
        assertEquals(2, diagnostics.count(Severity.ERROR));
        assertEquals(2, diagnostics.all().size());
    }

    @Test
    void keepsTheFirstOfMany() {
        for (int line = 1; line <= 10; line++) {
            diagnostics.warning("W", at(line), "warning " + line, "");
        }
        diagnostics.error("E", at(11), "the error is not crowded out", "");
        List<Diagnostic> all = diagnostics.all();
        assertEquals(5, all.size());
        assertEquals("E", all.get(3).code());
        assertEquals("and 7 more warnings", all.getLast().problem());
        assertEquals(10, diagnostics.count(Severity.WARNING));
    }

    @Test
    void warningsAreNoErrors() {
        assertTrue(diagnostics.isEmpty());
        diagnostics.warning("W", at(1), "careful", "");
        assertFalse(diagnostics.hasErrors());
        assertFalse(diagnostics.isEmpty());
        diagnostics.error("E", at(1), "wrong", "");
        assertTrue(diagnostics.hasErrors());
    }

    @Test
    void aDiagnosticSpeaksOfOnePlace() {
        assertEquals(Diagnostic.error("A", at(1), "x"), Diagnostic.error("A", at(1), "x"));
        assertNotEquals(Diagnostic.error("A", at(1), "x"), Diagnostic.error("A", at(2), "x"));
    }

    @Test
    void aDiagnosticHasACodeForProgramsAndAProblemForPeople() {
        assertThrows(IllegalArgumentException.class, () -> Diagnostic.error("host-bits", at(1), "x"));
        assertThrows(IllegalArgumentException.class, () -> Diagnostic.error("HOST_BITS", at(1), " "));
    }
}

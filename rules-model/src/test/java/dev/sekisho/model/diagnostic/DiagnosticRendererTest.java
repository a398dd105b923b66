package dev.sekisho.model.diagnostic;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DiagnosticRendererTest {
    private static String render(String line, int column) {
        SourceText source = (file, number) -> number == 14 ? Optional.of(line) : Optional.empty();
        return DiagnosticRenderer.plain(source)
                .render(Diagnostic.error("HOST_BITS", SourceLocation.of("policy.yaml", 14, column),
                        "10.1.0.5/16 has host bits set").withRemedy("write 10.1.0.0/16"));
    }

    /// The quoted line and the line with the caret, without their gutters.
    private static List<String> quoted(String line, int column) {
        return render(line, column).lines().filter(text -> text.startsWith("  | ")).map(text -> text.substring(4))
                .toList();
    }

    @Test
    void showsPlaceProblemLineCaretAndHelp() {
        assertEquals("""
                policy.yaml:14:9: error: 10.1.0.5/16 has host bits set
                  |       - 10.1.0.5/16
                  |         ^
                  help: write 10.1.0.0/16
                """, render("      - 10.1.0.5/16", 9));
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertEquals("warning: careful\n", DiagnosticRenderer.plain(SourceText.NONE)
                .render(Diagnostic.warning("W", SourceLocation.UNKNOWN, "careful")));
        assertEquals("f:1:1: note: there is no such file\n", DiagnosticRenderer.plain(SourceText.NONE)
                .render(Diagnostic.note("N", SourceLocation.startOf("f"), "there is no such file")));
    }

    @Test
    void keepsTheCaretUnderItsColumnBehindTabs() {
        assertEquals(List.of("    a:  b", "        ^"), quoted("\ta:\tb", 5));
    }

    @Test
    void keepsTheCaretUnderItsColumnBehindWideAndCombiningCharacters() {
        assertEquals(List.of("東京: x", "      ^"), quoted("東京: x", 5));
        assertEquals(List.of("e\u0301: x", "   ^"), quoted("e\u0301: x", 5));
        assertEquals(List.of("😀: x", "    ^"), quoted("😀: x", 4));
    }

    @Test
    void writesControlCharactersAsEscapes() {
        assertEquals(List.of("a: \\u001b[31mred", "   ^"), quoted("a: \u001b[31mred", 4));
        assertEquals(List.of("\\u202ea: b", "         ^"), quoted("\u202ea: b", 5));
        String output = DiagnosticRenderer.plain(SourceText.NONE)
                .render(Diagnostic.error("E", SourceLocation.startOf("\u001b]0;x\u0007.yaml"), "a\nb\u001b[2J"));
        assertFalse(output.chars().anyMatch(c -> c < ' ' && c != '\n'), output);
        assertEquals(1, output.lines().count());
    }

    @Test
    void clipsLongLinesAroundTheCaret() {
        String line = "x".repeat(5_000) + "HERE" + "y".repeat(5_000);
        List<String> shown = quoted(line, 5_001);
        assertTrue(shown.getFirst().length() < 120, shown.getFirst());
        int caret = shown.getLast().indexOf('^');
        assertEquals("HERE", shown.getFirst().substring(caret, caret + 4));
        assertTrue(shown.getFirst().startsWith("…") && shown.getFirst().endsWith("…"));
    }

    @Test
    void clipsOnlyWhereSomethingIsLeftOut() {
        String line = "a: " + "y".repeat(500);
        assertTrue(quoted(line, 1).getFirst().startsWith("a: yyy"));
        String end = quoted(line, 504).getFirst();
        assertTrue(end.startsWith("…") && end.endsWith("y"), end);
        assertEquals(end.length(), quoted(line, 504).getLast().indexOf('^'));
    }

    @Test
    void pointsBehindTheEndOfALine() {
        assertEquals(List.of("a: [1", "     ^"), quoted("a: [1", 6));
        assertEquals(List.of("a: [1", "     ^"), quoted("a: [1", 99));
    }

    @Test
    void printsAdviceOfSeveralLinesAlike() {
        assertEquals("error: x\n  help: one\n        two\n", DiagnosticRenderer.plain(SourceText.NONE)
                .render(Diagnostic.error("E", SourceLocation.UNKNOWN, "x").withRemedy("one\ntwo")));
    }

    @Test
    void coloursOnlyWhenAsked() {
        Diagnostic problem = Diagnostic.error("E", SourceLocation.UNKNOWN, "x");
        assertFalse(DiagnosticRenderer.plain(SourceText.NONE).render(problem).contains("\u001b"));
        assertTrue(
                DiagnosticRenderer.coloured(SourceText.NONE).render(problem).contains("\u001b[1;31merror:\u001b[0m"));
    }
}

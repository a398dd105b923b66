package dev.sekisho.simulator.exact.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// `docs/lint.md` lists every code as the program knows it. Run with `-Dsekisho.write=true` to write the list anew.
class LintPageTest {
    private static final Path PAGE = Path.of("..", "docs", "lint.md");
    private static final String START = "<!-- codes -->\n";

    @Test
    void thePageListsEveryCodeWithAnExampleAndAFix() throws IOException {
        String page = Files.readString(PAGE);
        String expected = page.substring(0, page.indexOf(START) + START.length()) + table();
        if (Boolean.getBoolean("sekisho.write")) {
            Files.writeString(PAGE, expected);
        }
        assertEquals(expected, Files.readString(PAGE));
    }

    private static String table() {
        StringBuilder text = new StringBuilder(
                "\n| code | severity | rests on | means | for example | what to do |\n| --- | --- | --- | --- | --- | --- |\n");
        for (LintCode code : LintCode.values()) {
            text.append("| `").append(code).append("` | ").append(code.severity()).append(" | ").append(code.rule())
                    .append(" | ").append(code.meaning()).append(" | ").append(code.example()).append(" | ")
                    .append(code.fix()).append(" |\n");
        }
        return text.toString();
    }
}

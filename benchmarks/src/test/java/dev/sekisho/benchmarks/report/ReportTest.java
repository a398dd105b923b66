package dev.sekisho.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The document and its charts show the newest results.
class ReportTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void theDocumentAndItsChartsAreThoseOfTheResults() throws IOException {
        Report report = Report.of(ROOT);
        if ("update".equals(System.getProperty("sekisho.golden"))) {
            report.write(ROOT);
        }
        for (Map.Entry<String, String> file : report.files().entrySet()) {
            Path path = ROOT.resolve(file.getKey());
            assertTrue(Files.exists(path), path + " is missing; -Dsekisho.golden=update makes it");
            assertEquals(file.getValue(), Files.readString(path),
                    path + " is old; -Dsekisho.golden=update writes it anew");
        }
    }

    @Test
    void everyChartIsShown() throws IOException {
        String document = Files.readString(ROOT.resolve("docs/performance.md"));
        for (String file : Report.of(ROOT).files().keySet()) {
            if (file.endsWith(".svg")) {
                assertTrue(document.contains("(" + file.substring("docs/".length()) + ")"), file + " is not shown");
            }
        }
    }

    @Test
    void onlyThePartThatIsMadeChanges() {
        Document document = new Document(
                "before\n<!-- made: a -->\nold\n<!-- end -->\nbetween\n<!-- made: b -->\n<!-- end -->\nafter\n");
        assertEquals(
                "before\n<!-- made: a -->\n\nnew\n\n<!-- end -->\nbetween\n<!-- made: b -->\n<!-- end -->\nafter\n",
                document
                        .with("a", "new\n").text());
        assertEquals(document.with("b", "x").text(), document.with("b", "y").with("b", "x").text());
        assertThrows(IllegalArgumentException.class, () -> document.with("c", "new"));
    }
}

package dev.sekisho.model.io.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Holds the headings against the documentation.
class RuleColumnTest {
    private static final Path PAGE = Path.of("..", "docs", "rule-tables.md");
    private static final String MARK = "<!-- below this line the tests write, with -Dsekisho.write=true -->\n";

    @Test
    void theDocumentationListsEveryHeading() throws IOException {
        String page = Files.readString(PAGE);
        String expected = page.substring(0, page.indexOf(MARK) + MARK.length())
                + "\n| column | headings |\n| --- | --- |\n"
                + Arrays.stream(RuleColumn.values()).map(column -> "| " + column.heading() + " | "
                        + column.headings().stream().map(heading -> "`" + heading + "`").collect(
                                Collectors.joining(", "))
                        + " |\n").collect(Collectors.joining());
        if (Boolean.getBoolean("sekisho.write")) {
            Files.writeString(PAGE, expected);
        } else {
            assertEquals(expected, page,
                    "docs/rule-tables.md is behind; the test writes it with -Dsekisho.write=true");
        }
    }

    @Test
    void everyHeadingLeadsToItsColumn() {
        for (RuleColumn column : RuleColumn.values()) {
            column.headings().forEach(heading -> assertEquals(column,
                    RuleColumn.of(heading.toUpperCase(Locale.ROOT).replace(' ', '_')).orElseThrow()));
        }
    }
}

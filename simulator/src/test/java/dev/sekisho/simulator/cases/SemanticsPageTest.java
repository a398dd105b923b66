package dev.sekisho.simulator.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Holds `docs/semantics.md` against the code and the cases. With `-Dsekisho.write=true` the cases of each rule are
/// written into the page instead of compared.
class SemanticsPageTest {
    static final Path PAGE = Path.of("..", "docs", "semantics.md");
    static final String WRITE = "docs/semantics.md is behind; the tests write it with -Dsekisho.write=true";
    private static final String CASES_HEADING = "## Cases of each rule\n\n";
    private static final Pattern ROW = Pattern
            .compile("\\| ([A-Z]+-\\d+) \\| (.+) \\| (yes|partly: .+|no: .+) \\| (?:`([\\w.]+)`)? ?\\|");

    private static String page = "";
    private static List<Row> rows = List.of();
    private static Map<String, List<String>> casesOfRule = Map.of();

    private record Row(String number, String meaning, String modelled, String type) {}

    @BeforeAll
    static void readPageAndCases() throws IOException {
        page = Files.readString(PAGE);
        rows = page.lines().filter(line -> line.matches("\\| [A-Z]+-\\d+ .*")).map(SemanticsPageTest::row).toList();
        casesOfRule = casesOfRule();
    }

    private static Row row(String line) {
        Matcher matcher = ROW.matcher(line);
        assertTrue(matcher.matches(), line);
        String type = matcher.group(4);
        return new Row(matcher.group(1), matcher.group(2), matcher.group(3), type == null ? "" : type);
    }

    private static Map<String, List<String>> casesOfRule() throws IOException {
        Map<String, List<String>> cases = new LinkedHashMap<>();
        everyNumber().forEach(number -> cases.put(number, new ArrayList<>()));
        for (TestCase testCase : OwnCases.all()) {
            for (String rule : testCase.rules()) {
                List<String> ids = cases.get(rule);
                assertNotEquals(null, ids, () -> testCase.at() + ": there is no rule " + rule);
                ids.add(testCase.id());
            }
        }
        return cases;
    }

    private static List<String> everyNumber() {
        return Stream.of(numbers("R-", 29), numbers("FW-", 62), numbers("DNS-", 3), numbers("NSG-", 12),
                numbers("LOG-", 10)).flatMap(numbers -> numbers).toList();
    }

    private static Stream<String> numbers(String prefix, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(number -> prefix + number);
    }

    @Test
    void everyRuleHasOneRowInOrder() {
        assertEquals(everyNumber(), rows.stream().map(Row::number).toList());
    }

    @Test
    void everyTypeExists() {
        for (Row row : rows) {
            if (!row.type().isEmpty()) {
                String name = row.type().startsWith("model.") ? row.type() : "simulator." + row.type();
                assertTrue(exists("dev.sekisho." + name), () -> row.number() + " names " + row.type());
            }
        }
    }

    private static boolean exists(String type) {
        try {
            Class.forName(type, false, SemanticsPageTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException _) {
            return false;
        }
    }

    @Test
    void everyModelledRuleHasATypeAndACase() {
        for (Row row : rows) {
            if (row.modelled().equals("yes")) {
                assertFalse(row.type().isEmpty(), row::number);
                assertFalse(casesOfRule.getOrDefault(row.number(), List.of()).isEmpty(),
                        () -> row.number() + " has no case");
            }
        }
    }

    @Test
    void everyCaseNamesItsRules() throws IOException {
        for (TestCase testCase : OwnCases.all()) {
            boolean shortForm = testCase.id().startsWith("short-");
            assertEquals(shortForm, testCase.rules().isEmpty(), testCase.id());
        }
    }

    @Test
    void thePageListsTheCasesOfEachRule() throws IOException {
        StringBuilder expected = new StringBuilder();
        casesOfRule.forEach((rule, ids) -> {
            if (!ids.isEmpty()) {
                expected.append("- **").append(rule).append("** ").append(String.join(", ", ids)).append('\n');
            }
        });
        int start = page.indexOf(CASES_HEADING) + CASES_HEADING.length();
        int end = page.indexOf("\n## ", start);
        if (Boolean.getBoolean("sekisho.write")) {
            Files.writeString(PAGE, page.substring(0, start) + expected + page.substring(end));
        } else {
            assertEquals(expected.toString(), page.substring(start, end), WRITE);
        }
    }
}

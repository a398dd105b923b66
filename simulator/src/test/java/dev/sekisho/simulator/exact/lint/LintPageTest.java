package dev.sekisho.simulator.exact.lint;

import dev.sekisho.model.environment.ValidationCode;
import dev.sekisho.simulator.exact.lint.finding.LintCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// `docs/lint.md` lists every code as the program knows it. Run with `-Dsekisho.write=true` to write the list anew.
class LintPageTest {
    private static final Path PAGE = Path.of("..", "docs", "lint.md");
    private static final String START = "<!-- codes -->\n";
    private static final String RULES = "\n## Rule by rule\n";

    /// Rules of behaviour that need no finding of their own, and why.
    private static final String WITHOUT = """
            R-2 the user route wins, and trace names the loser
            R-3 trace names the route that counts
            R-5 what Azure adds by itself
            R-6 what Azure takes away by itself; undecided for BGP, so printed with each verdict
            R-7 a route to None is written on purpose
            R-12 see LIMIT; trace names the tag's prefix that counts
            R-14 see NO_ROUTE
            R-16 who comes in and gets no answer: sekisho exposure
            R-17 see LIMIT
            R-22 AKS writes the routes to pods; sekisho check presumes them and says so
            R-23 which source is seen: sekisho trace
            R-25 part of the recipe for AKS
            R-26 undecided, printed with each verdict
            R-27 undecided, the hop is the same
            R-28 a format of files
            R-29 see IPV6
            FW-2 see SHADOWED and CONFLICT, which look across types
            FW-4 the action of a collection is one, so its order changes log entries alone
            FW-5 the classic firewall has the same traps
            FW-10 see MASKED_THREAT_ALERTS
            FW-11 an allowlist allows nothing; trace says what it exempts from
            FW-12 a child cannot relax the mode; trace uses the stricter one
            FW-13 see TIER
            FW-17 Any with a port means TCP and UDP; trace and check say so
            FW-18 the validator's ICMP_PORTS
            FW-29 see NETWORK_RULE_BY_NAME; what is not HTTP, HTTPS or SQL is denied, which check says
            FW-30 the names on the wire: sekisho trace
            FW-31 a property of the client; trace says SniMissing
            FW-32 undecided, printed with each verdict
            FW-34 a port that no rule lists is denied, which check says
            FW-36 undecided, printed with each verdict
            FW-37 undecided, printed with each verdict
            FW-41 see TIER; the content of categories is not published
            FW-42 the content of tags is not published; presumed and printed
            FW-44 undecided, printed with each verdict
            FW-47 a property of probes, not of rules
            FW-48 after the rules; trace says what it drops
            FW-49 exempts from inspection alone
            FW-52 connections that exist
            FW-54 which public address is shown: sekisho trace
            FW-57 what a cluster needs: sekisho check
            FW-58 what a cluster needs: sekisho check
            NSG-1 the validator reads priorities
            NSG-2 what Azure adds by itself
            NSG-3 both groups are asked: sekisho trace
            NSG-4 connections that exist
            NSG-6 undecided, printed with each verdict
            NSG-11 admin rules come first: sekisho trace
            NSG-12 the validator reads both sides
            DNS-1 see OTHER_RESOLVER
            DNS-2 see OTHER_RESOLVER
            DNS-3 what the resolver says is given
            """;

    @Test
    void thePageListsEveryCodeWithAnExampleAndAFix() throws IOException {
        String page = Files.readString(PAGE);
        String expected = page.substring(0, page.indexOf(START) + START.length()) + table() + rules();
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

    /// Every rule of behaviour has a code, or a reason why it has none.
    private static String rules() {
        StringBuilder text = new StringBuilder(RULES)
                .append("\nWhat each rule of Azure's behaviour lets people fall into, and which code tells.\n")
                .append("\n| rule | found as |\n| --- | --- |\n");
        Map<String, String> reasons = WITHOUT.lines()
                .collect(Collectors.toMap(line -> line.split(" ", 2)[0], line -> line.split(" ", 2)[1]));
        for (String rule : numbers()) {
            List<String> codes = Stream.concat(
                    Stream.of(LintCode.values()).filter(code -> code.rule().equals(rule)).map(Enum::name),
                    Stream.of(ValidationCode.values()).filter(code -> code.rule().equals(rule)).map(Enum::name))
                    .map(code -> "`" + code + "`").toList();
            assertEquals(codes.isEmpty(), reasons.containsKey(rule), rule);
            text.append("| ").append(rule).append(" | ")
                    .append(codes.isEmpty() ? reasons.get(rule) : String.join(", ", codes)).append(" |\n");
        }
        return text.toString();
    }

    private static List<String> numbers() {
        return Stream.of(numbers("R", 29), numbers("FW", 62), numbers("NSG", 12), numbers("DNS", 3))
                .flatMap(List::stream).toList();
    }

    private static List<String> numbers(String kind, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(number -> kind + "-" + number).toList();
    }
}

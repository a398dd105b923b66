package dev.sekisho.simulator.explain;

import dev.sekisho.simulator.Environments;
import dev.sekisho.simulator.Flows;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.verdict.PathVerdict;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TraceTextTest {
    private static final PathInterpreter HUB = new PathInterpreter(Environments.hubAndSpokes());

    private static PathVerdict https(String name) {
        return HUB.evaluate(Flows.https("10.244.3.9", name), PathOptions.NONE.withEveryRule());
    }

    @Test
    void theFirstLineIsTheVerdictAndTheStagesFollowInOrder() {
        List<String> lines = TraceText.render(https("eu.images.example")).lines().toList();
        assertEquals("Allow by shop-policy/shop-web/shop-web-allows/images", lines.getFirst());
        List<String> stages = lines.stream().filter(line -> !line.isBlank() && !line.startsWith(" "))
                .map(line -> line.split(" {2,}")[0]).distinct().toList();
        assertTrue(stages.indexOf("source") < stages.indexOf("route"), stages::toString);
        assertTrue(stages.indexOf("route") < stages.indexOf("threat intelligence"), stages::toString);
        assertTrue(stages.indexOf("threat intelligence") < stages.indexOf("application rules"), stages::toString);
        assertTrue(stages.indexOf("application rules") < stages.indexOf("source translation"), stages::toString);
    }

    @Test
    void everyRuleThatMissedSaysOnWhat() {
        String text = TraceText.render(https("other.example"));
        assertTrue(text.contains("missed on target (other.example is not in it)"), text);
        assertTrue(text.contains("missed on protocol"), text);
    }

    @Test
    void rulesSayWhereTheyWereWritten() {
        String text = TraceText.render(https("eu.images.example"));
        assertTrue(text.lines().filter(line -> line.contains("rule images matches"))
                .allMatch(line -> line.matches(".*hub-and-spokes\\.yaml:\\d+:\\d+$")), text);
    }

    @Test
    void readingsAreSpelledOut() {
        assertTrue(TraceText.render(https("eu.images.example")).contains("  NSG-5   the tag VirtualNetwork includes"));
    }

    @Test
    void fieldsHoldTheSameAsTheVerdict() {
        PathVerdict verdict = https("eu.images.example");
        var fields = VerdictFields.of(verdict);
        assertEquals("Allow", fields.get("result"));
        assertEquals(List.of("NSG-5"), fields.get("assumptions"));
        assertEquals(verdict.basis().steps().size(), ((List<?>) fields.get("steps")).size());
        assertTrue(fields.get("firewall").toString().contains("rule=images"), fields::toString);
    }
}

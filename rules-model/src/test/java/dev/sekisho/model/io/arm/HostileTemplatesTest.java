package dev.sekisho.model.io.arm;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Templates that would run forever, fill the memory or overflow the stack if nothing stopped them.
class HostileTemplatesTest {
    private static String codes(Evaluated evaluated) {
        return String.join(" ",
                evaluated.diagnostics().all().stream().map(problem -> problem.code()).distinct().toList());
    }

    @Test
    void deepExpressionsAreRefused() {
        for (String expression : List.of("concat(".repeat(10_000) + "'a'" + ")".repeat(10_000),
                "createArray(1)" + "[0]".repeat(100_000), "concat(".repeat(100_000))) {
            Evaluated evaluated = Evaluated.output(expression);
            assertEquals("TEMPLATE_EXPRESSION", codes(evaluated));
        }
    }

    @Test
    void aHugeExpressionIsRead() {
        Evaluated evaluated = Evaluated.output("length(concat(" + "'a', ".repeat(200_000) + "'b'))");
        assertEquals("200001", evaluated.it());
        assertEquals(List.of(), evaluated.problems());
    }

    @Test
    void longChainsOfVariablesEndWithADiagnostic() {
        StringBuilder variables = new StringBuilder("\"v0\": \"end\"");
        for (int i = 1; i <= 20_000; i++) {
            variables.append(", \"v").append(i).append("\": \"[variables('v").append(i - 1).append("')]\"");
        }
        Evaluated evaluated = Evaluated.of("{\"variables\": {" + variables
                + "}, \"outputs\": {\"it\": {\"value\": \"[variables('v20000')]\"},"
                + "\"short\": {\"value\": \"[variables('v300')]\"}}}");
        assertEquals("TEMPLATE_TOO_DEEP", codes(evaluated));
        assertEquals("'end'", Evaluated.text(evaluated.template().outputs().get("short").orElseThrow()));
    }

    @Test
    void circlesAreReportedOnce() {
        Evaluated evaluated = Evaluated.of("""
                {"parameters": {"p": {"defaultValue": "[variables('a')]"}},
                 "variables": {"a": "[concat(variables('b'), '!')]", "b": {"c": "[parameters('P')]"}},
                 "functions": [{"namespace": "f", "members": {"x": {"output": {"value": "[f.x()]"}}}}],
                 "outputs": {"it": {"value": "[variables('a')]"}, "f": {"value": "[f.x()]"}}}
                """);
        assertEquals("TEMPLATE_CYCLE TEMPLATE_VALUE TEMPLATE_TOO_DEEP", codes(evaluated));
    }

    @Test
    void resourcesThatReferToEachOtherAreReported() {
        Evaluated evaluated = Evaluated.of("""
                {"resources": [
                 {"type": "A.B/c", "name": "one", "properties": {"x": "[reference('two').x]"}},
                 {"type": "A.B/c", "name": "two", "properties": {"x": "[reference('one').x]"}}]}
                """);
        assertEquals("TEMPLATE_CYCLE", codes(evaluated));
        assertEquals(2, evaluated.resources().size());
    }

    @Test
    void loopsAreBounded() {
        String huge = "{\"resources\": [{\"type\": \"A.B/c\", \"name\": \"x\", \"copy\": {\"name\": \"l\", \"count\": %s}}]}";
        for (String count : List.of("10000000", "801", "-1", "99999999999999999999", "\"many\"")) {
            Evaluated evaluated = Evaluated.of(huge.formatted(count));
            assertEquals(List.of("1:78 COPY_COUNT"), evaluated.problems());
            assertEquals(List.of("A.B/c x"), evaluated.resources());
        }
    }

    static Stream<String> explosions() {
        String inner = "lambda('c', 'n', %s)";
        return Stream.of(
                "reduce(range(0, 10000), 'a', " + inner.formatted("concat(lambdaVariables('c'), lambdaVariables('c'))")
                        + ")",
                "reduce(range(0, 10000), createArray(1), "
                        + inner.formatted("concat(lambdaVariables('c'), lambdaVariables('c'))") + ")",
                "reduce(range(0, 10000), createArray(), "
                        + inner.formatted("createArray(lambdaVariables('c'), lambdaVariables('c'))") + ")",
                "reduce(range(0, 10000), createArray(), " + inner.formatted("createArray(lambdaVariables('c'))") + ")",
                "reduce(range(0, 10000), createObject(), "
                        + inner.formatted("createObject('a', lambdaVariables('c'), 'b', lambdaVariables('c'))") + ")",
                "reduce(range(0, 10000), 'ab', " + inner.formatted("replace(lambdaVariables('c'), 'a', "
                        + "concat(lambdaVariables('c'), lambdaVariables('c')))") + ")",
                "reduce(range(0, 10000), '', " + inner.formatted(
                        "string(createArray(lambdaVariables('c'), lambdaVariables('c')))") + ")",
                "map(range(0, 10000), lambda('a', map(range(0, 10000), lambda('b', map(range(0, 10000), lambda('c', 1))))))",
                "length(map(range(0, 10000), lambda('a', range(0, 10000))))",
                "sort(range(0, 10000), lambda('a', 'b', less(length(range(0, 10000)), 1)))",
                "padLeft('a', 2000000000)",
                "join(range(0, 10000), string(range(0, 10000)))",
                "format('{0,9999}{0,9999}', 'a')",
                "uniqueString(string(range(0, 10000)), string(map(range(0, 10000), lambda('a', range(0, 100)))))");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("explosions")
    void valuesThatGrowWithoutEndAreStopped(String expression) {
        Evaluated evaluated = Evaluated.output(expression);
        assertTrue(evaluated.problems().isEmpty() || codes(evaluated).matches("(TEMPLATE_(VALUE|TOO_LARGE) ?)+"),
                evaluated.problems()::toString);
    }

    @Test
    void loopsInLoopsAreStopped() {
        Evaluated evaluated = Evaluated.of("""
                {"resources": [{"type": "A.B/c", "name": "[string(copyIndex())]", "copy": {"name": "l", "count": 800},
                  "properties": {"copy": [{"name": "p", "count": 800, "input": {
                    "copy": [{"name": "q", "count": 800, "input": "[copyIndex('p')]"}]}}]}}]}
                """);
        assertEquals("TEMPLATE_TOO_LARGE", codes(evaluated));
        Evaluated shared = Evaluated.of("""
                {"variables": {"big": "[range(0, 10000)]"}, "resources": [{"type": "A.B/c", "name": "x",
                  "properties": {"copy": [{"name": "p", "count": 800, "input": "[variables('big')]"}]}}]}
                """);
        assertEquals("TEMPLATE_TOO_LARGE", codes(shared));
    }

    @Test
    void aTemplateThatDeploysItselfIsStopped() {
        Evaluated evaluated = Evaluated.of("""
                {"variables": {"t": {"parameters": {"t": {}}, "resources": [{"type": "Microsoft.Resources/deployments",
                   "name": "again", "properties": {"expressionEvaluationOptions": {"scope": "inner"},
                   "parameters": {"t": {"value": "[[parameters('t')]"}}, "template": "[[parameters('t')]"}}]}},
                 "resources": [{"type": "Microsoft.Resources/deployments", "name": "first", "properties": {
                   "expressionEvaluationOptions": {"scope": "inner"}, "parameters": {"t": {"value": "[variables('t')]"}},
                   "template": "[variables('t')]"}}]}
                """);
        assertEquals("TEMPLATE_TOO_DEEP", codes(evaluated));
    }

    @Test
    void partsOfTheWrongKindAreReportedOrPassedOver() {
        for (String part : List.of("1", "\"[x\"", "null", "[]", "{}", "[[[]]]", "[{}]", "{\"a\": 1}",
                "\"[parameters('x')]\"",
                "[{\"type\": \"[copyIndex()]\"}]", "[{\"type\": \"a\", \"name\": []}]",
                "[{\"type\": \"A.B/c\", \"name\": {}}]")) {
            for (String key : List.of("parameters", "variables", "resources", "outputs", "functions", "definitions",
                    "$schema", "copy")) {
                Evaluated.of("{\"" + key + "\": " + part + "}");
                Evaluated.of("{\"resources\": [{\"type\": \"Microsoft.Resources/deployments\", \"name\": \"d\", \""
                        + key + "\": " + part + ", \"properties\": {\"template\": {\"" + key + "\": " + part + "}}}]}",
                        part);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damagedExpressionsNeverFail(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String alphabet = "abc'()[].,?09 -concat(parameters('x')createArray(if(true(),lambda('i',";
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(60); j > 0; j--) {
                int start = random.nextInt(alphabet.length());
                text.append(alphabet, start, Math.min(alphabet.length(), start + 1 + random.nextInt(8)));
            }
            Evaluated.output(text.toString());
        }
    }

    static Stream<Long> seeds() {
        return Stream.of(1L, 2L, 3L, 4L, 5L);
    }
}

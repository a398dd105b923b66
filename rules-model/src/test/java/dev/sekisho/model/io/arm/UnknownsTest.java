package dev.sekisho.model.io.arm;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// `p('x')` stands for a parameter without value.
class UnknownsTest {
    private static Evaluated output(String expression) {
        return Evaluated.of("{\"parameters\": {\"x\": {}, \"y\": {}}, \"outputs\": {\"it\": {\"value\": "
                + Evaluated.quoted("[" + expression.replaceAll("\\bp\\(", "parameters(") + "]") + "}}}");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "concat('a-', p('x'), '/b')         | <a-${parameters('x')}/b>",
            "format('a-{0}/{1}', p('x'), 'b')   | <a-${parameters('x')}/b>",
            "concat(p('x'))                     | <parameters('x')>",
            "join(createArray('a', p('x')), ';')| <a;${parameters('x')}>",
            "toUpper(p('x'))                    | <toUpper(parameters('x'))>",
            "toUpper(concat(p('x'), '!'))       | <toUpper('${parameters('x')}!')>",
            "split(p('x'), ',')[1]              | <split(parameters('x'), ',')[1]>",
            "p('x').a.b[0]['c d']               | <parameters('x').a.b[0]['c d']>",
            "createObject('a', 1)[p('x')]       | <{\"a\":1}[parameters('x')]>",
            "concat(createArray(1), p('x'))     | <concat([1], parameters('x'))>",
            "createArray(1, p('x'))             | [1, <parameters('x')>]",
            "concat(createArray(p('x')), createArray(2)) | [<parameters('x')>, 2]",
            "length(createArray(p('x')))        | 1",
            "contains(createArray(p('x'), 'a'), 'a')     | true",
            "contains(createArray(p('x'), 'a'), 'b')     | <contains([parameters('x'),'a'], 'b')>",
            "createObject('a', p('x')).A        | <parameters('x')>",
            "createObject(p('x'), 1)            | <createObject(parameters('x'), 1)>",
            "string(createArray(p('x')))        | <string([parameters('x')])>",
            "union(createObject('a', p('x')), createObject('b', 2)) | {a: <parameters('x')>, b: 2}",
            "intersection(createArray(p('x')), createArray(1))  | <intersection([parameters('x')], [1])>",
            "and(p('x'), false())               | false",
            "and(p('x'), true())                | <and(parameters('x'), true())>",
            "or(p('x'), true())                 | true",
            "or(p('x'), false())                | <or(parameters('x'), false())>",
            "not(p('x'))                        | <not(parameters('x'))>",
            "if(p('x'), 'a', 'b')               | <if(parameters('x'), 'a', 'b')>",
            "if(p('x'), 'a', 'a')               | 'a'",
            "equals(p('x'), p('X'))             | true",
            "equals(p('x'), p('y'))             | <equals(parameters('x'), parameters('y'))>",
            "equals(createArray(p('x'), 1), createArray(p('y'), 2)) | false",
            "equals(concat('a', p('x')), '')    | false",
            "equals(concat('a', p('x')), 1)     | false",
            "equals(concat('a', p('x')), 'ab')  | <equals('a${parameters('x')}', 'ab')>",
            "empty(concat('a', p('x')))         | false",
            "empty(concat(p('y'), p('x')))      | <empty('${parameters('y')}${parameters('x')}')>",
            "coalesce(p('x'), 'a')              | <coalesce(parameters('x'), 'a')>",
            "coalesce('a', p('x'))              | 'a'",
            "coalesce(null(), p('x'))           | <parameters('x')>",
            "tryGet(p('x'), 'a')                | <parameters('x').a>",
            "map(p('x'), lambda('i', 1))        | <map(parameters('x'), lambda('i', 1))>",
            "map(createArray(p('x')), lambda('i', concat('a', lambdaVariables('i')))) | [<a${parameters('x')}>]",
            "filter(createArray(p('x'), 1), lambda('i', equals(lambdaVariables('i'), 1))) | "
                    + "<filter([parameters('x'),1], lambda('i', equals(lambdaVariables('i'), 1)))>",
            "map(p('x'), lambda('i', concat(lambdaVariables('i'), toUpper('b'), p('y')))) | "
                    + "<map(parameters('x'), lambda('i', concat(lambdaVariables('i'), 'B', parameters('y'))))>",
            "map(createArray('a'), lambda('o', map(p('x'), lambda('i', lambdaVariables('o'))))) | "
                    + "[<map(parameters('x'), lambda('i', 'a'))>]",
            "range(0, p('x'))                   | <range(0, parameters('x'))>",
            "first(createArray(p('x'), 'b'))    | <parameters('x')>",
            "cidrSubnet(p('x'), 24, 0)          | <cidrSubnet(parameters('x'), 24, 0)>",
            "resourceId('Microsoft.Network/routeTables', p('x')) | "
                    + "</subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-hub/providers/"
                    + "Microsoft.Network/routeTables/${parameters('x')}>"})
    void flowOnUnderANameThatSaysWhatTheyAre(String expression, String result) {
        Evaluated evaluated = output(expression);
        assertEquals(result, evaluated.it());
        assertTrue(evaluated.problems().stream().allMatch(problem -> problem.endsWith("PARAMETER_WITHOUT_VALUE")),
                evaluated.problems()::toString);
    }

    @Test
    void longNamesAreCutAndStayDifferent() {
        String one = output("toUpper(concat(p('x'), '" + "a".repeat(300) + "1'))").it();
        String two = output("toUpper(concat(p('x'), '" + "a".repeat(300) + "2'))").it();
        assertNotEquals(one, two);
        assertTrue(one.length() < 260, one);
        assertEquals(one, output("toUpper(concat(p('x'), '" + "a".repeat(300) + "1'))").it());
    }

    @Test
    void aParameterOfANestedTemplateIsNotThatOfTheOuterOne() {
        Evaluated evaluated = Evaluated.of("""
                {"parameters": {"x": {}},
                 "resources": [{"type": "Microsoft.Resources/deployments", "name": "inner", "properties": {
                   "expressionEvaluationOptions": {"scope": "inner"},
                   "template": {"parameters": {"x": {"type": "securestring"}}, "resources": [
                     {"type": "Microsoft.Network/ipGroups", "name": "g", "properties": {
                       "ipAddresses": ["[parameters('x')]"]}}]}}}],
                 "outputs": {"it": {"value": "[parameters('x')]"}}}
                """);
        assertEquals("<parameters('x')>", evaluated.it());
        assertEquals("{ipAddresses: [<parameters('x') of the deployment 'inner'>]}", evaluated.properties("g"));
    }

    @Test
    void aResourceOfUnknownConditionIsKeptAndReported() {
        Evaluated evaluated = Evaluated.of("""
                {"parameters": {"x": {}, "name": {}}, "resources": [
                 {"type": "Microsoft.Network/ipGroups", "name": "[concat(parameters('name'), '-g')]",
                  "condition": "[parameters('x')]"}]}
                """);
        assertEquals(List.of("Microsoft.Network/ipGroups ${parameters('name')}-g"), evaluated.resources());
        assertEquals(List.of("1:22 PARAMETER_WITHOUT_VALUE", "1:34 PARAMETER_WITHOUT_VALUE", "2:2 UNKNOWN_CONDITION"),
                evaluated.problems());
    }

    @Test
    void aLoopOfUnknownLengthIsOneResourceOrAnUnknownList() {
        Evaluated evaluated = Evaluated.of("""
                {"parameters": {"n": {}}, "resources": [
                 {"type": "Microsoft.Network/ipGroups", "name": "[format('g{0}', copyIndex())]",
                  "copy": {"name": "groups", "count": "[parameters('n')]"},
                  "properties": {"copy": [{"name": "ipAddresses", "count": "[parameters('n')]", "input": "10.0.0.1"}]}}]}
                """);
        assertEquals(List.of("Microsoft.Network/ipGroups g${copyIndex('groups')}"), evaluated.resources());
        assertEquals("{ipAddresses: <copy('ipAddresses', parameters('n'))>}",
                evaluated.properties("g${copyIndex('groups')}"));
        assertEquals(List.of("1:22 PARAMETER_WITHOUT_VALUE", "3:39 UNKNOWN_COUNT", "4:60 UNKNOWN_COUNT"),
                evaluated.problems());
    }

    @Test
    void whatIsMadeOfAStandInDoesNotLookReal() {
        Evaluated evaluated = Evaluated.of(DeploymentContext.UNSAID, """
                {"outputs": {"it": {"value": ["[uniqueString(resourceGroup().id)]", "[resourceGroup().location]",
                  "[resourceGroup().tags.owner]", "[uniqueString('fixed')]"]}}}
                """);
        assertEquals("[<uniqueString('/subscriptions/" + DeploymentContext.SUBSCRIPTION + "/resourceGroups/"
                + DeploymentContext.RESOURCE_GROUP + "')>, <resourceGroup().location>, <resourceGroup().tags.owner>, "
                + "'owx34bz5lo5ti']".replace("owx34bz5lo5ti", unique("fixed")), evaluated.it());
        assertEquals(List.of(), evaluated.problems());
    }

    private static String unique(String text) {
        return Evaluated.output("uniqueString('" + text + "')").it().replace("'", "");
    }
}

package dev.sekisho.model.io.arm;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ResourcesTest {
    private static final String GROUP = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-hub";

    @Test
    void childrenAreLiftedOutInBothSpellings() {
        Evaluated evaluated = Evaluated.of("""
                {"resources": [
                 {"type": "Microsoft.Network/firewallPolicies", "name": "fp", "dependsOn": ["x"], "resources": [
                  {"type": "ruleCollectionGroups", "name": "inside", "properties": {"priority": 100}},
                  {"type": "Microsoft.Network/firewallPolicies/ruleCollectionGroups", "name": "fp/full"},
                  {"type": "Microsoft.Insights/diagnosticSettings", "name": "logs"},
                  {"type": "providers/locks", "name": "Microsoft.Authorization/keep"}]},
                 {"type": "Microsoft.Network/firewallPolicies/ruleCollectionGroups", "name": "fp/outside",
                  "comments": "no", "tags": {"a": "b"}}]}
                """);
        assertEquals(List.of(), evaluated.problems());
        assertEquals(List.of("Microsoft.Network/firewallPolicies fp",
                "Microsoft.Network/firewallPolicies/ruleCollectionGroups fp/inside",
                "Microsoft.Network/firewallPolicies/ruleCollectionGroups fp/full",
                "Microsoft.Insights/diagnosticSettings logs",
                "Microsoft.Network/firewallPolicies/providers/locks fp/Microsoft.Authorization/keep",
                "Microsoft.Network/firewallPolicies/ruleCollectionGroups fp/outside"), evaluated.resources());
        assertEquals("{name: 'inside', type: 'Microsoft.Network/firewallPolicies/ruleCollectionGroups', "
                + "properties: {priority: 100}}", Evaluated.text(evaluated.resource("fp/inside").body()));
        assertEquals(GROUP + "/providers/Microsoft.Network/firewallPolicies/fp/ruleCollectionGroups/inside",
                evaluated.resource("fp/inside").id().orElseThrow());
        assertEquals("{name: 'outside', type: 'Microsoft.Network/firewallPolicies/ruleCollectionGroups', "
                + "tags: {a: 'b'}}", Evaluated.text(evaluated.resource("fp/outside").body()));
    }

    @Test
    void loopsMakeOneResourceForEachIndex() {
        Evaluated evaluated = Evaluated.of("""
                {"variables": {"n": 2}, "resources": [
                 {"type": "Microsoft.Network/ipGroups", "name": "[concat('g', copyIndex(1))]",
                  "copy": {"name": "groups", "count": "[variables('n')]", "mode": "serial", "batchSize": 1},
                  "properties": {
                   "ipAddresses": "[range(copyIndex('groups'), 2)]",
                   "copy": [{"name": "pairs", "count": 2, "input": {
                     "outer": "[copyIndex('groups')]", "inner": "[copyIndex('pairs', 10)]", "plain": "[copyIndex()]",
                     "copy": [{"name": "deep", "count": 1, "input": "[add(copyIndex('pairs'), copyIndex('deep'))]"}]
                   }}]}},
                 {"type": "Microsoft.Network/ipGroups", "name": "none", "copy": {"name": "no", "count": 0}}]}
                """);
        assertEquals(List.of(), evaluated.problems());
        assertEquals(List.of("Microsoft.Network/ipGroups g1", "Microsoft.Network/ipGroups g2"), evaluated.resources());
        assertEquals("{ipAddresses: [1, 2], pairs: [{outer: 1, inner: 10, plain: 1, deep: [0]}, "
                + "{outer: 1, inner: 11, plain: 1, deep: [1]}]}", evaluated.properties("g2"));
    }

    @Test
    void variablesHaveLoopsAndUseEachOtherInAnyOrder() {
        Evaluated evaluated = Evaluated.of("""
                {"variables": {
                  "last": "[concat(variables('FIRST'), '!')]",
                  "first": "[variables('names')[1].name]",
                  "copy": [{"name": "names", "count": 2, "input": {"name": "[format('n{0}', copyIndex('names'))]"}}],
                  "object": {"copy": [{"name": "list", "count": 2, "input": "[copyIndex('list')]"}], "[variables('first')]": 1},
                  "unused": "[nonsense("},
                 "outputs": {"it": {"value": ["[variables('last')]", "[variables('object')]"]},
                  "looped": {"copy": {"count": 2, "input": "[mul(copyIndex(), 5)]"}},
                  "off": {"condition": false, "value": "[fail()]"}}}
                """);
        assertEquals(List.of(), evaluated.problems());
        assertEquals("['n1!', {list: [0, 1], n1: 1}]", evaluated.it());
        assertEquals("[0, 5]", Evaluated.text(evaluated.template().outputs().get("looped").orElseThrow()));
    }

    @Test
    void conditionsDecideAndWhatIsNotDeployedIsToldSeparately() {
        Evaluated evaluated = Evaluated.of("""
                {"parameters": {"on": {"type": "bool", "defaultValue": false}}, "resources": [
                 {"type": "Microsoft.Network/ipGroups", "name": "yes", "condition": "[not(parameters('on'))]"},
                 {"type": "Microsoft.Network/ipGroups", "name": "no", "condition": "[parameters('on')]"},
                 {"type": "Microsoft.Resources/deployments", "name": "d", "condition": false, "properties": {"template": {
                  "resources": [{"type": "Microsoft.Network/routeTables", "name": "rt",
                   "properties": {"x": "[fail('not reported')]"}}]}}}]}
                """);
        assertEquals(List.of("Microsoft.Network/ipGroups yes"), evaluated.resources());
        assertEquals(List.of("Microsoft.Network/ipGroups no", "Microsoft.Network/routeTables rt"),
                evaluated.template().notDeployed().stream().map(Object::toString).toList());
        assertEquals(List.of("1:1 NOT_DEPLOYED"), evaluated.problems());
    }

    @Test
    void symbolicNamesAndExistingResourcesAreUnderstood() {
        Evaluated evaluated = Evaluated.of("""
                {"languageVersion": "2.0", "resources": {
                  "hub": {"existing": true, "type": "Microsoft.Network/virtualNetworks", "name": "vnet-hub"},
                  "groups": {"copy": {"name": "groups", "count": 2}, "type": "Microsoft.Network/ipGroups",
                    "name": "[format('g{0}', copyIndex())]", "properties": {"ipAddresses": ["[format('10.0.0.{0}', copyIndex())]"]}},
                  "app": {"import": "graph", "type": "Microsoft.Graph/applications@v1.0", "properties": {}},
                  "rt": {"type": "Microsoft.Network/routeTables", "name": "rt", "properties": {
                    "one": "[reference('groups[1]').ipAddresses[0]]",
                    "all": "[map(references('groups', 'full'), lambda('g', lambdaVariables('g').properties.ipAddresses[0]))]",
                    "hub": "[reference('hub').addressSpace.addressPrefixes[0]]",
                    "id": "[resourceInfo('hub').id]"}}}}
                """);
        assertEquals(List.of("5:10 TEMPLATE_EXTENSION"), evaluated.problems());
        assertEquals(List.of("Microsoft.Network/ipGroups g0", "Microsoft.Network/ipGroups g1",
                "Microsoft.Network/routeTables rt"), evaluated.resources());
        assertEquals("{one: '10.0.0.1', all: ['10.0.0.0', '10.0.0.1'], "
                + "hub: <reference('Microsoft.Network/virtualNetworks/vnet-hub').addressSpace.addressPrefixes[0]>, "
                + "id: '" + GROUP + "/providers/Microsoft.Network/virtualNetworks/vnet-hub'}",
                evaluated.properties("rt"));
    }

    @Test
    void functionsOfTheTemplateSeeTheirOwnParametersOnly() {
        Evaluated evaluated = Evaluated.of("""
                {"parameters": {"name": {"defaultValue": "outer"}},
                 "functions": [{"namespace": "contoso", "members": {
                   "wrap": {"parameters": [{"name": "name", "type": "string"}, {"name": "with", "type": "string"}],
                     "output": {"type": "string", "value": "[concat(parameters('with'), parameters('NAME'), parameters('with'))]"}},
                   "twice": {"parameters": [{"name": "x"}], "output": {"value": {"a": "[contoso.wrap(parameters('x'), '*')]"}}}}}],
                 "outputs": {"it": {"value": ["[contoso.wrap(parameters('name'), '-')]", "[Contoso.TWICE('y').a]"]}}}
                """);
        assertEquals(List.of(), evaluated.problems());
        assertEquals("['-outer-', '*y*']", evaluated.it());
    }

    @Test
    void parametersHaveDefaultsNullsAndAllowedValues() {
        Evaluated evaluated = Evaluated.of("""
                {"parameters": {
                   "a": {"type": "string", "defaultValue": "[toUpper(parameters('b'))]"},
                   "b": {"type": "string", "defaultValue": "b"},
                   "c": {"type": "string", "nullable": true},
                   "d": {"$ref": "#/definitions/maybe"},
                   "e": {"type": "string", "defaultValue": "z", "allowedValues": ["x", "y"]}},
                 "definitions": {"maybe": {"type": "object", "nullable": true}},
                 "outputs": {"it": {"value": ["[parameters('a')]", "[parameters('c')]", "[parameters('d').?x.y]",
                   "[parameters('e')]"]}}}
                """, "{\"parameters\": {\"B\": {\"value\": \"given\"}, \"a\": {\"value\": null}}}");
        assertEquals("['GIVEN', null, null, 'z']", evaluated.it());
        assertEquals(List.of("6:9 PARAMETER_NOT_ALLOWED"), evaluated.problems());
    }

    @Test
    void textsThatOnlyLookLikeExpressionsStayTexts() {
        Evaluated evaluated = Evaluated.of("""
                // a comment
                {"outputs": {"it": {"value": ["[[escaped]", "[not one", "not one]", "plain", "[
                    concat('over', /* not a comment inside of a text */
                ", "[concat('it''s ',
                    'long')]", "[ parameters ( 'x' ) . a [ 0 ] ]", 5, 2.50, true, null]}},
                 /* another */ "parameters": {"x": {"defaultValue": {"a": ["v"]}}},}
                """);
        assertEquals("['[escaped]', '[not one', 'not one]', 'plain', '[\n"
                + "    concat('over', /* not a comment inside of a text */\n', 'it's long', 'v', 5, 2.50, true, null]",
                evaluated.it());
        assertEquals(List.of(), evaluated.problems());
    }
}

package dev.sekisho.model.io.arm;

import dev.sekisho.model.io.arm.expression.TemplateFunction;
import dev.sekisho.model.io.arm.function.StandardFunctions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// One line for each function and each of its corners: an expression and what it gives. Most expectations are the examples of
/// Microsoft's pages about the functions.
class FunctionsTest {
    private static final String RESULTS = """
            and(true(), false()) => false
            and(true(), true(), true()) => true
            or(false(), true()) => true
            or(false(), false()) => false
            not(false()) => true
            if(true(), 'a', 'b') => 'a'
            if(false(), fail('never'), 'b') => 'b'
            bool('True') => true
            bool(0) => false
            bool('0') => false
            true() => true
            false() => false
            null() => null
            coalesce(null(), null(), 7) => 7
            coalesce(null()) => null
            equals('a', 'A') => false
            equals(createArray(1, 2), createArray(1, 2)) => true
            equals(createObject('a', 1, 'b', 2), createObject('b', 2, 'A', 1)) => true
            equals(1, '1') => false
            equals(null(), null()) => true
            less(1, 2) => true
            less('B', 'a') => true
            lessOrEquals(2, 2) => true
            greater('b', 'a') => true
            greaterOrEquals(1, 2) => false

            add(5, 3) => 8
            sub(7, 3) => 4
            mul(5, -3) => -15
            div(8, 3) => 2
            mod(7, 3) => 1
            int('4') => 4
            int(4) => 4
            float('3.5') => 3.5
            float(3) => 3
            min(createArray(0, 3, 2, 5, 4)) => 0
            max(0, 3, 2, 5, 4) => 5

            toLower('One TWO') => 'one two'
            toUpper('One two') => 'ONE TWO'
            trim('    one two three   ') => 'one two three'
            startsWith('abcdef', 'AB') => true
            endsWith('abcdef', 'EF') => true
            endsWith('abcdef', 'e') => false
            replace('123-123-1234', '-', '') => '1231231234'
            split('one,two,three', ',') => ['one', 'two', 'three']
            split('one;two,three', createArray(',', ';')) => ['one', 'two', 'three']
            split('a,,b', ',') => ['a', '', 'b']
            split('', ',') => ['']
            join(createArray('one', 'two', 3), ',') => 'one,two,3'
            join(createArray(), ',') => ''
            substring('one two three', 4, 3) => 'two'
            substring('one two three', 4) => 'two three'
            padLeft('123', 10, '0') => '0000000123'
            padLeft(5, 3) => '  5'
            padLeft('12345', 3, '0') => '12345'
            string(createObject('a', 1, 'b', createArray('x', null(), true()))) => '{"a":1,"b":["x",null,true]}'
            string('it''s') => 'it's'
            string(5) => '5'
            format('{0}, {1}. Formatted number: {2:N0}', 'Hello', 'User', 8175133) => 'Hello, User. Formatted number: 8,175,133'
            format('{{0}} {0}', 'a') => '{0} a'
            format('vm-{0:D3}|{0:000}|{0:X2}|{1,4}|{1,-4}|', 7, 'ab') => 'vm-007|007|07|  ab|ab  |'
            format('{0}', true()) => 'True'

            base64('one, two, three') => 'b25lLCB0d28sIHRocmVl'
            base64ToString('b25lLCB0d28sIHRocmVl') => 'one, two, three'
            base64ToJson('eyJvbmUiOiAiYSIsICJ0d28iOiAiYiJ9') => {one: 'a', two: 'b'}
            json('{"a": [1, 2.5, null]}') => {a: [1, 2.5, null]}
            json('null') => null
            json('"text"') => 'text'
            dataUri('Hello') => 'data:text/plain;charset=utf8;base64,SGVsbG8='
            dataUriToString('data:;base64,SGVsbG8sIFdvcmxkIQ==') => 'Hello, World!'
            dataUriToString('data:,a%20b') => 'a b'
            uri('http://contoso.org/firstpath', 'myscript.sh') => 'http://contoso.org/myscript.sh'
            uri('http://contoso.org/firstpath/', 'myscript.sh') => 'http://contoso.org/firstpath/myscript.sh'
            uri('http://contoso.org/firstpath/azuredeploy.json', 'myscript.sh') => 'http://contoso.org/firstpath/myscript.sh'
            uri('http://contoso.org', 'a.json') => 'http://contoso.org/a.json'
            uriComponent('http://contoso.com/a b') => 'http%3A%2F%2Fcontoso.com%2Fa%20b'
            uriComponentToString('http%3A%2F%2Fcontoso.com%2Fa%20b') => 'http://contoso.com/a b'
            uniqueString('hello', 'world') => 'a7wkljktk6wne'
            guid('a', 'b', 'c') => 'a98fa280-e03f-5afa-8d8e-92d0a9c201e8'

            createArray('a', 'b') => ['a', 'b']
            createArray() => []
            array('a') => ['a']
            array(createArray('a')) => ['a']
            concat('prefix-', 5) => 'prefix-5'
            concat(createArray(1), createArray(2, 3)) => [1, 2, 3]
            contains('OneTwoThree', 'e') => true
            contains('OneTwoThree', 'ONE') => false
            contains(createObject('One', 1), 'oNE') => true
            contains(createArray('one', 'two'), 'three') => false
            empty('') => true
            empty(createObject('a', 1)) => false
            empty(null()) => true
            length('13 characters') => 13
            length(createArray('a', 'b')) => 2
            length(createObject('a', 1)) => 1
            first(createArray('one', 'two')) => 'one'
            first('One') => 'O'
            first(createArray()) => null
            last(createArray('one', 'two')) => 'two'
            last('One') => 'e'
            skip(createArray('one', 'two', 'three'), 2) => ['three']
            skip('one two', 4) => 'two'
            skip('one', 9) => ''
            take(createArray('one', 'two', 'three'), 2) => ['one', 'two']
            take('one two', 3) => 'one'
            take('one', -1) => ''
            indexOf('test', 'T') => 0
            indexOf(createArray('a', 'B'), 'b') => -1
            lastIndexOf('test', 't') => 3
            lastIndexOf(createArray('a', 'b', 'a'), 'a') => 2
            flatten(createArray(createArray('one', 'two'), createArray('three'))) => ['one', 'two', 'three']
            range(5, 3) => [5, 6, 7]
            range(0, 0) => []

            union(createArray('one', 'two', 'three'), createArray('three', 'four')) => ['one', 'two', 'three', 'four']
            union(json('{"p": {"one": "a", "three": "c1"}, "n": [1, 2]}'), json('{"p": {"three": "c2"}, "n": [3]}')) => {p: {one: 'a', three: 'c2'}, n: [3]}
            intersection(createArray('one', 'two', 'three'), createArray('two', 'three')) => ['two', 'three']
            intersection(json('{"one": "a", "two": "b", "three": "c"}'), json('{"one": "a", "two": "z", "three": "c"}')) => {one: 'a', three: 'c'}
            shallowMerge(createArray(json('{"a": {"b": 1}}'), json('{"a": {"c": 2}, "d": 3}'))) => {a: {c: 2}, d: 3}

            createObject('a', 1, 'b', createArray()) => {a: 1, b: []}
            items(createObject('item002', 200, 'item001', 300)) => [{key: 'item001', value: 300}, {key: 'item002', value: 200}]
            objectKeys(createObject('b', 1, 'a', 2)) => ['a', 'b']
            tryGet(createObject('a', 5), 'a') => 5
            tryGet(createObject('a', 5), 'b', 'c') => null
            tryGet(createArray('x'), 3) => null
            tryGet(null(), 'a') => null
            tryGet(createObject('a', createObject('b', 6)), 'a', 'b') => 6
            indexFromEnd(createArray('a', 'b', 'c'), 1) => 'c'
            tryIndexFromEnd(createArray('a', 'b', 'c'), 4) => null

            map(createArray(1, 2), lambda('n', add(lambdaVariables('n'), 10))) => [11, 12]
            map(createArray('a', 'b'), lambda('s', 'i', format('{0}{1}', lambdaVariables('s'), lambdaVariables('i')))) => ['a0', 'b1']
            filter(range(0, 6), lambda('n', equals(mod(lambdaVariables('n'), 2), 0))) => [0, 2, 4]
            reduce(createArray(5, 3, 2, 8), 0, lambda('cur', 'next', add(lambdaVariables('cur'), lambdaVariables('next')))) => 18
            reduce(createArray(5, 3), 0, lambda('cur', 'next', 'i', add(lambdaVariables('cur'), lambdaVariables('i')))) => 1
            sort(createArray(8, 3, 10, -13, 5), lambda('l', 'r', less(lambdaVariables('l'), lambdaVariables('r')))) => [-13, 3, 5, 8, 10]
            toObject(createArray('x', 'y'), lambda('e', toUpper(lambdaVariables('e')))) => {X: 'x', Y: 'y'}
            toObject(createArray('x', 'y'), lambda('e', lambdaVariables('e')), lambda('e', length(lambdaVariables('e')))) => {x: 1, y: 1}
            groupBy(createArray('foo', 'bar', 'baz'), lambda('x', substring(lambdaVariables('x'), 0, 1))) => {f: ['foo'], b: ['bar', 'baz']}
            mapValues(createObject('foo', 'foo'), lambda('v', toUpper(lambdaVariables('v')))) => {foo: 'FOO'}

            parseCidr('10.144.0.0/20') => {network: '10.144.0.0', netmask: '255.255.240.0', broadcast: '10.144.15.255', firstUsable: '10.144.0.1', lastUsable: '10.144.15.254', cidr: 20}
            parseCidr('fdad:3236:5555::/48') => {network: 'fdad:3236:5555::', netmask: 'ffff:ffff:ffff::', firstUsable: 'fdad:3236:5555::', lastUsable: 'fdad:3236:5555:ffff:ffff:ffff:ffff:ffff', cidr: 48}
            cidrSubnet('10.144.0.0/20', 24, 4) => '10.144.4.0/24'
            cidrSubnet('fdad:3236:5555::/48', 52, 3) => 'fdad:3236:5555:3000::/52'
            cidrHost('10.144.3.0/24', 0) => '10.144.3.1'
            cidrHost('10.144.3.0/24', 253) => '10.144.3.254'
            cidrHost('fdad:3236:5555:3000::/52', 4) => 'fdad:3236:5555:3000::5'

            dateTimeAdd('2020-04-07 14:53:14Z', 'P3Y') => '2023-04-07T14:53:14Z'
            dateTimeAdd('2020-04-07 14:53:14Z', '-P9D') => '2020-03-29T14:53:14Z'
            dateTimeAdd('2020-04-07T14:53:14Z', 'PT1H', 'yyyy-MM-dd HH:mm') => '2020-04-07 15:53'
            dateTimeFromEpoch(1683040573) => '2023-05-02T15:16:13Z'
            dateTimeToEpoch('2023-05-02T15:16:13Z') => 1683040573

            pickZones('Microsoft.Network', 'publicIPAddresses', 'japaneast') => <pickZones('Microsoft.Network', 'publicIPAddresses', 'japaneast')>
            toLogicalZone('s', 'japaneast', 'az1') => <toLogicalZone('s', 'japaneast', 'az1')>
            toLogicalZones('s', 'japaneast', createArray('az1')) => <toLogicalZones('s', 'japaneast', ['az1'])>
            toPhysicalZone('s', 'japaneast', '1') => <toPhysicalZone('s', 'japaneast', '1')>
            toPhysicalZones('s', 'japaneast', createArray('1')) => <toPhysicalZones('s', 'japaneast', ['1'])>
            providers('Microsoft.Network') => <providers('Microsoft.Network')>
            deployer() => <deployer()>
            deployer().objectId => <deployer().objectId>
            utcNow() => <utcNow()>
            newGuid() => <newGuid() of main.json:1:30>
            listKeys('id', '2023-01-01').keys[0].value => <listKeys('id', '2023-01-01').keys[0].value>
            listAccountSas('id', '2023-01-01', createObject('a', 1)) => <listAccountSas('id', '2023-01-01', {"a":1})>
            """;

    private static final String REFUSED = """
            fail('stop here') => ends the deployment: stop here
            lambda('x', 1) => stands where no function expects it
            toUpper() => takes 1 argument, but gets 0
            padLeft('a', 5, '0', 1) => takes 2 to 3 arguments, but gets 4
            format() => takes 1 or more arguments, but gets 0
            add(1, 'a') => needs a whole number as argument 2, but that is a text
            add(9223372036854775807, 1) => the result is no number of 64 bits
            div(1, 0) => the result is no number of 64 bits
            int('four') => cannot make a whole number
            substring('abc', 2, 5) => cannot take 5 characters from index 2 of a text of 3
            range(0, 10001) => makes 0 to 10000 numbers
            createObject('a') => needs names and values in turn
            json('{') => gets a text that is no JSON
            base64ToString('?') => not Base64
            format('{1}', 'a') => has a place for argument 1, but only 1 are given
            cidrSubnet('10.0.0.0/24', 26, 4) => finds no block 4: 10.0.0.0/24 has 4 of length 26
            cidrSubnet('10.0.0.0/24', 16, 0) => cannot cut 10.0.0.0/24 into blocks of length 16
            cidrHost('10.0.0.0/30', 2) => finds no host 2
            parseCidr('ten') => needs a block of addresses
            dateTimeAdd('today', 'P1D') => needs a date
            dateTimeAdd('2020-04-07', 'P') => needs a duration
            map(createArray(1), 'x') => needs a lambda as argument 2
            map(createArray(1), lambda('a', 'b', 'c', 1)) => needs a lambda with 1 or 2 variables
            filter(createArray(1), lambda('a', 1)) => needs a lambda that gives true or false
            lambdaVariables('x') => finds no variable 'x'
            copyIndex() => stands in no loop
            parameters('x') => finds no parameter 'x'
            createObject('alpha', 1).beta => finds no property 'beta' here: known are alpha
            createArray(1)[1] => finds no item 1 in an array of 1
            null().a => cannot take 'a' out of null
            resourceId('nothing', 'x') => needs a resource type
            resourceId('Microsoft.Network/virtualNetworks/subnets', 'x') => needs as many names as
            """;

    private static Stream<List<String>> lines(String table) {
        return table.lines().filter(line -> !line.isBlank()).map(line -> List.of(line.split(" => ", 2)));
    }

    static Stream<List<String>> results() {
        return lines(RESULTS);
    }

    static Stream<List<String>> refused() {
        return lines(REFUSED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("results")
    void givesWhatTheDocumentationSays(List<String> line) {
        Evaluated evaluated = Evaluated.output(line.getFirst());
        assertEquals(line.getLast(), evaluated.it());
        assertEquals(List.of(), evaluated.problems());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refusesWhatAzureWouldRefuse(List<String> line) {
        Evaluated evaluated = Evaluated.output(line.getFirst());
        assertTrue(evaluated.it().startsWith("<"), evaluated::it);
        assertEquals(List.of("1:30 TEMPLATE_VALUE"), evaluated.problems());
        String problem = evaluated.diagnostics().all().getFirst().problem();
        assertTrue(problem.contains(line.getLast()), problem);
    }

    @Test
    void everyFunctionHasItsLine() {
        String table = (RESULTS + REFUSED).toLowerCase(Locale.ROOT);
        assertEquals(List.of(), StandardFunctions.ALL.stream().map(TemplateFunction::name)
                .filter(name -> !table.contains(name.toLowerCase(Locale.ROOT) + "(")).toList());
        assertEquals(StandardFunctions.ALL.size(), StandardFunctions.ALL.stream()
                .map(function -> function.name().toLowerCase(Locale.ROOT)).distinct().count());
    }

    @Test
    void anUnknownFunctionIsReportedWithItsNeighbours() {
        Evaluated evaluated = Evaluated.output("concatt('a', 'b')");
        assertEquals("<concatt('a', 'b')>", evaluated.it());
        assertEquals(List.of("1:30 TEMPLATE_FUNCTION"), evaluated.problems());
        assertTrue(evaluated.diagnostics().all().getFirst().remedy().startsWith("did you mean 'concat'?"));
    }
}

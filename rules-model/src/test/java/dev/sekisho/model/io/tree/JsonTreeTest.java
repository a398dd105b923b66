package dev.sekisho.model.io.tree;

import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JsonTreeTest {
    private static Reading strict(String text) {
        return Reading.json(text, JsonTree.Dialect.STRICT);
    }

    @Test
    void everyKeyAndValueKnowsItsPlace() {
        Reading reading = strict("{\"a\": [1, -2.5e3, true],\n  \"b\": {\"c\": null, \"d\": \"e\"}}");
        assertEquals(List.of(), reading.problems());
        assertEquals("1:1{1:2'a'=1:7[1:8<1> 1:11<-2.5e3> 1:19<true>] "
                + "2:3'b'=2:8{2:9'c'=2:14<null> 2:20'd'=2:25'e'}}", reading.outline());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '`', delimiter = ';', value = {
            "{\"a\": [1, 2        ; 1:12 ; TRUNCATED_FILE ; the list opened with [ of line 1, column 7 is not closed",
            "{\"a\": \"x          ; 1:9  ; TRUNCATED_FILE ; a text in double quotes is not closed",
            "{\"a\": [1, 2,]}     ; 1:13 ; JSON_SYNTAX    ; ']' stands where a value is expected",
            "{\"a\": 1,}          ; 1:9  ; JSON_SYNTAX    ; '}' stands where a key in double quotes is expected",
            "{a: 1}               ; 1:2  ; JSON_SYNTAX    ; 'a' stands where a key in double quotes is expected",
            "{\"a\" 1}            ; 1:6  ; JSON_SYNTAX    ; '1' stands where ':' is expected",
            "{\"a\": 1 \"b\": 2}  ; 1:9  ; JSON_SYNTAX    ; stands where ',' is expected",
            "{\"a\": [1}          ; 1:9  ; JSON_SYNTAX    ; '}' closes nothing that is open here",
            "{\"a\": 017}         ; 1:7  ; JSON_SYNTAX    ; this is no JSON number",
            "{\"a\": +1}          ; 1:7  ; JSON_SYNTAX    ; this is no JSON number",
            "{\"a\": [tru]}       ; 1:8  ; JSON_SYNTAX    ; 'tru' is neither a number nor true, false or null",
            "{\"a\": NaN}         ; 1:7  ; JSON_SYNTAX    ; 'NaN' is neither a number nor true, false or null",
            "{\"a\": \"\\q\"}     ; 1:8  ; JSON_SYNTAX    ; this is no escape that JSON knows",
            "{\"a\": 'x'}         ; 1:7  ; JSON_SYNTAX    ; stands where a value is expected",
            "// c\\n{}            ; 1:1  ; JSON_SYNTAX    ; JSON has no comments",
            "{} {}                ; 1:4  ; JSON_SYNTAX    ; the JSON value has ended before this",
            "{\"a\":1,\"a\":2}    ; 1:8  ; DUPLICATE_KEY  ; 'a' is already given in line 1, column 2",
            "]                    ; 1:1  ; JSON_SYNTAX    ; ']' closes nothing that is open here",
            "``                   ; 1:1  ; EMPTY_FILE     ; this file is empty"})
    void saysInPlainWordsWhatIsWrongAndWhere(String text, String place, String code, String problem) {
        Reading reading = strict(text.replace("\\n", "\n"));
        assertEquals(List.of(place + " " + code), reading.problems(), reading::toString);
        assertTrue(reading.message().contains(problem), reading.message());
    }

    @Test
    void templatesMayHaveCommentsTrailingCommasAndTextsOfSeveralLines() {
        Reading reading = Reading.json("// c\n{\"a\": [1, /* two */ 2,],\n\"b\": \"x\ny\",}",
                JsonTree.Dialect.RELAXED);
        assertEquals(List.of(), reading.problems());
        assertEquals("2:1{2:2'a'=2:7[2:8<1> 2:21<2>] 3:1'b'=3:6'x\ny'}", reading.outline());
    }

    @Test
    void refusesEndlessNestingAndEndlessNumbers() {
        assertEquals(List.of("1:251 TOO_DEEP"), strict("[".repeat(100_000)).problems());
        assertEquals("JSON_SYNTAX", strict("[" + "1".repeat(100_000) + "]").all().getFirst().code());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void placesPointAtTheTextThatTheyStandFor(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        write(random, text, expected, 0);
        SourceFile file = SourceFile.of("t.json", text.toString());
        List<SourceLocation> places = new ArrayList<>();
        collect(strict(text.toString()).node().orElseThrow(), places);
        assertEquals(expected.size(), places.size());
        for (int i = 0; i < expected.size(); i++) {
            String line = file.line(places.get(i).line()).orElseThrow();
            String found = line.substring(line.offsetByCodePoints(0, places.get(i).column() - 1));
            assertTrue(found.startsWith(expected.get(i)), expected.get(i) + " at " + places.get(i) + " in " + text);
        }
    }

    private static void write(SplittableRandom random, StringBuilder text, List<String> expected, int depth) {
        switch (depth > 5 ? random.nextInt(2) : random.nextInt(depth < 2 ? 2 : 0, 5)) {
            case 0 -> token(random, text, expected, String.valueOf(random.nextInt(10_000)));
            case 1 -> token(random, text, expected, "\"é😀" + "z".repeat(random.nextInt(9_000)) + "\"");
            case 2, 3 -> {
                token(random, text, expected, "{");
                int size = random.nextInt(6);
                for (int i = 0; i < size; i++) {
                    token(random, text, expected, "\"k\\u00e9😀" + i + "\"");
                    text.append(i % 2 == 0 ? ":" : " : ");
                    write(random, text, expected, depth + 1);
                    text.append(i + 1 < size ? "," : "");
                }
                text.append("}");
            }
            default -> {
                token(random, text, expected, "[");
                int size = random.nextInt(8);
                for (int i = 0; i < size; i++) {
                    write(random, text, expected, depth + 1);
                    text.append(i + 1 < size ? "," : "");
                }
                text.append(random.nextBoolean() ? "]" : "\r\n]");
            }
        }
    }

    private static void token(SplittableRandom random, StringBuilder text, List<String> expected, String token) {
        text.append(switch (random.nextInt(6)) {
            case 0 -> "\n  ";
            case 1 -> " ".repeat(random.nextInt(3_000));
            default -> "";
        }).append(token);
        expected.add(token);
    }

    private static void collect(Node node, List<SourceLocation> places) {
        places.add(node.at());
        switch (node) {
            case Node.Mapping mapping -> mapping.entries().forEach(entry -> {
                places.add(entry.key().at());
                collect(entry.value(), places);
            });
            case Node.Sequence sequence -> sequence.items().forEach(item -> collect(item, places));
            case Node.Scalar ignored -> {}
        }
    }
}

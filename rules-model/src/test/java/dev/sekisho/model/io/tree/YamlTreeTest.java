package dev.sekisho.model.io.tree;

import dev.sekisho.model.diagnostic.Diagnostics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class YamlTreeTest {
    @Test
    void everyKeyAndValueKnowsItsPlace() {
        Reading reading = Reading.yaml("""
                a: 1
                bb: [x, 'y']
                c:
                  - {d: "e"}
                  - |
                    block
                """);
        assertEquals(List.of(), reading.problems());
        assertEquals("1:1{1:1<a>=1:4<1> 2:1<bb>=2:5[2:6<x> 2:9'y'] 3:1<c>=4:3[4:5{4:6<d>=4:9'e'} 5:5'block\n']}",
                reading.outline());
    }

    @Test
    void scalarsAreTextAsWritten() {
        assertEquals("1:1[1:2<no> 1:6<017> 1:11<1:30> 1:17<2026-08-21> 1:29<1e3> 1:34<~>]",
                Reading.yaml("[no, 017, 1:30, 2026-08-21, 1e3, ~]").outline());
    }

    @Test
    void onlyUnquotedNothingIsNull() {
        Node.Mapping mapping = (Node.Mapping) Reading.yaml("a:\nb: ~\nc: null\nd: 'null'\ne: ''\nf: nul\n").node()
                .orElseThrow();
        assertEquals("a b c", mapping.entries().stream().filter(entry -> ((Node.Scalar) entry.value()).isNull())
                .map(entry -> entry.key().text()).collect(Collectors.joining(" ")));
    }

    @Test
    void columnsCountCodePointsAlsoBehindAByteOrderMarkAndOddLineEnds() {
        assertEquals("1:1{1:1<😀é>=1:5<x> 2:1<k>=2:4<y> 3:1<l>=3:4<z>}",
                Reading.yaml("\uFEFF😀é: x\r\nk: y\rl: z").outline());
        assertTrue(Reading.yaml("[\"a\u2028b\", c]").outline().endsWith(" 1:9<c>]"));
    }

    @Test
    void aliasesAndMergeKeysAreFollowed() {
        Reading reading = Reading.yaml("base: &b {x: 1, y: 2}\nuse:\n  <<: *b\n  y: 3\nall: [*b]\n");
        assertEquals(List.of(), reading.problems());
        assertEquals("1:1{1:1<base>=1:7{1:11<x>=1:14<1> 1:17<y>=1:20<2>} "
                + "2:1<use>=3:3{4:3<y>=4:6<3> 1:11<x>=1:14<1>} 5:1<all>=5:6[1:7{1:11<x>=1:14<1> 1:17<y>=1:20<2>}]}",
                reading.outline());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '`', delimiter = ';', value = {
            "a: [1, 2                ; 1:9  ; TRUNCATED_FILE   ; the list opened with [ in line 1, column 4",
            "a: {b: 1                ; 1:9  ; TRUNCATED_FILE   ; the mapping opened with { in line 1, column 4",
            "a: \"b\\n  c            ; 2:4  ; TRUNCATED_FILE   ; the quote opened in line 1, column 4",
            "a:\\n\\tb: 1            ; 2:1  ; TAB_INDENTATION  ; a tab stands where YAML allows only spaces",
            "a: b: c                 ; 1:5  ; YAML_SYNTAX      ; a ':' is not allowed here",
            "a:\\n  b: 1\\n c: 2     ; 3:2  ; YAML_SYNTAX      ; the mapping that begins in line 1, column 1",
            "a: @x                   ; 1:4  ; YAML_SYNTAX      ; a value cannot begin with '@'",
            "a: `x                   ; 1:4  ; YAML_SYNTAX      ; a value cannot begin with",
            "a: 'x' y                ; 1:8  ; YAML_SYNTAX      ; the value has ended before this",
            "a: [1\\nb: 2            ; 2:2  ; YAML_SYNTAX      ; ',' or ']' expected in the list that begins in line 1",
            "a: - b                  ; 1:4  ; YAML_SYNTAX      ; a list item ('- ') is not allowed here",
            "a: \"\\q\"              ; 1:6  ; YAML_SYNTAX      ; a backslash inside double quotes",
            "- a\\nb: c              ; 2:1  ; YAML_SYNTAX      ; the list that begins in line 1, column 1",
            "a: *x                   ; 1:4  ; BAD_ALIAS        ; there is no anchor &x above",
            "a: &x [*x]              ; 1:8  ; BAD_ALIAS        ; refers to what it is part of",
            "a: !!java.net.URL [x]   ; 1:4  ; YAML_TAG         ; the tag '!!java.net.URL' is not allowed",
            "a: 1\\nb: 2\\na: 3      ; 3:1  ; DUPLICATE_KEY    ; 'a' is already given in line 1, column 1",
            "a: 1\\n---\\nb: 2       ; 3:1  ; SEVERAL_DOCUMENTS; a second document begins here",
            "? [a]\\n: b             ; 1:3  ; BAD_KEY          ; a list cannot be a key here",
            "<<: 3                   ; 1:5  ; BAD_MERGE        ; << merges mappings",
            "# nothing               ; 1:1  ; EMPTY_FILE       ; this file is empty"})
    void saysInPlainWordsWhatIsWrongAndWhere(String text, String place, String code, String problem) {
        Reading reading = Reading.yaml(text.replace("\\n", "\n").replace("\\t", "\t"));
        assertEquals(List.of(place + " " + code), reading.problems(), reading::toString);
        assertTrue(reading.message().contains(problem), reading.message());
    }

    @Test
    void refusesControlCharacters() {
        assertEquals(List.of("2:4 CONTROL_CHARACTER"), Reading.yaml("a: 1\nb: \u0007\n").problems());
    }

    @Test
    void goesOnAfterADuplicateKey() {
        assertEquals(List.of("2:1 DUPLICATE_KEY", "4:3 DUPLICATE_KEY"),
                Reading.yaml("a: 1\na: 2\nb: {c: 1,\n  c: 2}\n").problems());
    }

    @Test
    void refusesAliasesThatGrowWithoutEnd() {
        String bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + IntStream.range(1, 30)
                .mapToObj(i -> "a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)))
                .collect(Collectors.joining());
        Reading reading = Reading.yaml(bomb);
        assertEquals("ALIAS_EXPANSION", reading.all().getFirst().code());
        assertEquals(1, reading.all().size());
        assertTrue(reading.node().isEmpty());
    }

    @Test
    void refusesEndlessNestingOfEitherStyle() {
        assertEquals(List.of("1:101 TOO_DEEP"), Reading.yaml("[".repeat(100_000)).problems());
        String indented = IntStream.range(0, 200).mapToObj(i -> " ".repeat(i) + "a:\n").collect(Collectors.joining());
        assertEquals(List.of("101:101 TOO_DEEP"), Reading.yaml(indented).problems());
    }

    @Test
    void refusesALineThatTheParserWouldTakeMinutesFor() {
        assertEquals(List.of("2:1 LINE_TOO_LONG"), Reading.yaml("a: 1\n" + ":".repeat(1 << 20)).problems());
        assertEquals(List.of(), Reading.yaml("a: " + "b ".repeat(100_000)).problems());
    }

    @Test
    void readsSeveralDocumentsWithPlacesInTheFile() {
        Diagnostics diagnostics = new Diagnostics();
        List<Node> documents = YamlTree.readAll(SourceFile.of("t.yaml", "---\na: 1\n---\n---\nb: 2\n...\n"),
                diagnostics);
        assertEquals(List.of("2:1{2:1<a>=2:4<1>}", "5:1{5:1<b>=5:4<2>}"),
                documents.stream().map(Reading::outline).toList());
        assertTrue(diagnostics.isEmpty());
    }

    @Test
    void aFileWithoutDocumentsIsWorthAWarningWhereSeveralAreAllowed() {
        Diagnostics diagnostics = new Diagnostics();
        assertEquals(List.of(), YamlTree.readAll(SourceFile.of("t.yaml", "# nothing yet\n"), diagnostics));
        assertEquals("EMPTY_FILE", diagnostics.all().getFirst().code());
        assertTrue(!diagnostics.hasErrors());
    }
}

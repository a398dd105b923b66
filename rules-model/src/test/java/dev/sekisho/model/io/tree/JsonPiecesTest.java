package dev.sekisho.model.io.tree;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JsonPiecesTest {
    private final Diagnostics diagnostics = new Diagnostics();

    private List<Node> read(String text) {
        return JsonTree.readPieces(SourceFile.of("pasted.json", text), diagnostics);
    }

    private List<String> codes() {
        return diagnostics.all().stream().map(Diagnostic::code).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"{\"a\": 1} | 1 | ``", "{\"a\": 1}{\"a\": 2} | 2 | ``",
            "{\"a\": 1}\\n{\"a\": 2}\\n | 2 | ``", "{\"a\": 1},\\n{\"a\": 2} | 1 | FRAGMENT",
            "{\"a\": 1}, | 1 | FRAGMENT",
            "\"rules\": [1], \"more\": 2 | 1 | FRAGMENT", "[1, 2,] // comment | 1 | ``",
            "{\"a\": 1} } | 0 | JSON_SYNTAX", "{\"a\": 1}, { | 0 | JSON_SYNTAX", "{\"a\": | 0 | TRUNCATED_FILE",
            "\"a\" \"b\" | 2 | ``", "{\"a\": 1, \"a\": 2} | 1 | DUPLICATE_KEY"})
    void severalValuesAreReadAsPeoplePasteThem(String text, int documents, String code) {
        assertEquals(documents, read(text.replace("\\n", "\n")).size(), diagnostics::toString);
        assertEquals(code == null || code.isEmpty() ? List.of() : List.of(code), codes(), diagnostics::toString);
    }

    @Test
    void placesInAFragmentAreThoseOfTheFile() {
        Node list = read("{\"a\": 1},\n  {\"b\": 2}").getFirst();
        List<Node> items = ((Node.Sequence) list).items();
        assertEquals("pasted.json:1:1", items.getFirst().at().toString());
        assertEquals("pasted.json:2:3", items.getLast().at().toString());
    }

    @Test
    void theLastOfTwoValuesForOneKeyHolds() {
        Node.Mapping mapping = (Node.Mapping) read("{\"a\": 1, \"a\": 2}").getFirst();
        assertTrue(mapping.get("a").orElseThrow() instanceof Node.Scalar scalar && scalar.text().equals("2"));
        assertTrue(diagnostics.toString().contains("warning"));
    }

    @Test
    void aFileOfTooManyValuesIsLeftAtThePlaceWhereItHasTooMany() {
        assertEquals(List.of(), read("[" + "1,".repeat(JsonTree.MOST_VALUES) + "1]"));
        assertEquals(List.of("TOO_MANY_VALUES"), codes());
        assertEquals("pasted.json:1:" + 2 * (long) JsonTree.MOST_VALUES, diagnostics.all().getFirst().at().toString());
    }
}

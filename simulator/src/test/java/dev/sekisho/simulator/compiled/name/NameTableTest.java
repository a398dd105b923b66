package dev.sekisho.simulator.compiled.name;

import dev.sekisho.model.name.FqdnPattern;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class NameTableTest {
    private static final String NAME = "a-first-label.and-another.of-a-name-with-more-words.example.com";

    /// Two names of one hash are hard to come by, so one name is looked up with the hash of another.
    @ParameterizedTest
    @ValueSource(ints = {0, 5, 20, 30, 37, 45, 60, 62})
    void anEqualHashDoesNotMakeAName(int changed) {
        NameTable table = NameTableBuilder.build(NameTrie.of(List.of(FqdnPattern.parse(NAME))));
        byte[] text = NAME.getBytes(StandardCharsets.US_ASCII);
        long[] words = SuffixHash.words(text);
        long hash = table.hash().of(words, text.length);
        assertNotEquals(NameTable.ROOT, table.find(hash, words, 0, 1, text.length));
        text[changed] ^= 1;
        assertEquals(NameTable.ROOT, table.find(hash, SuffixHash.words(text), 0, 1, text.length));
    }
}

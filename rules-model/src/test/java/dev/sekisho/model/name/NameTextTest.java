package dev.sekisho.model.name;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NameTextTest {
    private static final String CHARACTERS = "az09-_.A@[`{/:*ü";

    /// The grammar as a regular expression: slow, and written in another way than the scan.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42})
    void knowsACanonicalNameWhenItSeesOne(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(7); length > 0; length--) {
                int kinds = random.nextInt(4) == 0 ? CHARACTERS.length() : 7;
                text.append(CHARACTERS.charAt(random.nextInt(kinds)));
            }
            assertEquals(text.toString().matches("[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*"),
                    NameText.isCanonical(text.toString()), text::toString);
        }
    }

    @Test
    void holdsLabelsAndNamesToTheirLengths() {
        String label = "a".repeat(63);
        assertTrue(NameText.isCanonical(label));
        assertFalse(NameText.isCanonical(label + "a"));
        assertTrue(NameText.isCanonical("x." + label + ".x"));
        assertFalse(NameText.isCanonical("x." + label + "a.x"));
        String name = (label + ".").repeat(3) + "b".repeat(61);
        assertTrue(NameText.isCanonical(name));
        assertFalse(NameText.isCanonical(name + "b"));
    }
}

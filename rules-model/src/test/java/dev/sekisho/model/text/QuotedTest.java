package dev.sekisho.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedTest {

    @Test
    void keepsShortTextAsItIs() {
        assertEquals("''", Quoted.of(""));
        assertEquals("'münchen.de'", Quoted.of("münchen.de"));
        assertEquals("'" + "x".repeat(80) + "'", Quoted.of("x".repeat(80)));
    }

    @Test
    void cutsLongTextWithoutSplittingACharacter() {
        assertEquals("'" + "x".repeat(80) + "…'", Quoted.of("x".repeat(81)));
        assertEquals("'" + "😀".repeat(80) + "…'", Quoted.of("😀".repeat(81)));
        assertEquals("'" + "😀".repeat(80) + "'", Quoted.of("😀".repeat(80)));
    }

    @Test
    void spellsOutWhatATerminalWouldObeyOrHide() {
        assertEquals("'\\u001b[31m'", Quoted.of("\u001b[31m"));
        assertEquals("'a\\u000ab'", Quoted.of("a\nb"));
        assertEquals("'a\\u202eb'", Quoted.of("a\u202eb"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "10, 10", "999999999, 999999999"})
    void readsPlainDecimalNumbers(String text, int number) {
        assertEquals(OptionalInt.of(number), Decimal.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "01", "-1", "+1", " 1", "1 ", "1e3", "/", ":", "0x1", "1000000000", "１", "٣"})
    void refusesEveryOtherNotation(String text) {
        assertEquals(OptionalInt.empty(), Decimal.read(text));
    }

    @Test
    void recognisesLeadingZeros() {
        assertTrue(Decimal.hasLeadingZero("00"));
        assertTrue(Decimal.hasLeadingZero("0129"));
        assertFalse(Decimal.hasLeadingZero("0"));
        assertFalse(Decimal.hasLeadingZero("10"));
        assertFalse(Decimal.hasLeadingZero("0x1"));
        assertFalse(Decimal.hasLeadingZero("0/8"));
        assertFalse(Decimal.hasLeadingZero(""));
    }
}

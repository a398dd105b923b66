package dev.sekisho.model.address;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DecimalTest {

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

package dev.sekisho.simulator.world;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TruthTest {

    @ParameterizedTest
    @CsvSource({"YES, YES, YES", "YES, UNKNOWN, UNKNOWN", "YES, NO, NO", "UNKNOWN, UNKNOWN, UNKNOWN", "UNKNOWN, NO, NO",
            "NO, NO, NO"})
    void bothMustHold(Truth one, Truth other, Truth both) {
        assertEquals(both, one.and(other));
        assertEquals(both, other.and(one));
    }

    @ParameterizedTest
    @CsvSource({"true, YES", "false, NO"})
    void whatIsKnownIsYesOrNo(boolean value, Truth truth) {
        assertEquals(truth, Truth.of(value));
    }
}

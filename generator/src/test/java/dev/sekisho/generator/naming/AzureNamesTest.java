package dev.sekisho.generator.naming;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AzureNamesTest {

    @Test
    void aPlainNameStaysAsItIs() {
        assertEquals("rcg-payments_1.x-core", AzureNames.of("rcg", "payments_1.x", "core"));
        assertEquals("events-amqp", AzureNames.of("events:amqp"));
    }

    @Test
    void aNameThatLosesACharacterIsMarkedSoThatNoTwoInputsShareIt() {
        String first = AzureNames.of("shop (test)");
        String second = AzureNames.of("shop [test]");
        assertTrue(first.matches("shop--test-+[0-9a-f]{8}"), first);
        assertNotEquals(first, second);
    }

    @Test
    void aLongNameLosesTheMiddleOfItsLongestPart() {
        String name = AzureNames.of("rc", "a".repeat(90), "monitor", "application");
        assertEquals(80, name.length());
        assertTrue(name.matches("rc-a+-[0-9a-f]{8}-monitor-application"), name);
    }

    @Test
    void aNameEndsInALetterADigitOrAnUnderscore() {
        assertTrue(AzureNames.of("rt", "pay.").matches("rt-pay-[0-9a-f]{8}"));
        assertEquals("rt-pay_", AzureNames.of("rt", "pay_"));
        assertTrue(AzureNames.of("---").matches("[A-Za-z0-9].*[A-Za-z0-9]"));
    }

    @Test
    void aScopeGivesNoNameTwiceWhateverTheCase() {
        AzureNames names = AzureNames.scope();
        String first = names.next("events:amqp");
        String second = names.next("Events-AMQP");
        String third = names.next("events-amqp");
        assertEquals("events-amqp", first);
        assertTrue(second.matches("Events-AMQP-[0-9a-f]{8}"), second);
        assertTrue(!second.equalsIgnoreCase(third) && third.matches("events-amqp-[0-9a-f]{8}"), third);
    }
}

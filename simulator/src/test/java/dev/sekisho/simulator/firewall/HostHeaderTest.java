package dev.sekisho.simulator.firewall;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class HostHeaderTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"a.example, a.example, -", "' a.example:8080 ', a.example, 8080",
            "a.example:, a.example, -", "a.example:x, a.example, -", "':80', '', 80", "'', '', -",
            "a.example:99999999999, a.example, -", "a.example:70000, a.example, 70000",
            "2001:db8::1, 2001:db8::1, -", "a:b:1, a:b:1, -", "[2001:db8::1], 2001:db8::1, -",
            "[2001:db8::1]:443, 2001:db8::1, 443", "[2001:db8::1]443, 2001:db8::1, -", "[], '', -", "[]:7, '', 7",
            "[2001:db8, [2001, -", "::, ::, -", "a.example:1:, a.example:1:, -"})
    void readsANameAndPerhapsAPort(String text, String name, Integer port) {
        assertEquals(new HostHeader(name, port == null ? OptionalInt.empty() : OptionalInt.of(port)),
                HostHeader.parse(text));
    }
}

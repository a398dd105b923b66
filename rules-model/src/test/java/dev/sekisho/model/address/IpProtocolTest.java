package dev.sekisho.model.address;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class IpProtocolTest {

    @ParameterizedTest
    @CsvSource({
            "TCP, 6, TCP, true", "tcp, 6, TCP, true", "6, 6, TCP, true", "Udp, 17, UDP, true", "ICMP, 1, ICMP, false",
            "icmpv6, 58, ICMPv6, false", "esp, 50, ESP, false", "ah, 51, AH, false", "47, 47, GRE, false",
            "0, 0, 0, false", "132, 132, 132, false", "255, 255, 255, false",
    })
    void readsNamesAndNumbers(String text, int number, String name, boolean ports) {
        IpProtocol protocol = IpProtocol.parse(text);
        assertEquals(new IpProtocol(number), protocol);
        assertEquals(name, protocol.toString());
        assertEquals(protocol, IpProtocol.parse(name));
        assertEquals(ports, protocol.hasPorts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Any", "*", "256", "-1", "06", "1000000000000", "ıcmp", "tcp ", "６"})
    void refusesAnythingElse(String text) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> IpProtocol.parse(text));
        assertEquals(
                "'" + text
                        + "' is no IP protocol: write TCP, UDP, ICMP, ICMPv6, ESP, AH, GRE or a number from 0 to 255",
                refusal.getMessage());
        assertEquals(Optional.empty(), IpProtocol.tryParse(text));
    }

    @Test
    void checksTheNumber() {
        var low = assertThrows(IllegalArgumentException.class, () -> new IpProtocol(-1));
        assertEquals("the protocol number -1 is not from 0 to 255", low.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new IpProtocol(256));
    }

    @Test
    void ordersByNumber() {
        assertEquals(
                List.of(IpProtocol.ICMP, IpProtocol.TCP, IpProtocol.UDP, IpProtocol.GRE, IpProtocol.ESP, IpProtocol.AH,
                        IpProtocol.ICMPV6),
                List.of(IpProtocol.ICMPV6, IpProtocol.AH, IpProtocol.ESP, IpProtocol.GRE, IpProtocol.UDP,
                        IpProtocol.TCP,
                        IpProtocol.ICMP).stream().sorted().toList());
    }
}

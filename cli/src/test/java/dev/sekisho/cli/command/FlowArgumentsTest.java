package dev.sekisho.cli.command;

import dev.sekisho.cli.command.FlowArguments.Spoken;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.traffic.Flow;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class FlowArgumentsTest {
    private static final IpAddress SOURCE = IpAddress.parse("10.42.1.5");

    @ParameterizedTest
    @CsvSource(textBlock = """
            mcr.microsoft.com            | mcr.microsoft.com | -           | TCP | 443  | HTTPS | mcr.microsoft.com | mcr.microsoft.com
            MCR.microsoft.com:443        | mcr.microsoft.com | -           | TCP | 443  | HTTPS | mcr.microsoft.com | mcr.microsoft.com
            https://a.example:8443/x     | a.example         | -           | TCP | 8443 | HTTPS | a.example         | a.example:8443
            http://a.example             | a.example         | -           | TCP | 80   | HTTP  | -                 | a.example
            orders.example:1433          | orders.example    | -           | TCP | 1433 | MSSQL | orders.example    | -
            db.example:5432              | db.example        | -           | TCP | 5432 | -     | -                 | -
            20.0.0.1:123                 | -                 | 20.0.0.1    | TCP | 123  | -     | -                 | -
            [2001:db8::7]:443            | -                 | 2001:db8::7 | TCP | 443  | HTTPS | -                 | -
            """, delimiter = '|', nullValues = "-")
    void readsADestination(String to, String name, String address, String transport, int port, String application,
            String sni, String host) {
        Flow flow = FlowArguments.flow(SOURCE, to, Optional.empty());
        assertEquals(Optional.ofNullable(name), flow.destinationName());
        assertEquals(Optional.ofNullable(address), flow.destination().map(IpAddress::toString));
        assertEquals(transport, flow.protocol().toString());
        assertEquals(port, flow.destinationPort().orElseThrow());
        assertEquals(Optional.ofNullable(application), flow.application().map(data -> data.protocol().name()));
        assertEquals(Optional.ofNullable(sni), flow.application().flatMap(data -> data.sni()));
        assertEquals(Optional.ofNullable(host), flow.application().flatMap(data -> data.host()));
    }

    @Test
    void takesThePathOfAUrl() {
        Flow flow = FlowArguments.flow(SOURCE, "https://a.example/images/x?y=1", Optional.empty());
        assertEquals(Optional.of("a.example/images/x?y=1"), flow.application().orElseThrow().url());
    }

    @Test
    void believesTheGivenProtocolMoreThanThePort() {
        Flow flow = FlowArguments.flow(SOURCE, "a.example:443", Optional.of(Spoken.UDP));
        assertEquals("UDP", flow.protocol().toString());
        assertEquals(Optional.empty(), flow.application());
    }

    @Test
    void icmpHasNoPort() {
        assertEquals("ICMP", FlowArguments.flow(SOURCE, "20.0.0.1", Optional.of(Spoken.ICMP)).protocol().toString());
        refuses("ICMP has no ports: leave :80 out", "20.0.0.1:80", Optional.of(Spoken.ICMP));
    }

    @Test
    void saysWhatIsMissingOrWrong() {
        refuses("'20.0.0.1' needs a port for tcp: write 20.0.0.1:PORT", "20.0.0.1", Optional.empty());
        refuses("port 70000 is above 65535", "a.example:70000", Optional.empty());
        refuses("'[::1' is no destination: write HOST, IP, HOST:PORT or a URL", "[::1", Optional.empty());
        refuses("'a_b..c' is neither an address nor a host name", "a_b..c", Optional.empty());
    }

    private static void refuses(String message, String to, Optional<Spoken> protocol) {
        assertEquals(message, assertThrows(IllegalArgumentException.class,
                () -> FlowArguments.flow(SOURCE, to, protocol)).getMessage());
    }
}

package dev.sekisho.simulator.firewall;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.model.traffic.Flow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WireTest {

    private static Wire wire(ApplicationData.Protocol protocol, String sni, String host, String url,
            Flow.Marks marks) {
        ApplicationData data = new ApplicationData(protocol, Optional.ofNullable(sni), Optional.ofNullable(host),
                Optional.ofNullable(url));
        return Wire.of(new Flow(IpAddress.parse("10.61.1.5"), Optional.empty(), Optional.empty(), IpProtocol.TCP,
                OptionalInt.of(8443), Optional.of(data), marks), data);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"HTTPS, s.example, h.example, u.example/x, s.example",
            "HTTP, s.example, h.example:80, u.example/x, h.example", "HTTP, s.example, ' ', u.example:81/x, u.example",
            "HTTP, -, -, /x, -", "HTTPS, ' ', h.example, -, -", "HTTP, -, -, ' ', -",
            "MSSQL, s.example, -, -, s.example"})
    void theNameIsTheServerNameOfTlsAndTheHostOfPlainHttp(ApplicationData.Protocol protocol, String sni, String host,
            String url, String name) {
        assertEquals(Optional.ofNullable(name), wire(protocol, sni, host, url, Flow.Marks.NONE).name());
    }

    @Test
    void inspectionShowsTheHostAndTheUrlInsideTls() {
        Wire tls = wire(ApplicationData.Protocol.HTTPS, "s.example", "h.example", "u.example/x", Flow.Marks.NONE);
        assertEquals(List.of("s.example"), tls.names(false));
        assertEquals(List.of("s.example", "h.example"), tls.names(true));
        assertEquals(Optional.empty(), tls.url(false));
        assertEquals("u.example", tls.url(true).orElseThrow().host());
        Wire plain = wire(ApplicationData.Protocol.HTTP, "s.example", "h.example", "u.example/x", Flow.Marks.NONE);
        assertEquals(List.of("h.example"), plain.names(true));
        assertEquals("/x", plain.url(false).orElseThrow().path());
        assertTrue(tls.isTls());
        assertFalse(plain.isTls());
    }

    @Test
    void behindTheExplicitProxyThePortIsTheOneThatTheClientAskedFor() {
        Flow.Marks asked = new Flow.Marks(false, false, Optional.empty(), true, OptionalInt.of(443));
        Flow.Marks direct = new Flow.Marks(false, false, Optional.empty(), false, OptionalInt.of(443));
        Flow.Marks unknown = new Flow.Marks(false, false, Optional.empty(), true, OptionalInt.empty());
        assertEquals(OptionalInt.of(443), wire(ApplicationData.Protocol.HTTP, null, null, null, asked).port());
        assertEquals(OptionalInt.of(8443), wire(ApplicationData.Protocol.HTTP, null, null, null, direct).port());
        assertEquals(OptionalInt.of(8443), wire(ApplicationData.Protocol.HTTP, null, null, null, unknown).port());
    }
}

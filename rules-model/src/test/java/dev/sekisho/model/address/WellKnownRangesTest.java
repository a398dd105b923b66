package dev.sekisho.model.address;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WellKnownRangesTest {

    @Test
    void holdsTheSpacesThatTheDocumentsName() {
        assertEquals("0.0.0.0/8", WellKnownRanges.THIS_NETWORK.toString());
        assertEquals("10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16", WellKnownRanges.RFC1918.toString());
        assertEquals("100.64.0.0/10", WellKnownRanges.RFC6598.toString());
        assertEquals("10.0.0.0/8, 100.64.0.0/10, 172.16.0.0/12, 192.168.0.0/16", WellKnownRanges.PRIVATE.toString());
        assertEquals("127.0.0.0/8, ::1", WellKnownRanges.LOOPBACK.toString());
        assertEquals("169.254.0.0/16, fe80::/10", WellKnownRanges.LINK_LOCAL.toString());
        assertEquals("224.0.0.0/4, ff00::/8", WellKnownRanges.MULTICAST.toString());
        assertEquals("240.0.0.0/4", WellKnownRanges.RESERVED.toString());
        assertEquals(
                "192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24, 2001:db8::/32, 3fff::/20",
                WellKnownRanges.DOCUMENTATION.toString());
        assertEquals("fc00::/7", WellKnownRanges.UNIQUE_LOCAL_IPV6.toString());
    }

    @ParameterizedTest
    @CsvSource({
            "0.255.255.255, false", "1.0.0.0, true", "9.255.255.255, true", "10.0.0.0, false", "11.0.0.0, true",
            "100.63.255.255, true", "100.64.0.0, false", "100.128.0.0, true", "127.0.0.1, false",
            "169.254.169.254, false",
            "172.15.255.255, true", "172.31.255.255, false", "192.168.0.0, false", "203.0.113.9, true",
            "223.255.255.255, true", "224.0.0.0, false", "255.255.255.255, false", "168.63.129.16, true",
            "2001:db8::1, true", "1fff:ffff::, false", "2000::, true", "3fff:ffff::, true", "4000::, false",
            "fd00::1, false", "fe80::1, false", "::1, false", "::ffff:8.8.8.8, false",
    })
    void tellsPublicAddressesFromOthers(String address, boolean isPublic) {
        assertEquals(isPublic, WellKnownRanges.PUBLIC.contains(IpAddress.parse(address)));
    }

    @Test
    void keepsPublicApartFromEverySpecialSpaceButDocumentation() {
        for (AddressSet special : List.of(
                WellKnownRanges.THIS_NETWORK, WellKnownRanges.PRIVATE, WellKnownRanges.LOOPBACK,
                WellKnownRanges.LINK_LOCAL, WellKnownRanges.MULTICAST, WellKnownRanges.RESERVED,
                WellKnownRanges.UNIQUE_LOCAL_IPV6)) {
            assertEquals(AddressSet.EMPTY, WellKnownRanges.PUBLIC.intersection(special));
        }
        assertTrue(WellKnownRanges.PUBLIC.containsAll(WellKnownRanges.DOCUMENTATION));
    }
}

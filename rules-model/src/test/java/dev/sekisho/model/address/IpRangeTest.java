package dev.sekisho.model.address;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class IpRangeTest {

    @ParameterizedTest
    @CsvSource({
            "10.0.0.1-10.0.0.9, 10.0.0.1-10.0.0.9, 9",
            "10.0.0.1-10.0.0.1, 10.0.0.1, 1",
            "10.0.0.7, 10.0.0.7, 1",
            "0.0.0.0-255.255.255.255, 0.0.0.0-255.255.255.255, 4294967296",
            "2001:DB8::1-2001:db8::1:0, 2001:db8::1-2001:db8::1:0, 65536",
            "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 340282366920938463463374607431768211456",
    })
    void readsAndPrintsCanonically(String text, String canonical, BigInteger size) {
        IpRange range = IpRange.parse(text);
        assertEquals(canonical, range.toString());
        assertEquals(size, range.size());
        assertEquals(Optional.of(range), IpRange.tryParse(canonical));
        assertEquals(range.first().isIpv4(), range.isIpv4());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "10.0.0.9-10.0.0.1 | the range 10.0.0.9-10.0.0.1 ends before it begins: write 10.0.0.1-10.0.0.9",
            "10.0.0.9-::1 | the range 10.0.0.9-::1 begins in one address family and ends in the other",
            "10.0.0.1-10 | '10' is not an IP address such as 10.0.0.1 or 2001:db8::1",
            "-10.0.0.1 | '' is not an IP address such as 10.0.0.1 or 2001:db8::1",
            "10.0.0.1-10.0.0.2-10.0.0.3 | '10.0.0.2-10.0.0.3' is not an IPv4 address: the part '2-10' is not a number from 0 to 255",
    })
    void saysWhatIsWrong(String text, String problem) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> IpRange.parse(text));
        assertEquals(problem, refusal.getMessage());
        assertEquals(Optional.empty(), IpRange.tryParse(text));
    }

    /// Every pair of ends in a stretch of 64 addresses, at places where carries and the ends of a family are.
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "127.255.255.224", "255.255.255.192", "::", "::ffff:ffff:ffff:ffe0",
            "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffc0"})
    void coversARangeWithTheFewestPrefixes(String base) {
        BigInteger zero = IpAddress.parse(base).toBigInteger();
        boolean ipv4 = IpAddress.parse(base).isIpv4();
        for (int from = 0; from < 64; from++) {
            for (int to = from; to < 64; to++) {
                IpRange range = new IpRange(
                        IpAddress.of(zero.add(BigInteger.valueOf(from)), ipv4),
                        IpAddress.of(zero.add(BigInteger.valueOf(to)), ipv4));
                assertEquals(coverByHalving(range), range.toPrefixes(), range::toString);
            }
        }
    }

    /// The cover found from the other end: the whole family, halved until each half lies inside or outside.
    private static List<IpPrefix> coverByHalving(IpRange range) {
        List<IpPrefix> cover = new ArrayList<>();
        halve(range, range.isIpv4() ? Ipv4Prefix.ALL : Ipv6Prefix.ALL, cover);
        return cover;
    }

    private static void halve(IpRange range, IpPrefix block, List<IpPrefix> cover) {
        boolean startsInside = block.first().compareTo(range.first()) >= 0;
        boolean endsInside = block.last().compareTo(range.last()) <= 0;
        if (startsInside && endsInside) {
            cover.add(block);
        } else if (block.first().compareTo(range.last()) <= 0 && block.last().compareTo(range.first()) >= 0) {
            halve(range, IpPrefix.of(block.first(), block.length() + 1), cover);
            halve(range, IpPrefix.of(block.last(), block.length() + 1), cover);
        }
    }

    @Test
    void coversAWholeFamilyWithOnePrefixAndTheWorstRangeWithManyMore() {
        assertEquals(List.of(Ipv4Prefix.ALL), Ipv4Prefix.ALL.toRange().toPrefixes());
        assertEquals(List.of(Ipv6Prefix.ALL), Ipv6Prefix.ALL.toRange().toPrefixes());
        assertEquals(62, IpRange.parse("0.0.0.1-255.255.255.254").toPrefixes().size());
        assertEquals(254, IpRange.parse("::1-ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe").toPrefixes().size());
    }

    @Test
    void containsItsEndsAndNothingBeyond() {
        IpRange range = IpRange.parse("10.0.0.10-10.0.0.20");
        assertFalse(range.contains(IpAddress.parse("10.0.0.9")));
        assertTrue(range.contains(IpAddress.parse("10.0.0.10")));
        assertTrue(range.contains(IpAddress.parse("10.0.0.20")));
        assertFalse(range.contains(IpAddress.parse("10.0.0.21")));
        assertFalse(range.contains(IpAddress.parse("::a00:a")));

        assertTrue(range.contains(range));
        assertFalse(range.contains(IpRange.parse("10.0.0.9-10.0.0.20")));
        assertFalse(range.contains(IpRange.parse("10.0.0.10-10.0.0.21")));
    }

    @Test
    void overlapsWhereOneAddressIsCommon() {
        IpRange range = IpRange.parse("10.0.0.10-10.0.0.20");
        assertFalse(range.overlaps(IpRange.parse("10.0.0.1-10.0.0.9")));
        assertTrue(range.overlaps(IpRange.parse("10.0.0.1-10.0.0.10")));
        assertTrue(range.overlaps(IpRange.parse("10.0.0.20-10.0.0.30")));
        assertFalse(range.overlaps(IpRange.parse("10.0.0.21-10.0.0.30")));
    }

    @Test
    void ordersByFirstAddressThenByLast() {
        List<IpRange> ascending = Stream.of("10.0.0.1", "10.0.0.1-10.0.0.2", "10.0.0.2", "200.0.0.1", "::1")
                .map(IpRange::parse)
                .toList();
        assertEquals(ascending, ascending.reversed().stream().sorted().toList());
    }
}

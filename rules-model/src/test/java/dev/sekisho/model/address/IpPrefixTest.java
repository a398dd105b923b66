package dev.sekisho.model.address;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.net.util.SubnetUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class IpPrefixTest {

    @ParameterizedTest
    @CsvSource({
            "0.0.0.0/0, 0.0.0.0, 255.255.255.255, 0",
            "128.0.0.0/1, 128.0.0.0, 255.255.255.255, 1",
            "10.0.0.0/8, 10.0.0.0, 10.255.255.255, 8",
            "10.1.2.2/31, 10.1.2.2, 10.1.2.3, 31",
            "10.1.2.3/32, 10.1.2.3, 10.1.2.3, 32",
            "::/0, ::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 0",
            "8000::/1, 8000::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 1",
            "2001:db8::/63, 2001:db8::, 2001:db8:0:1:ffff:ffff:ffff:ffff, 63",
            "2001:db8::/64, 2001:db8::, 2001:db8::ffff:ffff:ffff:ffff, 64",
            "2001:db8::/65, 2001:db8::, 2001:db8::7fff:ffff:ffff:ffff, 65",
            "2001:db8::2/127, 2001:db8::2, 2001:db8::3, 127",
            "2001:db8::3/128, 2001:db8::3, 2001:db8::3, 128",
    })
    void knowsItsEnds(String text, String first, String last, int length) {
        IpPrefix prefix = IpPrefix.parse(text);
        assertEquals(IpAddress.parse(first), prefix.first());
        assertEquals(IpAddress.parse(last), prefix.last());
        assertEquals(length, prefix.length());
        assertEquals(text, prefix.toString());
        assertEquals(Optional.of(prefix), IpPrefix.tryParse(text));
        assertEquals(prefix.first().isIpv4(), prefix.isIpv4());
        assertEquals(new IpRange(IpAddress.parse(first), IpAddress.parse(last)), prefix.toRange());
        assertEquals(first.equals(last), prefix.isSingleAddress());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "10.1.0.5/16 | 10.1.0.5/16 has host bits set: write 10.1.0.0/16, or 10.1.0.5/32 for that one address",
            "128.0.0.0/0 | 128.0.0.0/0 has host bits set: write 0.0.0.0/0, or 128.0.0.0/32 for that one address",
            "2001:db8::1/64 | 2001:db8::1/64 has host bits set: write 2001:db8::/64, or 2001:db8::1/128 for that one address",
            "2001:db8::/16 | 2001:db8::/16 has host bits set: write 2001::/16, or 2001:db8::/128 for that one address",
            "10.0.0.0 | 10.0.0.0 has no prefix length: write 10.0.0.0/32",
            "::1 | ::1 has no prefix length: write ::1/128",
            "10.0.0.0/33 | the prefix length '33' after 10.0.0.0 is not a number from 0 to 32",
            "10.0.0.0/ | the prefix length '' after 10.0.0.0 is not a number from 0 to 32",
            "10.0.0.0/-1 | the prefix length '-1' after 10.0.0.0 is not a number from 0 to 32",
            "10.0.0.0/8/8 | the prefix length '8/8' after 10.0.0.0 is not a number from 0 to 32",
            "10.0.0.0/08 | the prefix length '08' after 10.0.0.0 has a leading zero",
            "::/129 | the prefix length '129' after :: is not a number from 0 to 128",
            "10.0.0/8 | '10.0.0' is not an IPv4 address: it has 3 parts, not four",
            "/8 | '' is not an IP address such as 10.0.0.1 or 2001:db8::1",
            "Storage | 'Storage' is not an IP address such as 10.0.0.1 or 2001:db8::1",
    })
    void saysWhatIsWrong(String text, String problem) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> IpPrefix.parse(text));
        assertEquals(problem, refusal.getMessage());
        assertEquals(Optional.empty(), IpPrefix.tryParse(text));
    }

    @Test
    void takesABareAddressOnlyWhereThatIsAskedFor() {
        assertEquals(IpPrefix.parse("10.0.0.1/32"), IpPrefix.parseAddressOrPrefix("10.0.0.1"));
        assertEquals(IpPrefix.parse("::1/128"), IpPrefix.parseAddressOrPrefix("::1"));
        assertEquals(IpPrefix.parse("10.0.0.0/8"), IpPrefix.parseAddressOrPrefix("10.0.0.0/8"));
        assertThrows(IllegalArgumentException.class, () -> IpPrefix.parseAddressOrPrefix("10.0.0.1/8"));
        assertThrows(IllegalArgumentException.class, () -> IpPrefix.parseAddressOrPrefix("10.0.0"));
    }

    @Test
    void masksHostBitsOnlyWhereThatIsAskedFor() {
        assertEquals(IpPrefix.parse("10.0.0.0/24"), IpPrefix.masking("10.0.0.5/24"));
        assertEquals(IpPrefix.parse("2001:db8::/48"), IpPrefix.masking("2001:db8:0:ff::1/48"));
        assertEquals(IpPrefix.parse("10.0.0.5/32"), IpPrefix.masking("10.0.0.5"));
        assertEquals(IpPrefix.parse("::5/128"), IpPrefix.masking("::5"));
        assertThrows(IllegalArgumentException.class, () -> IpPrefix.masking("10.0.0.5/33"));
        assertThrows(IllegalArgumentException.class, () -> IpPrefix.masking("10.0.0.05"));
    }

    @Test
    void missesTheAddressInFrontOfASlash() {
        List<Executable> readers = List.of(() -> IpPrefix.parseAddressOrPrefix("/8"), () -> IpPrefix.masking("/8"));
        for (Executable reader : readers) {
            assertEquals("'' is not an IP address such as 10.0.0.1 or 2001:db8::1",
                    assertThrows(IllegalArgumentException.class, reader).getMessage());
        }
    }

    @Test
    void refusesHostBitsAndImpossibleLengthsInTheRecordsThemselves() {
        var four = assertThrows(IllegalArgumentException.class, () -> new Ipv4Prefix(0x0a000001, 31));
        assertEquals(
                "10.0.0.1/31 has host bits set: write 10.0.0.0/31, or 10.0.0.1/32 for that one address",
                four.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Ipv6Prefix(1, 0, 63));
        assertThrows(IllegalArgumentException.class, () -> new Ipv6Prefix(0, 1, 127));
        var tooLong = assertThrows(IllegalArgumentException.class, () -> new Ipv4Prefix(0, 33));
        assertEquals("the prefix length 33 is not from 0 to 32", tooLong.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Ipv4Prefix(0, -1));
        assertThrows(IllegalArgumentException.class, () -> new Ipv6Prefix(0, 0, 129));
        assertThrows(IllegalArgumentException.class, () -> new Ipv6Prefix(0, 0, -1));
        assertThrows(IllegalArgumentException.class, () -> IpPrefix.of(IpAddress.parse("10.0.0.0"), 33));
        assertThrows(IllegalArgumentException.class, () -> IpPrefix.of(IpAddress.parse("10.0.0.0"), -1));
        assertThrows(IllegalArgumentException.class, () -> IpPrefix.of(IpAddress.parse("::"), 129));
        assertThrows(IllegalArgumentException.class, () -> IpPrefix.of(IpAddress.parse("::"), -1));
    }

    @Test
    void readsOneFamilyOnlyWhereTheTypeSaysSo() {
        assertEquals(new Ipv4Prefix(0x0a000000, 8), Ipv4Prefix.parse("10.0.0.0/8"));
        assertEquals(new Ipv6Prefix(0x20010db800000000L, 0, 32), Ipv6Prefix.parse("2001:db8::/32"));
        var six = assertThrows(IllegalArgumentException.class, () -> Ipv4Prefix.parse("2001:db8::/32"));
        assertEquals("2001:db8::/32 is IPv6; an IPv4 prefix belongs here", six.getMessage());
        var four = assertThrows(IllegalArgumentException.class, () -> Ipv6Prefix.parse("10.0.0.0/8"));
        assertEquals("10.0.0.0/8 is IPv4; an IPv6 prefix belongs here", four.getMessage());
    }

    static Stream<IpPrefix> prefixesOfEveryLength() {
        IpAddress four = IpAddress.parse("170.85.170.85");
        IpAddress six = IpAddress.parse("aaaa:5555:aaaa:5555:aaaa:5555:aaaa:5555");
        return Stream.concat(
                IntStream.rangeClosed(0, 32).mapToObj(length -> IpPrefix.of(four, length)),
                IntStream.rangeClosed(0, 128).mapToObj(length -> IpPrefix.of(six, length)));
    }

    @ParameterizedTest
    @MethodSource("prefixesOfEveryLength")
    void containsWhatItsArithmeticSays(IpPrefix prefix) {
        int hostBits = prefix.first().bitCount() - prefix.length();
        BigInteger first = prefix.first().toBigInteger();
        BigInteger last = first.add(BigInteger.TWO.pow(hostBits)).subtract(BigInteger.ONE);
        assertEquals(BigInteger.ZERO, first.mod(BigInteger.TWO.pow(hostBits)));
        assertEquals(last, prefix.last().toBigInteger());
        assertEquals(prefix, IpPrefix.parse(prefix.toString()));

        assertTrue(prefix.contains(prefix.first()));
        assertTrue(prefix.contains(prefix.last()));
        prefix.first().previous().ifPresent(below -> assertFalse(prefix.contains(below)));
        prefix.last().next().ifPresent(above -> assertFalse(prefix.contains(above)));
    }

    /// All but 0.0.0.0, which commons-net holds to be in no subnet at all.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22})
    void agreesWithCommonsNetOnIpv4(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            Ipv4Prefix prefix = Ipv4Prefix.of(new Ipv4Address(random.nextInt()), 1 + random.nextInt(32));
            SubnetUtils oracle = new SubnetUtils(prefix.toString());
            oracle.setInclusiveHostCount(true);
            List<IpAddress> addresses = neighbourhood(prefix);
            addresses.remove(new Ipv4Address(0));
            for (IpAddress address : addresses) {
                assertEquals(
                        oracle.getInfo().isInRange(address.toString()),
                        prefix.contains(address),
                        () -> address + " in " + prefix);
            }
        }
    }

    private static List<IpAddress> neighbourhood(IpPrefix prefix) {
        List<IpAddress> addresses = new ArrayList<>(List.of(prefix.first(), prefix.last()));
        prefix.first().next().ifPresent(addresses::add);
        prefix.first().previous().ifPresent(addresses::add);
        prefix.last().next().ifPresent(addresses::add);
        prefix.last().previous().ifPresent(addresses::add);
        return addresses;
    }

    @Test
    void neverContainsTheOtherFamily() {
        assertFalse(IpPrefix.parse("0.0.0.0/0").contains(IpAddress.parse("::")));
        assertFalse(IpPrefix.parse("::/0").contains(IpAddress.parse("0.0.0.0")));
        assertFalse(IpPrefix.parse("0.0.0.0/0").contains(IpPrefix.parse("::/0")));
        assertFalse(IpPrefix.parse("::/0").contains(IpPrefix.parse("0.0.0.0/0")));
        assertFalse(IpPrefix.parse("::/0").overlaps(IpPrefix.parse("0.0.0.0/0")));
    }

    @Test
    void comparesPrefixesAsTheirRangesDo() {
        List<IpPrefix> prefixes = new ArrayList<>();
        for (int network = 0; network < 16; network++) {
            for (int length = 28; length <= 32; length++) {
                prefixes.add(Ipv4Prefix.of(new Ipv4Address(network), length));
                prefixes.add(Ipv6Prefix.of(new Ipv6Address(0, network), length + 96));
            }
        }
        prefixes.add(IpPrefix.parse("0.0.0.0/0"));
        prefixes.add(IpPrefix.parse("::/0"));
        for (IpPrefix a : prefixes) {
            for (IpPrefix b : prefixes) {
                boolean sameFamily = a.isIpv4() == b.isIpv4();
                assertEquals(sameFamily && a.toRange().contains(b.toRange()), a.contains(b), a + " contains " + b);
                assertEquals(a.toRange().overlaps(b.toRange()), a.overlaps(b), a + " overlaps " + b);
            }
        }
    }

    @Test
    void ordersByFirstAddressAndTheWiderFirst() {
        List<IpPrefix> ascending = Stream.of(
                "0.0.0.0/0", "10.0.0.0/8", "10.0.0.0/9", "10.0.0.0/32", "10.0.0.1/32", "200.0.0.0/8", "::/0", "::/128",
                "8000::/1")
                .map(IpPrefix::parse)
                .toList();
        assertEquals(ascending, ascending.reversed().stream().sorted().toList());
    }
}

package dev.sekisho.model.address;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
            "0.0.0.0, 0",
            "0.0.0.1, 1",
            "1.2.3.4, 16909060",
            "127.255.255.255, 2147483647",
            "128.0.0.0, -2147483648",
            "255.255.255.255, -1",
    })
    void readsAndPrintsFourDecimalParts(String text, int bits) {
        assertEquals(new Ipv4Address(bits), IpAddress.parse(text));
        assertEquals(new Ipv4Address(bits), Ipv4Address.parse(text));
        assertEquals(text, new Ipv4Address(bits).toString());
        assertEquals(Optional.of(new Ipv4Address(bits)), IpAddress.tryParse(text));
        assertTrue(IpAddress.parse(text).isIpv4());
        assertEquals(32, IpAddress.parse(text).bitCount());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
            "::, ::",
            "::1, ::1",
            "1::, 1::",
            "0:0:0:0:0:0:0:0, ::",
            "2001:DB8::A, 2001:db8::a",
            "2001:0db8:0000:0000:0001:0000:0000:0001, 2001:db8::1:0:0:1",
            "2001:db8:0:0:0:1:0:0, 2001:db8::1:0:0",
            "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
            "2001:db8::1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
            "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
            "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
            "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
            "0:0:3:4:5:6:7:8, ::3:4:5:6:7:8",
            "1:2:3:4:5:6:0:0, 1:2:3:4:5:6::",
            "1:0:0:4:0:0:0:8, 1:0:0:4::8",
            "1:2:3:4:0:6:7:0, 1:2:3:4:0:6:7:0",
            "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
            "::ffff:192.0.2.1, ::ffff:192.0.2.1",
            "::ffff:c000:201, ::ffff:192.0.2.1",
            "::ffff:255.255.255.255, ::ffff:255.255.255.255",
            "::192.0.2.1, ::c000:201",
            "::fffe:192.0.2.1, ::fffe:c000:201",
            "1::ffff:192.0.2.1, 1::ffff:c000:201",
            "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
            "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304",
            "1:2:3:4:5::1.2.3.4, 1:2:3:4:5:0:102:304",
    })
    void readsEveryFormOfIpv6AndPrintsTheCanonicalOne(String text, String canonical) {
        assertEquals(canonical, IpAddress.parse(text).toString());
        assertEquals(IpAddress.parse(text), IpAddress.parse(canonical));
        assertEquals(IpAddress.parse(text), Ipv6Address.parse(text));
        assertFalse(IpAddress.parse(text).isIpv4());
        assertEquals(128, IpAddress.parse(text).bitCount());
    }

    @Test
    void keepsTheGroupsOfAnIpv6AddressInOrder() {
        Ipv6Address address = Ipv6Address.parse("1:22:333:4444:8000:9abc:def0:ffff");
        assertEquals(new Ipv6Address(0x0001002203334444L, 0x80009abcdef0ffffL), address);
        List<Integer> groups = List.of(1, 0x22, 0x333, 0x4444, 0x8000, 0x9abc, 0xdef0, 0xffff);
        for (int i = 0; i < groups.size(); i++) {
            assertEquals(groups.get(i), address.group(i));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "1.2.3 | '1.2.3' is not an IPv4 address: it has 3 parts, not four",
            "1.2.3.4.5 | '1.2.3.4.5' is not an IPv4 address: it has 5 parts, not four",
            "1.2.3.256 | '1.2.3.256' is not an IPv4 address: the part '256' is not a number from 0 to 255",
            "1.2.3.04 | '1.2.3.04' is not an IPv4 address: the part '04' has a leading zero",
            "1.2.3. | '1.2.3.' is not an IPv4 address: the part '' is not a number from 0 to 255",
            ".2.3.4 | '.2.3.4' is not an IPv4 address: the part '' is not a number from 0 to 255",
            "1.2..4 | '1.2..4' is not an IPv4 address: the part '' is not a number from 0 to 255",
            "1.2.3.+4 | '1.2.3.+4' is not an IPv4 address: the part '+4' is not a number from 0 to 255",
            "1.2.3.4294967300 | '1.2.3.4294967300' is not an IPv4 address: the part '4294967300' is not a number from 0 to 255",
            "1.2.3.٤ | '1.2.3.٤' is not an IPv4 address: the part '٤' is not a number from 0 to 255",
            "\"1.2.3.4 \" | '1.2.3.4 ' is not an IPv4 address: the part '4 ' is not a number from 0 to 255",
            "host | 'host' is not an IP address such as 10.0.0.1 or 2001:db8::1",
            "7 | '7' is not an IP address such as 10.0.0.1 or 2001:db8::1",
            "\"\" | '' is not an IP address such as 10.0.0.1 or 2001:db8::1",
    })
    void saysWhatIsWrongWithAnIpv4Address(String text, String problem) {
        assertRefused(problem, text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "1:2:3:4:5:6:7 | it has 7 groups, not eight, and no '::'",
            "1:2:3:4:5:6:7:8:9 | it has more than eight groups",
            "::1:2:3:4:5:6:7:8 | '::' stands for no group here",
            "1:2:3:4:5:6:7:8:: | '::' stands for no group here",
            "1::2::3 | '::' may stand only once",
            "::1:: | '::' may stand only once",
            "1:::2 | '::' may stand only once",
            "1: | a single ':' may not stand at the end",
            "1:2:3:4:5:6:7: | a single ':' may not stand at the end",
            ":1 | the group '' is not one to four hexadecimal digits",
            ": | the group '' is not one to four hexadecimal digits",
            "12345:: | the group '12345' is not one to four hexadecimal digits",
            "::g | the group 'g' is not one to four hexadecimal digits",
            "::１ | the group '１' is not one to four hexadecimal digits",
            ":: 1 | the group ' 1' is not one to four hexadecimal digits",
            "::1.2.3 | '1.2.3' is not an IPv4 address: it has 3 parts, not four",
            "::1.2.3.4:5 | dotted notation may only stand at the end",
            "1:2:3:4:5:6:7:1.2.3.4 | it has more than eight groups",
            "1:2:3:4:5:6::1.2.3.4 | '::' stands for no group here",
            "fe80::1%eth0 | a zone such as %eth0 means something on one machine only; leave it out",
            "%eth0: | a zone such as %eth0 means something on one machine only; leave it out",
            "::.1.2.3 | '.1.2.3' is not an IPv4 address: the part '' is not a number from 0 to 255",
            ":::1 | '::' may stand only once",
            "::: | the group '' is not one to four hexadecimal digits",
            "[::1] | leave out the brackets",
    })
    void saysWhatIsWrongWithAnIpv6Address(String text, String problem) {
        assertRefused("'" + text + "' is not an IPv6 address: " + problem, text);
    }

    private static void assertRefused(String problem, String text) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> IpAddress.parse(text));
        assertEquals(problem, refusal.getMessage());
        assertEquals(Optional.empty(), IpAddress.tryParse(text));
    }

    @Test
    void quotesLongAndHostileTextInPart() {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> IpAddress.parse("\u0007" + "x".repeat(300)));
        assertEquals(
                "'\\u0007" + "x".repeat(79) + "…' is not an IP address such as 10.0.0.1 or 2001:db8::1",
                refusal.getMessage());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void agreesWithTheJdkOnRandomAddresses(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            Ipv6Address six = new Ipv6Address(sparse(random), sparse(random) | 1L << 48);
            assertEquals(
                    six.toBigInteger(), new BigInteger(1, InetAddress.ofLiteral(six.toString()).getAddress()),
                    six::toString);
            assertEquals(six, IpAddress.parse(six.toString()));
            assertEquals(six, IpAddress.parse(InetAddress.ofLiteral(six.toString()).getHostAddress()));

            Ipv4Address four = new Ipv4Address(random.nextInt());
            assertEquals(
                    four.toBigInteger(), new BigInteger(1, InetAddress.ofLiteral(four.toString()).getAddress()),
                    four::toString);
            assertEquals(four, IpAddress.parse(four.toString()));
        }
    }

    /// Eight bytes in which whole groups are often zero, so that every kind of gap occurs.
    private static long sparse(SplittableRandom random) {
        long bits = 0;
        for (int group = 0; group < 4; group++) {
            bits = bits << 16 | (random.nextInt(3) == 0 ? random.nextInt(0x10000) : 0);
        }
        return bits;
    }

    @Test
    void ordersUnsignedAndIpv4First() {
        List<IpAddress> ascending = List.of(
                IpAddress.parse("0.0.0.0"),
                IpAddress.parse("127.255.255.255"),
                IpAddress.parse("128.0.0.0"),
                IpAddress.parse("255.255.255.255"),
                IpAddress.parse("::"),
                IpAddress.parse("::7fff:ffff:ffff:ffff"),
                IpAddress.parse("::8000:0:0:0"),
                IpAddress.parse("0:0:0:1::"),
                IpAddress.parse("7fff::"),
                IpAddress.parse("8000::"),
                IpAddress.parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"));
        for (int i = 0; i < ascending.size(); i++) {
            for (int j = 0; j < ascending.size(); j++) {
                assertEquals(
                        Integer.signum(Integer.compare(i, j)),
                        Integer.signum(ascending.get(i).compareTo(ascending.get(j))),
                        ascending.get(i) + " and " + ascending.get(j));
            }
        }
        assertTrue(ascending.get(0).isSameFamilyAs(ascending.get(1)));
        assertFalse(ascending.get(3).isSameFamilyAs(ascending.get(4)));
    }

    @ParameterizedTest
    @CsvSource({
            "0.0.0.0, 0.0.0.1",
            "10.0.0.255, 10.0.1.0",
            "127.255.255.255, 128.0.0.0",
            "255.255.255.254, 255.255.255.255",
            "::, ::1",
            "::7fff:ffff:ffff:ffff, ::8000:0:0:0",
            "::ffff:ffff:ffff:ffff, 0:0:0:1::",
            "7fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 8000::",
            "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    })
    void stepsToTheNeighbour(String lower, String upper) {
        assertEquals(Optional.of(IpAddress.parse(upper)), IpAddress.parse(lower).next());
        assertEquals(Optional.of(IpAddress.parse(lower)), IpAddress.parse(upper).previous());
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0, 255.255.255.255", "::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"})
    void hasNoNeighbourBeyondTheEndsOfAFamily(String first, String last) {
        assertEquals(Optional.empty(), IpAddress.parse(first).previous());
        assertEquals(Optional.empty(), IpAddress.parse(last).next());
    }

    @ParameterizedTest
    @CsvSource({
            "0.0.0.0, 0, 32",
            "0.0.0.1, 1, 0",
            "128.0.0.0, 2147483648, 31",
            "255.255.255.255, 4294967295, 0",
            "::, 0, 128",
            "::8, 8, 3",
            "::8000:0:0:0, 9223372036854775808, 63",
            "0:0:0:1::, 18446744073709551616, 64",
            "8000::, 170141183460469231731687303715884105728, 127",
            "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 340282366920938463463374607431768211455, 0",
    })
    void convertsToANumberAndBack(String text, BigInteger number, int trailingZeros) {
        IpAddress address = IpAddress.parse(text);
        assertEquals(number, address.toBigInteger());
        assertEquals(trailingZeros, address.trailingZeros());
        assertEquals(address, IpAddress.of(number, address.isIpv4()));
    }

    @Test
    void refusesANumberThatDoesNotFitTheFamily() {
        assertInstanceOf(Ipv6Address.class, IpAddress.of(BigInteger.ONE.shiftLeft(32), false));
        var beyond = assertThrows(
                IllegalArgumentException.class, () -> IpAddress.of(BigInteger.ONE.shiftLeft(32), true));
        assertEquals("4294967296 is no IPv4 address", beyond.getMessage());
        var negative = assertThrows(
                IllegalArgumentException.class, () -> IpAddress.of(BigInteger.ONE.negate(), false));
        assertEquals("-1 is no IPv6 address", negative.getMessage());
        assertThrows(IllegalArgumentException.class, () -> IpAddress.of(BigInteger.ONE.shiftLeft(128), false));
    }

    @Test
    void givesThePrefixOfOneAddress() {
        assertEquals(IpPrefix.parse("10.1.2.3/32"), IpAddress.parse("10.1.2.3").toPrefix());
        assertEquals(IpPrefix.parse("2001:db8::5/128"), IpAddress.parse("2001:db8::5").toPrefix());
    }
}

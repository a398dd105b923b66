package dev.sekisho.model.address;

import dev.sekisho.model.diagnostic.Quotation;
import java.util.OptionalInt;

/// The text forms of addresses: the strict reader and the RFC 5952 writer.
final class AddressText {

    private static final int GROUPS = 8;
    private static final int LONGEST_GROUP = 4;
    private static final long MAPPED_HIGH = 0;
    private static final long MAPPED_LOW_TOP = 0xffffL;

    private AddressText() {}

    static Parsed<IpAddress> read(String text) {
        return text.indexOf(':') >= 0
                ? readIpv6(text).then(Parsed::value)
                : readIpv4(text).then(Parsed::value);
    }

    static Parsed<Ipv4Address> readIpv4(String text) {
        int bits = 0;
        int parts = 0;
        int from = 0;
        while (from <= text.length()) {
            int dot = text.indexOf('.', from);
            int to = dot < 0 ? text.length() : dot;
            String part = text.substring(from, to);
            OptionalInt value = Decimal.read(part);
            if (value.isEmpty() || value.getAsInt() > 0xff) {
                return notIpv4(text, problemOf(part));
            }
            bits = bits << 8 | value.getAsInt();
            parts++;
            from = to + 1;
        }
        return parts == 4
                ? Parsed.value(new Ipv4Address(bits))
                : notIpv4(text, "it has " + parts + (parts == 1 ? " part" : " parts") + ", not four");
    }

    private static String problemOf(String part) {
        return "the part " + Quotation.of(part)
                + (Decimal.hasLeadingZero(part) ? " has a leading zero" : " is not a number from 0 to 255");
    }

    private static Parsed<Ipv4Address> notIpv4(String text, String why) {
        return Parsed.problem(
                text.indexOf('.') < 0
                        ? Quotation.of(text) + " is not an IP address such as 10.0.0.1 or 2001:db8::1"
                        : Quotation.of(text) + " is not an IPv4 address: " + why);
    }

    static Parsed<Ipv6Address> readIpv6(String text) {
        return new Ipv6Reader(text).read();
    }

    /// Walks the groups once. `groups` holds those read so far; `gapAt` is the number of groups before the `::`.
    private static final class Ipv6Reader {

        private final String text;
        private final int[] groups = new int[GROUPS];
        private int count;
        private int gapAt = -1;

        Ipv6Reader(String text) {
            this.text = text;
        }

        Parsed<Ipv6Address> read() {
            if (text.indexOf('%') >= 0) {
                return problem("a zone such as %eth0 means something on one machine only; leave it out");
            }
            if (text.startsWith("[")) {
                return problem("leave out the brackets");
            }
            int at = 0;
            if (text.startsWith("::")) {
                gapAt = 0;
                at = 2;
            }
            while (at < text.length()) {
                int colon = text.indexOf(':', at);
                int to = colon < 0 ? text.length() : colon;
                String part = text.substring(at, to);
                if (part.indexOf('.') >= 0) {
                    return colon < 0 ? readTail(part) : problem("dotted notation may only stand at the end");
                }
                if (count == GROUPS) {
                    return problem("it has more than eight groups");
                }
                int group = hexadecimal(part);
                if (group < 0) {
                    return problem(
                            part.isEmpty() && gapAt >= 0 && to + 1 < text.length()
                                    ? "'::' may stand only once"
                                    : "the group " + Quotation.of(part) + " is not one to four hexadecimal digits");
                }
                groups[count++] = group;
                if (colon < 0) {
                    return finish();
                }
                at = colon + 1;
                if (at < text.length() && text.charAt(at) == ':') {
                    if (gapAt >= 0) {
                        return problem("'::' may stand only once");
                    }
                    gapAt = count;
                    at++;
                } else if (at == text.length()) {
                    return problem("a single ':' may not stand at the end");
                }
            }
            return finish();
        }

        private Parsed<Ipv6Address> readTail(String dotted) {
            if (count > GROUPS - 2) {
                return problem("it has more than eight groups");
            }
            return switch (readIpv4(dotted)) {
                case Parsed.Value<Ipv4Address>(Ipv4Address tail) -> {
                    groups[count++] = tail.bits() >>> 16;
                    groups[count++] = tail.bits() & 0xffff;
                    yield finish();
                }
                case Parsed.Problem<Ipv4Address>(String why) -> problem(why);
            };
        }

        private Parsed<Ipv6Address> finish() {
            if (gapAt < 0 && count < GROUPS) {
                return problem("it has " + count + (count == 1 ? " group" : " groups") + ", not eight, and no '::'");
            }
            if (gapAt >= 0 && count == GROUPS) {
                return problem("'::' stands for no group here");
            }
            long high = 0;
            long low = 0;
            for (int i = 0; i < GROUPS; i++) {
                high = high << 16 | low >>> 48;
                low = low << 16 | groupAt(i);
            }
            return Parsed.value(new Ipv6Address(high, low));
        }

        private int groupAt(int place) {
            if (gapAt < 0 || place < gapAt) {
                return groups[place];
            }
            int missing = GROUPS - count;
            return place < gapAt + missing ? 0 : groups[place - missing];
        }

        private Parsed<Ipv6Address> problem(String why) {
            return Parsed.problem(Quotation.of(text) + " is not an IPv6 address: " + why);
        }

        private static int hexadecimal(String part) {
            if (part.isEmpty() || part.length() > LONGEST_GROUP) {
                return -1;
            }
            int value = 0;
            for (int i = 0; i < part.length(); i++) {
                char c = part.charAt(i);
                int digit = c < 0x80 ? Character.digit(c, 16) : -1;
                if (digit < 0) {
                    return -1;
                }
                value = value << 4 | digit;
            }
            return value;
        }
    }

    static String write(Ipv6Address address) {
        if (address.high() == MAPPED_HIGH && address.low() >>> 32 == MAPPED_LOW_TOP) {
            return "::ffff:" + new Ipv4Address((int) address.low());
        }
        int gapAt = -1;
        int gapLength = 1;
        int run = 0;
        for (int i = 0; i < GROUPS; i++) {
            run = address.group(i) == 0 ? run + 1 : 0;
            if (run > gapLength) {
                gapLength = run;
                gapAt = i - run + 1;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == gapAt) {
                text.append("::");
                i += gapLength - 1;
            } else {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(address.group(i)));
            }
        }
        return text.toString();
    }
}

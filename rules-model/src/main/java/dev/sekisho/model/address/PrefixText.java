package dev.sekisho.model.address;

import dev.sekisho.model.diagnostic.Quotation;
import java.util.OptionalInt;

/// The strict reader of prefixes, and the words for what is wrong with one.
final class PrefixText {

    private PrefixText() {}

    /// What stands left and right of the slash, the host bits still in place.
    private record Written(IpAddress address, int length) {

        IpPrefix masked() {
            return IpPrefix.of(address, length);
        }

        Parsed<IpPrefix> strict() {
            IpPrefix masked = masked();
            return masked.first().equals(address)
                    ? Parsed.value(masked)
                    : Parsed.problem(hostBits(address, length, masked.first()));
        }
    }

    static Parsed<IpPrefix> read(String text) {
        return split(text).then(Written::strict);
    }

    static Parsed<IpPrefix> readMasking(String text) {
        return split(text).then(written -> Parsed.value(written.masked()));
    }

    private static Parsed<Written> split(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return AddressText.read(text)
                    .then(a -> Parsed.problem(a + " has no prefix length: write " + a.toPrefix()));
        }
        return AddressText.read(text.substring(0, slash)).then(a -> withLength(a, text.substring(slash + 1)));
    }

    private static Parsed<Written> withLength(IpAddress address, String text) {
        OptionalInt length = Decimal.read(text);
        if (length.isPresent() && length.getAsInt() <= address.bitCount()) {
            return Parsed.value(new Written(address, length.getAsInt()));
        }
        return Parsed.problem(
                "the prefix length " + Quotation.of(text) + " after " + address
                        + (Decimal.hasLeadingZero(text)
                                ? " has a leading zero"
                                : " is not a number from 0 to " + address.bitCount()));
    }

    static void checkLength(int length, int bitCount) {
        if (length < 0 || length > bitCount) {
            throw new IllegalArgumentException("the prefix length " + length + " is not from 0 to " + bitCount);
        }
    }

    static String hostBits(IpAddress written, int length, IpAddress network) {
        return written + "/" + length + " has host bits set: write " + network + "/" + length + ", or "
                + written.toPrefix() + " for that one address";
    }
}

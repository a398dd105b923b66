package dev.sekisho.model.address;

import java.math.BigInteger;
import java.util.Optional;

/// An IPv4 or IPv6 address. Every IPv4 address comes before every IPv6 address; inside a family the order is unsigned.
public sealed interface IpAddress extends Comparable<IpAddress> permits Ipv4Address, Ipv6Address {

    /// Reads an address such as `10.0.0.1` or `2001:db8::1`.
    ///
    /// Strict: four decimal parts without leading zeros for IPv4; for IPv6 every form of RFC 4291 section 2.2, but no
    /// zone (`%eth0`), no brackets and no blanks.
    ///
    /// @throws IllegalArgumentException if `text` is no address; the message says why
    static IpAddress parse(String text) {
        return AddressText.read(text).orThrow();
    }

    /// Reads an address, or gives nothing where [#parse] would fail.
    static Optional<IpAddress> tryParse(String text) {
        return AddressText.read(text).toOptional();
    }

    /// The address whose number, counted from the family's zero address, is `number`.
    ///
    /// @throws IllegalArgumentException if `number` does not fit the family
    static IpAddress of(BigInteger number, boolean ipv4) {
        int width = ipv4 ? Ipv4Address.BITS : Ipv6Address.BITS;
        if (number.signum() < 0 || number.bitLength() > width) {
            throw new IllegalArgumentException(number + " is no " + (ipv4 ? "IPv4" : "IPv6") + " address");
        }
        return ipv4
                ? new Ipv4Address(number.intValue())
                : new Ipv6Address(number.shiftRight(Long.SIZE).longValue(), number.longValue());
    }

    default boolean isIpv4() {
        return switch (this) {
            case Ipv4Address _ -> true;
            case Ipv6Address _ -> false;
        };
    }

    /// The width of the family: 32 or 128 bits.
    default int bitCount() {
        return isIpv4() ? Ipv4Address.BITS : Ipv6Address.BITS;
    }

    default boolean isSameFamilyAs(IpAddress other) {
        return isIpv4() == other.isIpv4();
    }

    /// The address as an unsigned number.
    BigInteger toBigInteger();

    /// The number of zero bits at the low end; the width of the family for its zero address.
    int trailingZeros();

    /// The following address of the same family, or nothing after the last.
    Optional<IpAddress> next();

    /// The preceding address of the same family, or nothing before the first.
    Optional<IpAddress> previous();

    /// The prefix that holds this address alone: a /32 or a /128.
    default IpPrefix toPrefix() {
        return IpPrefix.of(this, bitCount());
    }

    @Override
    default int compareTo(IpAddress other) {
        return switch (this) {
            case Ipv4Address(int bits) -> switch (other) {
                case Ipv4Address(int otherBits) -> Integer.compareUnsigned(bits, otherBits);
                case Ipv6Address _ -> -1;
            };
            case Ipv6Address(long high, long low) -> switch (other) {
                case Ipv4Address _ -> 1;
                case Ipv6Address(long otherHigh, long otherLow) -> {
                    int byHigh = Long.compareUnsigned(high, otherHigh);
                    yield byHigh != 0 ? byHigh : Long.compareUnsigned(low, otherLow);
                }
            };
        };
    }
}

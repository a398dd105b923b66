package dev.sekisho.model.address;

import java.math.BigInteger;
import java.util.Optional;

/// An IPv6 address; `high` holds the first eight bytes, `low` the last eight. Its text is the one of RFC 5952.
public record Ipv6Address(long high, long low) implements IpAddress {

    /// The width of an IPv6 address.
    public static final int BITS = 128;

    /// Reads an IPv6 address, see [IpAddress#parse].
    ///
    /// @throws IllegalArgumentException if `text` is no IPv6 address; the message says why
    public static Ipv6Address parse(String text) {
        return AddressText.readIpv6(text).orThrow();
    }

    /// The 16 bits at place `index` (0 to 7), counted from the left.
    public int group(int index) {
        long half = index < 4 ? high : low;
        return (int) (half >>> (48 - 16 * (index % 4))) & 0xffff;
    }

    @Override
    public BigInteger toBigInteger() {
        return unsigned(high).shiftLeft(Long.SIZE).or(unsigned(low));
    }

    @Override
    public int trailingZeros() {
        return low == 0 ? Long.SIZE + Long.numberOfTrailingZeros(high) : Long.numberOfTrailingZeros(low);
    }

    @Override
    public Optional<IpAddress> next() {
        if (low != -1) {
            return Optional.of(new Ipv6Address(high, low + 1));
        }
        return high == -1 ? Optional.empty() : Optional.of(new Ipv6Address(high + 1, 0));
    }

    @Override
    public Optional<IpAddress> previous() {
        if (low != 0) {
            return Optional.of(new Ipv6Address(high, low - 1));
        }
        return high == 0 ? Optional.empty() : Optional.of(new Ipv6Address(high - 1, -1));
    }

    /// Lower case, the longest (of equals the first) run of two or more zero groups as `::`, and dotted notation for
    /// the last four bytes of an IPv4-mapped address.
    @Override
    public String toString() {
        return AddressText.write(this);
    }

    private static BigInteger unsigned(long bits) {
        return BigInteger.valueOf(bits >>> 1).shiftLeft(1).or(BigInteger.valueOf(bits & 1));
    }
}

package dev.sekisho.model.address;

import java.math.BigInteger;
import java.util.Optional;

/// An IPv4 address; `bits` holds its four bytes, the first in the highest position.
public record Ipv4Address(int bits) implements IpAddress {

    /// The width of an IPv4 address.
    public static final int BITS = 32;

    /// Reads four decimal parts, see [IpAddress#parse].
    ///
    /// @throws IllegalArgumentException if `text` is no IPv4 address; the message says why
    public static Ipv4Address parse(String text) {
        return AddressText.readIpv4(text).orThrow();
    }

    @Override
    public BigInteger toBigInteger() {
        return BigInteger.valueOf(Integer.toUnsignedLong(bits));
    }

    @Override
    public int trailingZeros() {
        return Integer.numberOfTrailingZeros(bits);
    }

    @Override
    public Optional<IpAddress> next() {
        return bits == -1 ? Optional.empty() : Optional.of(new Ipv4Address(bits + 1));
    }

    @Override
    public Optional<IpAddress> previous() {
        return bits == 0 ? Optional.empty() : Optional.of(new Ipv4Address(bits - 1));
    }

    @Override
    public String toString() {
        return (bits >>> 24) + "." + (bits >>> 16 & 0xff) + "." + (bits >>> 8 & 0xff) + "." + (bits & 0xff);
    }
}

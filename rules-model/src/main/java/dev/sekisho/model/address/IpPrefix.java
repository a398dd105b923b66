package dev.sekisho.model.address;

import java.util.Optional;

/// A block of addresses that share their first bits, such as `10.0.0.0/8`. It never carries host bits, so equal
/// prefixes are equal records. Ordered by first address, the wider prefix first.
public sealed interface IpPrefix extends Comparable<IpPrefix> permits Ipv4Prefix, Ipv6Prefix {

    /// Reads `address/length`.
    ///
    /// Strict: host bits, leading zeros, a missing length or one beyond the family's width are errors.
    ///
    /// @throws IllegalArgumentException if `text` is no prefix; the message says why and what to write instead
    static IpPrefix parse(String text) {
        return PrefixText.read(text).orThrow();
    }

    /// Reads a prefix, or gives nothing where [#parse] would fail.
    static Optional<IpPrefix> tryParse(String text) {
        return PrefixText.read(text).toOptional();
    }

    /// Reads a prefix as [#parse] does, or a bare address as the /32 or /128 that holds it alone.
    ///
    /// @throws IllegalArgumentException if `text` is neither; the message says why
    static IpPrefix parseAddressOrPrefix(String text) {
        return text.indexOf('/') >= 0
                ? parse(text)
                : IpAddress.parse(text).toPrefix();
    }

    /// Reads a prefix or a bare address and clears its host bits, as Azure does with `10.0.0.5/24` (FW-25).
    ///
    /// @throws IllegalArgumentException if `text` is wrong in any other way
    static IpPrefix masking(String text) {
        return text.indexOf('/') >= 0
                ? PrefixText.readMasking(text).orThrow()
                : IpAddress.parse(text).toPrefix();
    }

    /// The prefix of `length` bits that contains `address`.
    ///
    /// @throws IllegalArgumentException if `length` is negative or beyond the family's width
    static IpPrefix of(IpAddress address, int length) {
        return switch (address) {
            case Ipv4Address a -> Ipv4Prefix.of(a, length);
            case Ipv6Address a -> Ipv6Prefix.of(a, length);
        };
    }

    /// The number of bits that all addresses of this prefix share: 0 to 32 or 0 to 128.
    int length();

    /// The lowest address.
    IpAddress first();

    /// The highest address.
    IpAddress last();

    /// Whether `address` lies in this prefix; never so for an address of the other family.
    boolean contains(IpAddress address);

    /// Whether every address of `other` lies in this prefix.
    default boolean contains(IpPrefix other) {
        return other.length() >= length() && contains(other.first());
    }

    /// Whether some address lies in both. Two prefixes overlap only where one contains the other.
    default boolean overlaps(IpPrefix other) {
        return contains(other) || other.contains(this);
    }

    boolean isIpv4();

    /// Whether this prefix holds one address only.
    default boolean isSingleAddress() {
        return length() == first().bitCount();
    }

    default IpRange toRange() {
        return new IpRange(first(), last());
    }

    @Override
    default int compareTo(IpPrefix other) {
        int byFirst = first().compareTo(other.first());
        return byFirst != 0 ? byFirst : Integer.compare(length(), other.length());
    }
}

package dev.sekisho.model.address;

/// An IPv4 prefix; `network` holds the bits of its first address, see [Ipv4Address].
public record Ipv4Prefix(int network, int length) implements IpPrefix {

    /// Every IPv4 address: `0.0.0.0/0`.
    public static final Ipv4Prefix ALL = new Ipv4Prefix(0, 0);

    public Ipv4Prefix {
        PrefixText.checkLength(length, Ipv4Address.BITS);
        if ((network & ~mask(length)) != 0) {
            throw new IllegalArgumentException(
                    PrefixText.hostBits(new Ipv4Address(network), length, new Ipv4Address(network & mask(length))));
        }
    }

    /// Reads a prefix as [IpPrefix#parse] does, of IPv4 only.
    ///
    /// @throws IllegalArgumentException if `text` is no IPv4 prefix
    public static Ipv4Prefix parse(String text) {
        return switch (IpPrefix.parse(text)) {
            case Ipv4Prefix prefix -> prefix;
            case Ipv6Prefix prefix ->
                throw new IllegalArgumentException(prefix + " is IPv6; an IPv4 prefix belongs here");
        };
    }

    /// The prefix of `length` bits that contains `address`.
    public static Ipv4Prefix of(Ipv4Address address, int length) {
        return new Ipv4Prefix(address.bits() & mask(length), length);
    }

    @Override
    public Ipv4Address first() {
        return new Ipv4Address(network);
    }

    @Override
    public Ipv4Address last() {
        return new Ipv4Address(network | ~mask(length));
    }

    @Override
    public boolean contains(IpAddress address) {
        return switch (address) {
            case Ipv4Address(int bits) -> (bits & mask(length)) == network;
            case Ipv6Address _ -> false;
        };
    }

    @Override
    public boolean isIpv4() {
        return true;
    }

    @Override
    public String toString() {
        return first() + "/" + length;
    }

    // Java shifts by the count modulo 32, so /0 needs its own case.
    private static int mask(int length) {
        return length == 0 ? 0 : -1 << (Ipv4Address.BITS - length);
    }
}

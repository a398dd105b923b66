package dev.sekisho.model.address;

/// An IPv6 prefix; `high` and `low` hold the bits of its first address, see [Ipv6Address].
public record Ipv6Prefix(long high, long low, int length) implements IpPrefix {

    /// Every IPv6 address: `::/0`.
    public static final Ipv6Prefix ALL = new Ipv6Prefix(0, 0, 0);

    public Ipv6Prefix {
        PrefixText.checkLength(length, Ipv6Address.BITS);
        long networkHigh = high & highMask(length);
        long networkLow = low & lowMask(length);
        if (networkHigh != high || networkLow != low) {
            throw new IllegalArgumentException(
                    PrefixText.hostBits(new Ipv6Address(high, low), length, new Ipv6Address(networkHigh, networkLow)));
        }
    }

    /// Reads a prefix as [IpPrefix#parse] does, of IPv6 only.
    ///
    /// @throws IllegalArgumentException if `text` is no IPv6 prefix
    public static Ipv6Prefix parse(String text) {
        return switch (IpPrefix.parse(text)) {
            case Ipv4Prefix prefix ->
                throw new IllegalArgumentException(prefix + " is IPv4; an IPv6 prefix belongs here");
            case Ipv6Prefix prefix -> prefix;
        };
    }

    /// The prefix of `length` bits that contains `address`.
    public static Ipv6Prefix of(Ipv6Address address, int length) {
        return new Ipv6Prefix(address.high() & highMask(length), address.low() & lowMask(length), length);
    }

    @Override
    public Ipv6Address first() {
        return new Ipv6Address(high, low);
    }

    @Override
    public Ipv6Address last() {
        return new Ipv6Address(high | ~highMask(length), low | ~lowMask(length));
    }

    @Override
    public boolean contains(IpAddress address) {
        return switch (address) {
            case Ipv4Address _ -> false;
            case Ipv6Address(long otherHigh, long otherLow) ->
                (otherHigh & highMask(length)) == high && (otherLow & lowMask(length)) == low;
        };
    }

    @Override
    public boolean isIpv4() {
        return false;
    }

    @Override
    public String toString() {
        return first() + "/" + length;
    }

    // Java shifts by the count modulo 64, so both ends of each half need their own case.
    private static long highMask(int length) {
        if (length >= Long.SIZE) {
            return -1;
        }
        return length == 0 ? 0 : -1L << (Long.SIZE - length);
    }

    private static long lowMask(int length) {
        return length <= Long.SIZE ? 0 : -1L << (Ipv6Address.BITS - length);
    }
}

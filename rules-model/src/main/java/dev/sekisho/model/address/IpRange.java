package dev.sekisho.model.address;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The addresses from `first` to `last`, both included, of one family. Ordered by first address, then by last.
public record IpRange(IpAddress first, IpAddress last) implements Comparable<IpRange> {

    private static final Comparator<IpRange> BY_FIRST_THEN_LAST = Comparator.comparing(IpRange::first)
            .thenComparing(IpRange::last);

    public IpRange {
        if (!first.isSameFamilyAs(last)) {
            throw new IllegalArgumentException(
                    "the range " + first + "-" + last + " begins in one address family and ends in the other");
        }
        if (first.compareTo(last) > 0) {
            throw new IllegalArgumentException(
                    "the range " + first + "-" + last + " ends before it begins: write " + last + "-" + first);
        }
    }

    /// The range that holds `address` alone.
    public static IpRange single(IpAddress address) {
        return new IpRange(address, address);
    }

    /// Reads `first-last`, or a bare address as the range that holds it alone.
    ///
    /// @throws IllegalArgumentException if `text` is no range; the message says why
    public static IpRange parse(String text) {
        int dash = text.indexOf('-');
        return dash < 0
                ? single(IpAddress.parse(text))
                : new IpRange(IpAddress.parse(text.substring(0, dash)), IpAddress.parse(text.substring(dash + 1)));
    }

    /// Reads a range, or gives nothing where [#parse] would fail.
    public static Optional<IpRange> tryParse(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public boolean contains(IpAddress address) {
        return first.compareTo(address) <= 0 && address.compareTo(last) <= 0;
    }

    public boolean contains(IpRange other) {
        return contains(other.first) && contains(other.last);
    }

    public boolean overlaps(IpRange other) {
        return first.compareTo(other.last) <= 0 && other.first.compareTo(last) <= 0;
    }

    public boolean isIpv4() {
        return first.isIpv4();
    }

    /// The number of addresses.
    public BigInteger size() {
        return last.toBigInteger().subtract(first.toBigInteger()).add(BigInteger.ONE);
    }

    /// The fewest prefixes that hold exactly these addresses, lowest first.
    public List<IpPrefix> toPrefixes() {
        List<IpPrefix> prefixes = new ArrayList<>();
        Optional<IpAddress> rest = Optional.of(first);
        while (rest.isPresent() && rest.get().compareTo(last) <= 0) {
            IpPrefix widest = widestPrefixFrom(rest.get());
            prefixes.add(widest);
            rest = widest.last().next();
        }
        return List.copyOf(prefixes);
    }

    private IpPrefix widestPrefixFrom(IpAddress address) {
        int length = address.bitCount() - address.trailingZeros();
        while (IpPrefix.of(address, length).last().compareTo(last) > 0) {
            length++;
        }
        return IpPrefix.of(address, length);
    }

    @Override
    public int compareTo(IpRange other) {
        return BY_FIRST_THEN_LAST.compare(this, other);
    }

    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + "-" + last;
    }
}

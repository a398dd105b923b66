package dev.sekisho.model.address;

import dev.sekisho.model.diagnostic.Quotation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The protocol number in an IP header, 0 to 255, as IANA assigns them. "Any protocol" is not one of them.
public record IpProtocol(int number) implements Comparable<IpProtocol> {

    public static final IpProtocol ICMP = new IpProtocol(1);
    public static final IpProtocol TCP = new IpProtocol(6);
    public static final IpProtocol UDP = new IpProtocol(17);
    public static final IpProtocol GRE = new IpProtocol(47);
    public static final IpProtocol ESP = new IpProtocol(50);
    public static final IpProtocol AH = new IpProtocol(51);
    public static final IpProtocol ICMPV6 = new IpProtocol(58);

    private static final int HIGHEST = 255;
    private static final List<IpProtocol> NAMED = List.of(ICMP, TCP, UDP, GRE, ESP, AH, ICMPV6);

    public IpProtocol {
        if (number < 0 || number > HIGHEST) {
            throw new IllegalArgumentException("the protocol number " + number + " is not from 0 to " + HIGHEST);
        }
    }

    /// Reads a protocol's name in any letter case, or its number: `TCP`, `icmp`, `47`.
    ///
    /// @throws IllegalArgumentException if `text` is neither
    public static IpProtocol parse(String text) {
        return tryParse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        Quotation.of(text)
                                + " is no IP protocol: write TCP, UDP, ICMP, ICMPv6, ESP, AH, GRE or a number from 0 to "
                                + HIGHEST));
    }

    /// Reads a protocol, or gives nothing where [#parse] would fail.
    public static Optional<IpProtocol> tryParse(String text) {
        OptionalInt number = Decimal.read(text);
        if (number.isPresent()) {
            return number.getAsInt() <= HIGHEST ? Optional.of(new IpProtocol(number.getAsInt())) : Optional.empty();
        }
        // Letters beyond ASCII are refused first: a dotless i equals I when case is ignored.
        boolean ascii = text.chars().allMatch(c -> c < 0x80);
        return NAMED.stream()
                .filter(named -> ascii && named.toString().equalsIgnoreCase(text))
                .findFirst();
    }

    /// Whether flows of this protocol have ports.
    public boolean hasPorts() {
        return equals(TCP) || equals(UDP);
    }

    @Override
    public int compareTo(IpProtocol other) {
        return Integer.compare(number, other.number);
    }

    /// The name where the protocol has a constant here, else the number.
    @Override
    public String toString() {
        return switch (number) {
            case 1 -> "ICMP";
            case 6 -> "TCP";
            case 17 -> "UDP";
            case 47 -> "GRE";
            case 50 -> "ESP";
            case 51 -> "AH";
            case 58 -> "ICMPv6";
            default -> Integer.toString(number);
        };
    }
}

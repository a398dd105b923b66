package dev.sekisho.model.address;

import dev.sekisho.model.diagnostic.Quotation;
import java.util.Optional;
import java.util.OptionalInt;

/// The ports from `first` to `last`, both included: `443`, `8000-8010` or `*`.
///
/// Ports go from 0 to 65535. Azure lets rules write 1 to 65535 only (FW-25), which is for a validator to say: here
/// `*` is really every port, so that it fits a flow with port 0 and differs from a written `1-65535`.
public record PortRange(int first, int last) implements Comparable<PortRange> {

    /// The highest port number.
    public static final int HIGHEST = 65_535;

    /// Every port, written `*`.
    public static final PortRange ANY = new PortRange(0, HIGHEST);

    public PortRange {
        if (first < 0 || last > HIGHEST) {
            throw new IllegalArgumentException(
                    "the port " + (first < 0 ? first : last) + " is not from 0 to " + HIGHEST);
        }
        if (first > last) {
            throw new IllegalArgumentException(
                    "the port range " + first + "-" + last + " ends before it begins: write " + last + "-" + first);
        }
    }

    /// The range that holds `port` alone.
    public static PortRange single(int port) {
        return new PortRange(port, port);
    }

    /// Reads `443`, `8000-8010` or `*`.
    ///
    /// @throws IllegalArgumentException if `text` is none of these; the message says why
    public static PortRange parse(String text) {
        if (text.equals("*")) {
            return ANY;
        }
        int dash = text.indexOf('-');
        return dash < 0
                ? single(port(text, text))
                : new PortRange(port(text.substring(0, dash), text), port(text.substring(dash + 1), text));
    }

    /// Reads a port range, or gives nothing where [#parse] would fail.
    public static Optional<PortRange> tryParse(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static int port(String number, String text) {
        OptionalInt port = Decimal.read(number);
        if (port.isPresent() && port.getAsInt() <= HIGHEST) {
            return port.getAsInt();
        }
        String problem = Decimal.hasLeadingZero(number)
                ? Quotation.of(number) + " has a leading zero"
                : Quotation.of(number) + " is not a port from 0 to " + HIGHEST;
        throw new IllegalArgumentException(
                number.equals(text)
                        ? problem + "; a port is written 443, a range 8000-8010, every port *"
                        : problem + " in " + Quotation.of(text));
    }

    public boolean contains(int port) {
        return first <= port && port <= last;
    }

    public boolean contains(PortRange other) {
        return first <= other.first && other.last <= last;
    }

    public boolean overlaps(PortRange other) {
        return first <= other.last && other.first <= last;
    }

    /// The number of ports.
    public int size() {
        return last - first + 1;
    }

    @Override
    public int compareTo(PortRange other) {
        int byFirst = Integer.compare(first, other.first);
        return byFirst != 0 ? byFirst : Integer.compare(last, other.last);
    }

    @Override
    public String toString() {
        if (equals(ANY)) {
            return "*";
        }
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}

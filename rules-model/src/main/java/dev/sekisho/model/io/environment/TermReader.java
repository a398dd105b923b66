package dev.sekisho.model.io.environment;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpRange;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.environment.ValidationCode;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.name.UrlPattern;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads the entries of rules and routes: addresses, ports, names (`FW-25`, `FW-35`, `FW-38`). What Azure would refuse
/// is reported at its place and kept as an entry that never matches. `<name>` stands for a value that only deployment
/// will tell.
final class TermReader {
    private final Diagnostics diagnostics;

    TermReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    List<Entry<AddressTerm>> addresses(Fields fields, String key) {
        return fields.scalars(key).stream().map(this::address).toList();
    }

    List<Entry<PortTerm>> ports(Fields fields, String key) {
        return fields.scalars(key).stream().map(item -> port(item, 1)).toList();
    }

    List<Entry<FqdnPattern>> patterns(Fields fields, String key) {
        return fields.scalars(key).stream().map(item -> pattern(item, ValidationCode.FQDN_WILDCARD)).toList();
    }

    /// Names of network rules: a wildcard is refused (`FW-23`).
    List<Entry<FqdnPattern>> networkNames(Fields fields, String key) {
        return fields.scalars(key).stream().map(this::networkName).toList();
    }

    List<Entry<UrlPattern>> urls(Fields fields, String key) {
        return fields.scalars(key).stream().map(item -> entry(item, ValidationCode.URL_PATTERN, UrlPattern::parse))
                .toList();
    }

    List<Entry<IpAddress>> ipAddresses(Fields fields, String key) {
        return fields.scalars(key).stream().map(this::ipAddress).toList();
    }

    Entry<IpAddress> ipAddress(Node.Scalar scalar) {
        return entry(scalar, ValidationCode.ADDRESS, IpAddress::parse);
    }

    Entry<AddressTerm> address(Node.Scalar scalar) {
        String text = scalar.text();
        if (scalar.isUnknown()) {
            return new Entry.Unknown<>(text);
        }
        if (text.equals("*")) {
            return Entry.of(AddressTerm.Any.ANY);
        }
        if (text.indexOf('/') >= 0) {
            return maskedPrefix(scalar, AddressTerm.Prefix::new);
        }
        boolean numeric = !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9' || text.indexOf(':') >= 0;
        if (numeric && text.indexOf('-') > 0) {
            return range(scalar);
        }
        return entry(scalar, ValidationCode.ADDRESS, numeric
                ? address -> new AddressTerm.Prefix(IpAddress.parse(address).toPrefix())
                : tag -> new AddressTerm.Tag(ServiceTagName.parse(tag)));
    }

    /// Reads a prefix and clears its host bits with a warning (`FW-25`).
    <T> Entry<T> maskedPrefix(Node.Scalar scalar, Function<IpPrefix, T> make) {
        Entry<T> entry = entry(scalar, ValidationCode.ADDRESS, text -> make.apply(IpPrefix.masking(text)));
        if (hasHostBits(scalar.text())) {
            IpPrefix masked = IpPrefix.masking(scalar.text());
            diagnostics.warning(ValidationCode.HOST_BITS.name(), scalar.at(),
                    Quotation.of(scalar.text()) + " has host bits set, and Azure reads it as " + masked,
                    "write " + masked);
        }
        return entry;
    }

    static boolean hasHostBits(String text) {
        if (text.indexOf('/') < 0 || IpPrefix.tryParse(text).isPresent()) {
            return false;
        }
        try {
            IpPrefix.masking(text);
            return true;
        } catch (IllegalArgumentException notEvenMasked) {
            return false;
        }
    }

    private Entry<AddressTerm> range(Node.Scalar scalar) {
        String text = scalar.text();
        int dash = text.indexOf('-');
        Optional<IpAddress> first = IpAddress.tryParse(text.substring(0, dash));
        Optional<IpAddress> last = IpAddress.tryParse(text.substring(dash + 1));
        boolean reversed = first.isPresent() && last.isPresent() && first.get().isSameFamilyAs(last.get())
                && first.get().compareTo(last.get()) > 0;
        return entry(scalar, reversed ? ValidationCode.RANGE_ORDER : ValidationCode.ADDRESS,
                range -> new AddressTerm.Range(IpRange.parse(range)));
    }

    /// Reads a port, a range of ports or `*`.
    ///
    /// @param lowest the lowest port that may be written there
    Entry<PortTerm> port(Node.Scalar scalar, int lowest) {
        String text = scalar.text();
        if (scalar.isUnknown()) {
            return new Entry.Unknown<>(text);
        }
        if (text.equals("*")) {
            return Entry.of(PortTerm.Any.ANY);
        }
        return entry(scalar, reversed(text) ? ValidationCode.RANGE_ORDER : ValidationCode.PORT_RANGE, port -> {
            if (port.indexOf(',') >= 0) {
                throw new IllegalArgumentException(
                        Quotation.of(port) + " is several ports: write them as items of the list");
            }
            PortRange range = PortRange.parse(port);
            if (range.first() < lowest) {
                throw new IllegalArgumentException("the port " + Quotation.of(port) + " is not from " + lowest + " to "
                        + PortRange.HIGHEST);
            }
            return new PortTerm.Range(range);
        });
    }

    private static boolean reversed(String text) {
        int dash = text.indexOf('-');
        return dash > 0 && PortRange.tryParse(text).isEmpty()
                && PortRange.tryParse(text.substring(0, dash)).isPresent()
                && PortRange.tryParse(text.substring(dash + 1)).isPresent();
    }

    Entry<FqdnPattern> pattern(Node.Scalar scalar, ValidationCode misplacedWildcard) {
        boolean misplaced = scalar.text().lastIndexOf('*') > 0;
        return entry(scalar, misplaced ? misplacedWildcard : ValidationCode.FQDN, FqdnPattern::parse);
    }

    private Entry<FqdnPattern> networkName(Node.Scalar scalar) {
        if (scalar.text().indexOf('*') < 0) {
            return pattern(scalar, ValidationCode.NETWORK_FQDN_WILDCARD);
        }
        return malformed(scalar, ValidationCode.NETWORK_FQDN_WILDCARD, "a network rule cannot hold the wildcard "
                + Quotation.of(scalar.text()) + ", because the firewall resolves the name itself",
                "write the names one by one, or use an application rule");
    }

    /// Reads an entry by a parser of the domain, whose refusal gets that code.
    <T> Entry<T> entry(Node.Scalar scalar, ValidationCode code, Function<String, ? extends T> parser) {
        String text = scalar.text();
        if (scalar.isUnknown()) {
            return new Entry.Unknown<>(text);
        }
        if (text.length() > 2 && text.startsWith("<") && text.endsWith(">")) {
            return new Entry.Unknown<>(text.substring(1, text.length() - 1));
        }
        try {
            return Entry.of(parser.apply(text));
        } catch (IllegalArgumentException e) {
            return malformed(scalar, code, String.valueOf(e.getMessage()), "");
        }
    }

    <T> Entry<T> malformed(Node.Scalar scalar, ValidationCode code, String problem, String remedy) {
        diagnostics.error(code.name(), scalar.at(), problem, remedy);
        return new Entry.Malformed<>(scalar.text(), code.name(), problem);
    }

    /// Reads prefixes that must be exact, such as the ranges of a network. One with host bits is reported and used
    /// without them, so that the rest can still be judged.
    List<IpPrefix> prefixes(Fields fields, String key) {
        List<IpPrefix> prefixes = new ArrayList<>();
        fields.scalars(key).forEach(item -> prefix(item).ifPresent(prefixes::add));
        return List.copyOf(prefixes);
    }

    Optional<IpPrefix> prefix(Node.Scalar scalar) {
        if (hasHostBits(scalar.text())) {
            IpPrefix masked = IpPrefix.masking(scalar.text());
            diagnostics.error(ValidationCode.HOST_BITS.name(), scalar.at(),
                    Quotation.of(scalar.text()) + " has host bits set", "write " + masked);
            return Optional.of(masked);
        }
        return exact(scalar, IpPrefix::parse);
    }

    /// Reads addresses that must be known, such as DNS servers.
    List<IpAddress> exactAddresses(Fields fields, String key) {
        List<IpAddress> addresses = new ArrayList<>();
        fields.scalars(key).forEach(item -> exact(item, IpAddress::parse).ifPresent(addresses::add));
        return List.copyOf(addresses);
    }

    Optional<IpAddress> exactAddress(Fields fields, String key) {
        return fields.scalar(key).flatMap(scalar -> exact(scalar, IpAddress::parse));
    }

    private <T> Optional<T> exact(Node.Scalar scalar, Function<String, T> parser) {
        Entry<T> entry = entry(scalar, ValidationCode.ADDRESS, parser);
        if (entry instanceof Entry.Unknown<T>(String name)) {
            malformed(scalar, ValidationCode.ADDRESS, "this address is known only after deployment, and is left out: "
                    + name, "give the values of a template's parameters with --parameters, or write the address");
        }
        return entry.known();
    }
}

package dev.sekisho.model.name;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.diagnostic.Quotation;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A host name in canonical form: lower-case ASCII, no dot at the end, labels of 1 to 63 letters, digits, hyphens and
/// underscores, at most 253 characters in all.
///
/// Hyphens and underscores may stand anywhere in a label, because DNS allows it and traffic shows it. An IPv4 address
/// in place of a name, as a Host header may hold it, is a name too, see [#isAddressLiteral].
public record Fqdn(String value) implements Comparable<Fqdn> {

    public Fqdn {
        if (!NameText.isCanonical(value)) {
            throw new IllegalArgumentException(
                    Quotation.of(value) + " is not in canonical form; read it with Fqdn.parse");
        }
    }

    /// A name together with what its text had to lose to become canonical.
    public record Normalised(Fqdn name, Set<NameChange> changes) {

        public Normalised {
            changes = Collections.unmodifiableSet(new TreeSet<>(changes));
        }

        /// Whether the text was not canonical as written (FW-36).
        public boolean changed() {
            return !changes.isEmpty();
        }
    }

    /// Reads a name and brings it into canonical form: letters to lower case, international labels to their `xn--` form
    /// (IDNA 2003), one dot at the end away.
    ///
    /// @throws IllegalArgumentException if `text` is no name; the message says why
    public static Fqdn parse(String text) {
        return normalise(text).name();
    }

    /// Reads a name, or gives nothing where [#parse] would fail.
    public static Optional<Fqdn> tryParse(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Reads a name as [#parse] does and tells what changed on the way.
    ///
    /// @throws IllegalArgumentException if `text` is no name; the message says why
    public static Normalised normalise(String text) {
        NameText.Canonical canonical = NameText.canonical(text, text);
        return new Normalised(new Fqdn(canonical.text()), canonical.changes());
    }

    /// The parts between the dots, from the left.
    public List<String> labels() {
        return List.of(value.split("\\."));
    }

    /// The name without its first label, or nothing for a name of one label.
    public Optional<Fqdn> parent() {
        int dot = value.indexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(new Fqdn(value.substring(dot + 1)));
    }

    /// Whether this name ends in `.` and `ancestor`.
    public boolean isBelow(Fqdn ancestor) {
        return value.endsWith("." + ancestor.value);
    }

    /// Whether this is the text of an IPv4 address. Such a name has no labels in the sense of DNS; only an equal
    /// pattern or `*` matches it (FW-37).
    public boolean isAddressLiteral() {
        char last = value.charAt(value.length() - 1);
        return last >= '0' && last <= '9' && IpAddress.tryParse(value).isPresent();
    }

    @Override
    public int compareTo(Fqdn other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

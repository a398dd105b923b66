package dev.sekisho.model.name;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.diagnostic.Quotation;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a rule says about names (FW-35): one name, or with a `*` in front every name that ends in `literal`.
///
/// | written | `wildcard` | `literal` | matches |
/// |---|---|---|---|
/// | `contoso.com` | false | `contoso.com` | that name only |
/// | `*.contoso.com` | true | `.contoso.com` | every name below it, of any depth |
/// | `*contoso.com` | true | `contoso.com` | also the name itself, and `evilcontoso.com` |
/// | `*` | true | empty | every name |
///
/// An IP address in the place of a name is matched by an equal pattern and by `*` only (FW-37).
///
/// The spelling is provenance, not meaning: patterns that match the same names are equal.
///
/// @param written the text that was read, which FW-36 asks for
public record FqdnPattern(boolean wildcard, String literal, String written) implements Comparable<FqdnPattern> {

    /// Every name: `*`.
    public static final FqdnPattern ANY = new FqdnPattern(true, "");

    public FqdnPattern {
        if (!wildcard || !literal.isEmpty()) {
            boolean leadingDot = wildcard && literal.startsWith(".");
            String name = leadingDot ? literal.substring(1) : literal;
            if (!NameText.isCanonical(name)) {
                throw new IllegalArgumentException(
                        literal + " is not in canonical form; read it with FqdnPattern.parse");
            }
            if (leadingDot && literal.length() + 1 > NameText.LONGEST_NAME) {
                throw new IllegalArgumentException(
                        Quotation.of("*" + literal) + " matches no name: all would have more than "
                                + NameText.LONGEST_NAME
                                + " characters");
            }
        }
    }

    /// A pattern that was not read from anywhere: it is written as it prints.
    public FqdnPattern(boolean wildcard, String literal) {
        this(wildcard, literal, wildcard ? "*" + literal : literal);
    }

    /// A pattern together with what its text had to lose to become canonical.
    public record Normalised(FqdnPattern pattern, Set<NameChange> changes) {

        public Normalised {
            changes = Collections.unmodifiableSet(new TreeSet<>(changes));
        }

        /// Whether the text was not canonical as written (FW-36).
        public boolean changed() {
            return !changes.isEmpty();
        }
    }

    /// The pattern that matches `name` alone.
    public static FqdnPattern exactly(Fqdn name) {
        return new FqdnPattern(false, name.value());
    }

    /// The pattern `*.name`: every name below `name`.
    public static FqdnPattern below(Fqdn name) {
        return new FqdnPattern(true, "." + name.value());
    }

    /// Reads a pattern and brings it into the canonical form of [Fqdn#parse].
    ///
    /// Strict: a `*` may only be the first character.
    ///
    /// @throws IllegalArgumentException if `text` is no pattern; the message says why
    public static FqdnPattern parse(String text) {
        return normalise(text).pattern();
    }

    /// Reads a pattern, or gives nothing where [#parse] would fail.
    public static Optional<FqdnPattern> tryParse(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Reads a pattern as [#parse] does and tells what changed on the way.
    ///
    /// @throws IllegalArgumentException if `text` is no pattern; the message says why
    public static Normalised normalise(String text) {
        if (text.equals("*")) {
            return new Normalised(ANY, Set.of());
        }
        boolean wildcard = text.startsWith("*");
        boolean leadingDot = text.startsWith("*.");
        NameText.Canonical canonical = NameText.canonical(text.substring(leadingDot ? 2 : wildcard ? 1 : 0), text);
        String literal = leadingDot ? "." + canonical.text() : canonical.text();
        return new Normalised(new FqdnPattern(wildcard, literal, text), canonical.changes());
    }

    /// Whether `pattern` matches `name` character by character, with nothing normalised. Where this is false and
    /// [#matches] is true, the match rests on FW-36.
    public static boolean matchesAsWritten(String pattern, String name) {
        if (!pattern.startsWith("*")) {
            return pattern.equals(name);
        }
        return name.endsWith(pattern.substring(1));
    }

    public boolean matches(Fqdn name) {
        if (!wildcard) {
            return name.value().equals(literal);
        }
        return literal.isEmpty() || name.value().endsWith(literal) && !name.isAddressLiteral();
    }

    /// Whether this pattern matches the name in `text`, which is brought into canonical form first. A text that is no
    /// name, such as an IPv6 address in a Host header, is matched by `*` only, and an empty one by nothing.
    public boolean matches(String text) {
        return Fqdn.tryParse(text).map(this::matches).orElse(!text.isBlank() && equals(ANY));
    }

    /// Whether every name that `other` matches is matched by this pattern too.
    public boolean covers(FqdnPattern other) {
        if (!other.wildcard) {
            return matches(new Fqdn(other.literal));
        }
        if (!wildcard) {
            return other.literal.equals(literal) && other.matchesItsLiteralOnly();
        }
        return other.literal.endsWith(literal);
    }

    /// Whether some name is matched by both patterns.
    public boolean overlaps(FqdnPattern other) {
        return covers(other) || other.covers(this);
    }

    /// Whether the literal, which is a name, leaves no room for text in the place of the `*`.
    private boolean matchesItsLiteralOnly() {
        int firstDot = literal.indexOf('.');
        int firstLabel = firstDot < 0 ? literal.length() : firstDot;
        int shortestAddition = firstLabel == NameText.LONGEST_LABEL ? "a.".length() : "a".length();
        return literal.length() + shortestAddition > NameText.LONGEST_NAME;
    }

    /// Whether this pattern has a `*`.
    public boolean isWildcard() {
        return wildcard;
    }

    /// The one name that a pattern without `*` stands for.
    public Optional<Fqdn> exactName() {
        return wildcard ? Optional.empty() : Optional.of(new Fqdn(literal));
    }

    /// Whether this pattern is the text of an IP address, which it then matches as a name (FW-37).
    public boolean isAddressLiteral() {
        return !wildcard && mayBeAddress() && IpAddress.tryParse(literal).isPresent();
    }

    /// Whether the literal ends in a digit, as every IPv4 address does, or has a colon, as every IPv6 address has.
    private boolean mayBeAddress() {
        return !literal.isEmpty() && Character.isDigit(literal.charAt(literal.length() - 1)) || literal.contains(":");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FqdnPattern that && wildcard == that.wildcard && literal.equals(that.literal);
    }

    @Override
    public int hashCode() {
        return 31 * literal.hashCode() + Boolean.hashCode(wildcard);
    }

    /// By the literal, a plain name before the wildcards that end in it.
    @Override
    public int compareTo(FqdnPattern other) {
        int byLiteral = literal.compareTo(other.literal);
        return byLiteral != 0 ? byLiteral : Boolean.compare(wildcard, other.wildcard);
    }

    @Override
    public String toString() {
        return wildcard ? "*" + literal : literal;
    }
}

package dev.sekisho.generator.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Gives out names that Azure accepts (`FW-61`): letters, digits, `_`, `.` and `-`, starting with a letter or digit, ending
/// with a letter, digit or `_`, and never twice in one scope, whatever the letter case.
///
/// A name that has to be shortened, that loses a character or that is taken ends in a hash of what it was made from, so that
/// the same input gives the same name and two inputs never share one.
final class AzureNames {
    /// The longest name of a group, collection, route table or IP group.
    static final int LONGEST = 80;

    private static final int HASH_DIGITS = 8;

    private final int longest;
    private final Set<String> taken = new TreeSet<>();

    private AzureNames(int longest) {
        this.longest = longest;
    }

    /// A new scope in which names are unique.
    static AzureNames scope() {
        return new AzureNames(LONGEST);
    }

    /// A new scope whose names have at most `longest` characters.
    static AzureNames scope(int longest) {
        return new AzureNames(longest);
    }

    /// Returns a name outside of any scope.
    static String of(String... parts) {
        return scope().next(parts);
    }

    /// Returns the next name, made of its parts with hyphens between them.
    String next(String... parts) {
        String wanted = String.join("-", parts);
        String plain = trimmed(wanted.replace(':', '-').replaceAll("[^A-Za-z0-9_.-]", "-"));
        boolean kept = plain.equals(wanted.replace(':', '-')) && plain.length() <= longest;
        String name = kept ? plain : hashed(plain, wanted);
        if (!taken.add(name.toLowerCase(Locale.ROOT))) {
            int again = 1;
            do {
                name = hashed(plain, wanted + "#" + again++);
            } while (!taken.add(name.toLowerCase(Locale.ROOT)));
        }
        return name;
    }

    private String hashed(String plain, String original) {
        String stem = trimmed(plain.substring(0, Math.min(plain.length(), longest - HASH_DIGITS - 1)));
        return stem.isEmpty() ? "n" + hash(original) : stem + "-" + hash(original);
    }

    private static String trimmed(String text) {
        return text.replaceAll("^[^A-Za-z0-9]+", "").replaceAll("[.-]+$", "");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}

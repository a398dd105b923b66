package dev.sekisho.generator.naming;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Gives out names that Azure accepts (`FW-61`): letters, digits, `_`, `.` and `-`, starting with a letter or digit, ending
/// with a letter, digit or `_`, and never twice in one scope, whatever the letter case.
///
/// A name that has to be shortened, that loses a character or that is taken carries a hash of what it was made from, so that
/// the same input gives the same name and two inputs never share one.
public final class AzureNames {
    /// The longest name of a group, collection, route table or IP group.
    public static final int LONGEST = 80;

    private static final int HASH_DIGITS = 8;
    private static final Pattern REFUSED = Pattern.compile("[^A-Za-z0-9_.-]");
    private static final Pattern ENDS = Pattern.compile("^[^A-Za-z0-9]+|[.-]+$");

    private final int longest;
    private final Set<String> taken = new TreeSet<>();

    private AzureNames(int longest) {
        this.longest = longest;
    }

    /// A new scope in which names are unique.
    public static AzureNames scope() {
        return new AzureNames(LONGEST);
    }

    /// A new scope whose names have at most `longest` characters.
    public static AzureNames scope(int longest) {
        return new AzureNames(longest);
    }

    /// Returns a name outside of any scope.
    public static String of(String... parts) {
        return scope().next(parts);
    }

    /// Returns the next name, made of its parts with hyphens between them. Where it is too long the longest part is cut,
    /// so that the others still tell what it is.
    public String next(String... parts) {
        String wanted = String.join("-", parts).replace(':', '-');
        String plain = plain(wanted);
        String name = plain.equals(wanted) && plain.length() <= longest ? plain : hashed(parts, wanted);
        int again = 1;
        while (!taken.add(name.toLowerCase(Locale.ROOT))) {
            name = hashed(parts, wanted + "#" + again++);
        }
        return name;
    }

    private String hashed(String[] parts, String original) {
        String mark = "-" + hash(original);
        String[] shorter = parts.clone();
        int longestPart = 0;
        for (int i = 1; i < shorter.length; i++) {
            longestPart = shorter[i].length() > shorter[longestPart].length() ? i : longestPart;
        }
        int tooMany = Math.max(0, String.join("-", parts).length() + mark.length() - longest);
        int kept = Math.max(0, shorter[longestPart].length() - tooMany);
        shorter[longestPart] = trimmed(shorter[longestPart].substring(0, kept)) + mark;
        String name = plain(String.join("-", shorter));
        return name.length() <= longest ? name : trimmed(name.substring(0, longest - mark.length())) + mark;
    }

    private static String plain(String text) {
        String plain = trimmed(REFUSED.matcher(text).replaceAll("-"));
        return plain.isEmpty() ? "n" : plain;
    }

    private static String trimmed(String text) {
        return ENDS.matcher(text).replaceAll("");
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

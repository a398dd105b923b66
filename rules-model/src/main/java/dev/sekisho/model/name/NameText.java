package dev.sekisho.model.name;

import dev.sekisho.model.diagnostic.Quotation;
import java.net.IDN;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Turns the text of a host name, or of the end of one, into canonical form: lower-case ASCII without a final dot.
final class NameText {

    static final int LONGEST_NAME = 253;
    static final int LONGEST_LABEL = 63;

    /// More text than this is refused before anything looks at it: the work for a label grows with its square.
    private static final int LONGEST_TEXT = 1024;

    /// Characters that IDNA 2003 drops or replaces and IDNA 2008 keeps, so that one text means two names:
    /// sharp s, final sigma, zero width joiner and non-joiner.
    private static final String DEVIATIONS = "ßẞς\u200c\u200d";

    /// The full stop and the characters that IDNA takes for one.
    private static final Pattern DOT = Pattern.compile("[.。．｡]");

    private NameText() {}

    record Canonical(String text, Set<NameChange> changes) {}

    /// The canonical form of `written`.
    ///
    /// @param what what `written` is part of, for the message
    /// @throws IllegalArgumentException if it is no name; the message says why
    static Canonical canonical(String written, String what) {
        if (isCanonical(written)) {
            return new Canonical(written, Set.of());
        }
        if (written.length() > LONGEST_TEXT) {
            throw problem(what, "it has more than " + LONGEST_TEXT + " characters");
        }
        Set<NameChange> changes = EnumSet.noneOf(NameChange.class);
        List<String> labels = new ArrayList<>(List.of(DOT.split(written, -1)));
        if (labels.size() > 1 && labels.getLast().isEmpty()) {
            labels.removeLast();
            changes.add(NameChange.TRAILING_DOT);
        }
        List<String> canonical = new ArrayList<>(labels.size());
        for (String label : labels) {
            canonical.add(canonicalLabel(label, what, changes));
        }
        if (!isAscii(written)) {
            changes.add(NameChange.IDN);
        }
        String text = String.join(".", canonical);
        if (text.length() > LONGEST_NAME) {
            throw problem(what, "it has " + text.length() + " characters, more than " + LONGEST_NAME);
        }
        return new Canonical(text, changes);
    }

    /// Whether [#canonical] would change nothing in `text`. One look at each character, because nearly every name in a log
    /// is canonical already.
    static boolean isCanonical(String text) {
        int label = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean wrong = c == '.' ? label == 0 : !isNameCharacter(c) || label == LONGEST_LABEL;
            if (wrong) {
                return false;
            }
            label = c == '.' ? 0 : label + 1;
        }
        return label > 0 && text.length() <= LONGEST_NAME;
    }

    private static String canonicalLabel(String label, String what, Set<NameChange> changes) {
        if (label.isEmpty()) {
            throw problem(what, "it has an empty label: two dots in a row, or a dot at the start");
        }
        String ascii = isAscii(label) ? label : toAscii(label, what);
        String lower = ascii.toLowerCase(Locale.ROOT);
        if (!lower.equals(ascii)) {
            changes.add(NameChange.CASE);
        }
        for (int i = 0; i < lower.length(); i++) {
            if (!isNameCharacter(lower.charAt(i))) {
                throw problem(what, unwanted(lower.charAt(i)));
            }
        }
        if (lower.length() > LONGEST_LABEL) {
            throw problem(what, "the label " + Quotation.of(lower) + " has more than " + LONGEST_LABEL + " characters");
        }
        return lower;
    }

    private static String toAscii(String label, String what) {
        label.codePoints().filter(c -> DEVIATIONS.indexOf(c) >= 0).findFirst().ifPresent(c -> {
            throw problem(
                    what,
                    String.format("U+%04X stands for different names under IDNA 2003 and 2008: write the xn-- form",
                            c));
        });
        try {
            return IDN.toASCII(label, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            throw problem(what, "the label " + Quotation.of(label) + " has no xn-- form: " + e.getMessage());
        }
    }

    private static boolean isNameCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }

    private static String unwanted(char c) {
        return switch (c) {
            case '*' -> "a '*' may only be the first character of a pattern";
            case ':' -> "a port or scheme does not belong to a name";
            case '/' -> "a path does not belong to a name";
            case ' ' -> "a blank does not belong to a name";
            default -> "the character " + Quotation.of(String.valueOf(c)) + " does not belong to a name";
        };
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    static IllegalArgumentException problem(String what, String why) {
        return new IllegalArgumentException(Quotation.of(what) + " is not a host name: " + why);
    }
}

package dev.sekisho.model.diagnostic;

/// Input quoted inside a message: never longer than a line, never able to move the cursor of a terminal.
public final class Quotation {
    private static final int LONGEST = 80;

    private Quotation() {}

    /// Returns the text in single quotes, visible and clipped.
    public static String of(String text) {
        boolean fits = text.length() <= LONGEST;
        int end = fits ? text.length() : Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return "'" + visible(text.substring(0, end)) + (fits ? "'" : "…'");
    }

    /// Returns the text with everything that a terminal would obey rather than show written as an escape:
    /// control characters, line ends, bidirectional overrides, lone surrogates.
    public static String visible(String text) {
        if (text.codePoints().noneMatch(Quotation::isInvisible)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.append(visible(c)));
        return out.toString();
    }

    static String visible(int codePoint) {
        if (!isInvisible(codePoint)) {
            return Character.toString(codePoint);
        }
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> codePoint < 0x10000 ? "\\u%04x".formatted(codePoint) : "\\U%08x".formatted(codePoint);
        };
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED ->
                true;
            default -> false;
        };
    }
}

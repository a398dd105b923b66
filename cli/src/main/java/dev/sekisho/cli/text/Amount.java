package dev.sekisho.cli.text;

/// A number of things in words: `0 rules`, `1 rule`, `2 rules`.
public final class Amount {
    private Amount() {}

    /// Returns the number with the noun in the form that it needs.
    ///
    /// @param noun one of the things; its plural ends in `s`
    public static String of(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}

package dev.sekisho.cli.terminal;

/// The few ways in which text for people stands out. Colour never carries meaning alone: the words say the same.
public enum Ink {
    /// A heading or a name.
    STRONG("1"),
    /// Less important, such as a source.
    FAINT("2"),
    /// Allowed, reachable, passed.
    GOOD("32"),
    /// Open to doubt: a warning, an assumption.
    DOUBTFUL("33"),
    /// Denied, blocked, failed.
    BAD("31");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    /// Returns `text` in this ink when `streams` may carry colour, and `text` itself when not.
    public String on(Streams streams, String text) {
        return streams.coloured() && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}

package dev.sekisho.cli.report;

import java.util.Locale;

/// How something looks on the page: the name of a class in its style sheet.
public enum Tone {
    GOOD, DOUBTFUL, BAD, PLAIN;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

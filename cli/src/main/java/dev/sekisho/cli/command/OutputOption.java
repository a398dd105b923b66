package dev.sekisho.cli.command;

import java.util.Locale;
import picocli.CommandLine.Option;

/// The option `--output`, for commands that print text or JSON.
final class OutputOption {
    /// For people, or for programs.
    enum Kind {
        TEXT, JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(names = "--output", paramLabel = "FORMAT", defaultValue = "text", description = "How to print the result: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Kind kind = Kind.TEXT;

    boolean isJson() {
        return kind == Kind.JSON;
    }
}

package dev.sekisho.model.diagnostic;

import java.util.Locale;

/// How much a [Diagnostic] weighs, the gravest first.
public enum Severity {
    /// The input cannot be used as it is.
    ERROR,
    /// The input can be used, but probably does not do what its author wants.
    WARNING,
    /// Something worth knowing.
    NOTE;

    /// The word that people read: `error`, `warning`, `note`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.sekisho.model.catalogue;

/// How far a fact can be trusted.
public enum Confidence {
    /// Stated in the cited page.
    DOCUMENTED("documented"),
    /// The cited page is wrong or incomplete; the value comes from the owning service's page or from an issue.
    CORRECTED("corrected"),
    /// Sources disagree.
    CONTRADICTORY("contradictory"),
    /// Follows from the cited pages without being written there.
    INFERRED("inferred"),
    /// Known from issue threads only.
    COMMUNITY("community"),
    /// Known in the field, found in no source that was read; to be verified before relying on it.
    GENERAL_KNOWLEDGE("general-knowledge");

    private final String text;

    Confidence(String text) {
        this.text = text;
    }

    /// Returns the name that files use.
    public String text() {
        return text;
    }

    /// Whether an operator should be told before relying on it.
    public boolean isWeak() {
        return this == CONTRADICTORY || this == COMMUNITY || this == GENERAL_KNOWLEDGE;
    }

    @Override
    public String toString() {
        return text;
    }
}

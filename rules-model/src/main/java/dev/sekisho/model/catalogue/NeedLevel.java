package dev.sekisho.model.catalogue;

/// How much a cluster depends on a requirement.
public enum NeedLevel {
    /// Every cluster needs it, unless its shape removes it.
    REQUIRED("required"),
    /// Needed when its condition holds.
    CONDITIONAL("conditional"),
    /// The cluster works without it; allowed only when asked for.
    OPTIONAL("optional");

    private final String text;

    NeedLevel(String text) {
        this.text = text;
    }

    /// Returns the name that files use.
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}

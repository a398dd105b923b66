package dev.sekisho.simulator.verdict;

/// What a filter does with a flow.
public enum Action {
    ALLOW("Allow"),
    DENY("Deny"),
    /// What is missing decides.
    UNKNOWN("Unknown");

    private final String text;

    Action(String text) {
        this.text = text;
    }

    /// Returns the name that reports and test files use.
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}

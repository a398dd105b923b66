package dev.sekisho.simulator.exposure.answer;

/// Whether somebody can reach a Service.
public enum Reach {
    /// Every client of the place can open a connection.
    REACHABLE("reachable"),
    /// Some clients can.
    PARTLY("partly"),
    /// No client can.
    NOT_REACHABLE("notReachable"),
    /// What is described does not tell.
    UNKNOWN("unknown");

    private final String text;

    Reach(String text) {
        this.text = text;
    }

    /// Returns the name that reports use.
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}

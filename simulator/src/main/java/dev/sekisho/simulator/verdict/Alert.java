package dev.sekisho.simulator.verdict;

/// Records that the firewall writes beside its decision.
public enum Alert {
    THREAT_INTEL("ThreatIntel"),
    IDPS("Idps");

    private final String text;

    Alert(String text) {
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

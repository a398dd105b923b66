package dev.sekisho.simulator.proof;

/// Whether a need is met, the best first.
public enum ProofVerdict {
    /// Every flow arrives, by the mechanism that the need asks for.
    REACHABLE("reachable"),
    /// Every flow arrives, but some around the firewall although the need does not ask for that.
    BYPASSES_FIREWALL("bypassesFirewall"),
    /// Something that is not known decides.
    UNKNOWN("unknown"),
    /// Some flows arrive and some do not.
    PARTLY("partly"),
    /// No flow arrives.
    BLOCKED("blocked");

    private final String text;

    ProofVerdict(String text) {
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

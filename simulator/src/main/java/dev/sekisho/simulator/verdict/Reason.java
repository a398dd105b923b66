package dev.sekisho.simulator.verdict;

/// Why a flow is denied, where no rule says so.
public enum Reason {
    NO_RULE_MATCHED("NoRuleMatched"),
    SNI_MISSING("SniMissing"),
    HOST_PORT_MISMATCH("HostPortMismatch"),
    THREAT_INTEL("ThreatIntel"),
    IDPS_SIGNATURE("IdpsSignature");

    private final String text;

    Reason(String text) {
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

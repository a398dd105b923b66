package dev.sekisho.simulator.verdict;

/// What becomes of a flow.
public enum PathResult {
    /// The firewall lets it through.
    ALLOW("Allow"),
    /// The firewall stops it.
    DENY("Deny"),
    /// It leaves without passing the firewall.
    BYPASSES_FIREWALL("BypassesFirewall"),
    DROPPED_BY_NSG("DroppedByNsg"),
    DROPPED_BY_ROUTE("DroppedByRoute"),
    DROPPED_BY_PEERING("DroppedByPeering"),
    /// The host takes it (\`R-20\`).
    PLATFORM("Platform"),
    /// An appliance that is not described takes it.
    HANDED_TO("HandedTo"),
    /// What is missing decides.
    UNKNOWN("Unknown");

    private final String text;

    PathResult(String text) {
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

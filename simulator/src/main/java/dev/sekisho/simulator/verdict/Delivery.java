package dev.sekisho.simulator.verdict;

/// Why traffic that the firewall allowed does not arrive.
public enum Delivery {
    /// No source translation, no address, or a loop (\`FW-19\`, \`FW-53\`).
    UNDELIVERABLE("Undeliverable"),
    DROPPED_BY_PEERING("DroppedByPeering"),
    DROPPED_BY_ROUTE("DroppedByRoute"),
    DROPPED_BY_NSG("DroppedByNsg");

    private final String text;

    Delivery(String text) {
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

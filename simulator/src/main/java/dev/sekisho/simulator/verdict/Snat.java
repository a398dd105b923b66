package dev.sekisho.simulator.verdict;

/// What the firewall does with the source address of allowed traffic (`FW-53`).
public enum Snat {
    /// Unchanged.
    NONE("none"),
    /// One of the public addresses.
    PUBLIC_IP("publicIp"),
    /// A private address of the firewall.
    PRIVATE_IP("privateIp");

    private final String text;

    Snat(String text) {
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

package dev.sekisho.simulator.verdict;

/// The part of the firewall that decided.
public enum Stage {
    /// The packet belongs to an allowed connection (\`FW-52\`).
    STATE("state"),
    DNS_PROXY("dns-proxy"),
    THREAT_INTEL("threat-intel"),
    DNAT("dnat"),
    NETWORK("network"),
    APPLICATION("application"),
    /// The built-in collection (\`FW-46\`).
    INFRASTRUCTURE("infrastructure"),
    IDPS("idps"),
    /// No rule matched (\`FW-1\`).
    DEFAULT("default");

    private final String text;

    Stage(String text) {
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

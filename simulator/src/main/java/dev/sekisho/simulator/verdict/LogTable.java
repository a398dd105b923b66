package dev.sekisho.simulator.verdict;

/// The tables of the firewall's structured log (`LOG-6`).
public enum LogTable {
    NETWORK_RULE("AZFWNetworkRule"), APPLICATION_RULE("AZFWApplicationRule"), NAT_RULE("AZFWNatRule"),
    DNS_QUERY("AZFWDnsQuery"), THREAT_INTEL("AZFWThreatIntel"), IDPS_SIGNATURE("AZFWIdpsSignature");

    private final String text;

    LogTable(String text) {
        this.text = text;
    }

    /// Returns Azure's name.
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}

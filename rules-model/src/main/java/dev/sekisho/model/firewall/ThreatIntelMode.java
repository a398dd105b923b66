package dev.sekisho.model.firewall;

/// Mode of threat intelligence and of intrusion detection, from lenient to strict (`FW-12`, `FW-48`).
public enum ThreatIntelMode {
    OFF("Off"), ALERT("Alert"), DENY("Deny");

    private final String azureName;

    ThreatIntelMode(String azureName) {
        this.azureName = azureName;
    }

    /// Returns the spelling of Azure's API.
    public String azureName() {
        return azureName;
    }

    /// Returns the stricter of the two: a child can only tighten its parent.
    public ThreatIntelMode stricter(ThreatIntelMode other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public String toString() {
        return azureName;
    }
}

package dev.sekisho.model.firewall;

/// The SKU tier of a firewall or policy; each has the features of the one before it (`FW-56`).
public enum Tier {
    BASIC("Basic"), STANDARD("Standard"), PREMIUM("Premium");

    private final String azureName;

    Tier(String azureName) {
        this.azureName = azureName;
    }

    /// Returns the spelling of Azure's API.
    public String azureName() {
        return azureName;
    }

    @Override
    public String toString() {
        return azureName;
    }
}
